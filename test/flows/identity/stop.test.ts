import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

const consents = async (phone: string) => {
  const events = await world.db.consentEvent.findMany({ where: { purpose: { not: 'terms' } }, orderBy: { id: 'asc' } });
  const contact = await world.db.contact.findUniqueOrThrow({ where: { phone } });
  return events.filter(({ contactId }) => contactId === contact.id).map(({ purpose, value }) => `${purpose} ${value ? 'yes' : 'no'}`);
};

describe('E28 · STOP, in any state, case and accent', () => {
  test('E28 · in the middle of a question, on WhatsApp: heard, and what was begun can be taken up', () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > Stop !
    C'est fait : plus de promotions ni de rappels. Les reçus et vos commandes restent. Pour tout arrêter : STOP TOUT. Pour recevoir à nouveau : REPRENDRE.
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));

  test('E28 · STOP TOUT and REPRENDRE by SMS', async () => {
    await play(world, `
    # sms Jean
    > STOP TOUT
    C'est fait : nous ne vous écrirons plus. Si vous nous écrivez, nous répondons. Pour recevoir à nouveau : REPRENDRE.
    > bonjour
    Bonjour Jean Hounsou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (1)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    > reprendre
    Heureux de vous retrouver : vous recevrez de nouveau nos messages. Pour arreter : STOP.
  `);
    expect(await consents('+2290196000002')).toEqual(['promo no', 'reminder no', 'transactional no', 'promo yes', 'reminder yes', 'transactional yes', 'sms yes']);
  });

  test('E28 · typed where a name is asked it is no name', () => play(world, `
    # ussd +2290195000031
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
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > ARRÊT
    END Plus de promos ni de rappels. Recus et commandes restent. Pour recevoir: meme menu, 4.
    > *384*22#
    CON Reprendre: votre inscription?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
  `));

  test('E28 · by the menu of USSD', () => play(world, `
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    2.Mes recus (SMS)
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > 7
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    2.Stop promos et rappels
    3.Stop tout
    4.Recevoir a nouveau
    0.Retour
    > 3
    END Nous ne vous ecrirons plus. Pour recevoir a nouveau: meme menu, choix 4.
  `));

  test('E28 · an owner is heard like anybody', () => play(world, `
    # whatsapp Afi
    > STOP
    C'est fait : plus de promotions ni de rappels. Les reçus et vos commandes restent. Pour tout arrêter : STOP TOUT. Pour recevoir à nouveau : REPRENDRE.
  `));
});
