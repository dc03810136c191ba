import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('a newcomer who hesitates', () => {
  test('may leave, come back and refuse the terms: nothing is kept but the refusal to go on', () => play(world, `
    # ussd +2290195000016
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 0
    END A bientot chez Griot.
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > 0
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 0
    END A bientot chez Griot.
  `));

  test('reads the consents before anything else, by the key 9', () => play(world, `
    # ussd +2290195000017
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 9
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    2.Stop promos et rappels
    3.Stop tout
    4.Recevoir a nouveau
    0.Retour
    > 2
    END Plus de promos ni de rappels. Recus et commandes restent. Pour recevoir: meme menu, 4.
  `));
});
