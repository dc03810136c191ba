import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

/** Somebody a business knows, who has accepted nothing yet. */
async function walkIn(fullName: string, phone: string) {
  const person = await world.db.person.create({ data: { fullName, language: 'fr', createdAt: world.now() } });
  const contact = await world.db.contact.create({ data: { key: phone, phone } });
  await world.db.contactPerson.create({ data: { contactId: contact.id, personId: person.id, isDefault: true } });
}

describe('E6 and E23 together', () => {
  test('the language is changed at the offer to go on: what was begun goes on in it', () => play(world, `
    # ussd Awa
    > *384*22*8*8*2#
    CON Le bon nom et prenom:
    0.Annuler
    > /drop
    > *384*22#
    CON Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > langue
    CON Langue / Language
    1.Francais
    2.English
    0.Retour
    > 2
    CON We go on in English.
    The right name:
    0.Cancel
    > Awa D
    END Corrected: Awa D.
  `));

  test('the word « langue » said twice is the same question', () => play(world, `
    # sms Jean
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
    > langue
    Choisissez votre langue. Choose your language.
    1.Francais
    2.English
    0.Retour
    > langue
    Choisissez votre langue. Choose your language.
    1.Francais
    2.English
    0.Retour
    > 2
    We go on in English.
    What is the right name?
    0.Cancel
    > Jean H
    Corrected: Jean H.
  `));
});

describe('somebody a business has written down', () => {
  test('accepts the terms and is a client', async () => {
    await walkIn('Rose Agbo', '+2290195000051');
    await play(world, `
    # sms +2290195000051
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
    > accepter
    Bonjour Rose Agbo. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
  `);
  });

  test('brings a business, and is asked for nothing we know', async () => {
    await walkIn('Paul Zinsou', '+2290195000052');
    await play(world, `
    # ussd +2290195000052
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 2
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > 1
    CON Le nom de votre commerce:
    ex: Atelier Yawa
    0.Annuler
    > menuiserie Parakou
    CON Votre metier:
    ex: couture, broderie
    0.Retour
  `);
  });
});

describe('who runs a business and wants a person', () => {
  test('is heard by Griot; her employee by the workshop', () => play(world, `
    # whatsapp Afi
    > humain
    Griot est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    # whatsapp Koffi
    > humain
    Atelier Afi est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
  `));
});
