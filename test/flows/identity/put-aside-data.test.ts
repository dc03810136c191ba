import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

test('what somebody put aside goes with all their data', async () => {
  await play(world, `
    # sms +2290195000072
    > bonjour
    Bonjour, ici Griot. Qui etes-vous ?
    1.Je suis client
    2.J'ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    Vos données servent à vos commandes, RDV et paiements. Vous acceptez ?
    1.Accepter
    0.Retour
    > 1
    Votre nom et prénom ?
    0.Annuler
    > Rose Agbo
    Bonjour Rose Agbo. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 2
    Quel est le bon nom ?
    0.Annuler
    > stop
    C'est fait : plus de promos ni de rappels. Recus et commandes restent. Tout arreter : STOP TOUT. Recevoir : REPRENDRE.
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 4
    Supprimer nom, messages et mesures ? Recus gardés sans nom (loi), commande en cours sous vos initiales. C'est définitif.
    1.Tout supprimer
    2.Non, garder
    0.Retour
    > 1
    C'est supprimé. Si vous nous écrivez de nouveau, nous ne vous connaitrons plus.
  `);
  expect(await world.db.conversation.findFirst({ where: { contact: { phone: '+2290195000072' } } })).toMatchObject({ session: null, paused: null, personId: null });
});
