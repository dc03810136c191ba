import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.due?.ring(); // the mornings are planned by a job, in the night and after each start
});
afterAll(() => world.close());

describe('J7 · late orders', () => {
  test('J7, STY-17 · at seven Afi reads what is promised for today and what is late, on whatever way is open; Awa hears that hers is waiting', () => play(world, `
    # whatsapp Afi
    > prêt 42
    *0042* Awa Dossou : déjà prête.
    > /wait 21h
    Bonjour. Commandes promises pour aujourd'hui : 1. Rien n'est en retard.
    [Voir la liste]
    > /wait 66h
    > /wait 6h
    Bonjour. Commandes promises pour aujourd'hui : 1. Rien n'est en retard.
    [Voir la liste]
    # sms Awa
    Atelier Afi: 0042 Boubou bazin vous attend depuis 3 jours. Reste 12 500 F. Payez: *384*22#
    > /wait 18h
    > /wait 6h
    # whatsapp Afi
    Bonjour. Commandes promises pour aujourd'hui : 0. Commandes en retard : 1 (0044).
    [Voir la liste]
  `));
});
