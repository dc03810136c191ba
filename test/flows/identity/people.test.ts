import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E18 · two people share a phone', () => {
  test('E18 · each call asks who is there, and each answer says whom it is for', () => play(world, `
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 2
    CON Yao:
    Bonjour Yao
    8.Plus
    0.Quitter
    > 0
    END Yao:
    A bientot chez Griot.
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 1
    CON Ines:
    Bonjour Ines
    8.Plus
    0.Quitter
  `));

  test('E18 · on WhatsApp the person stays until the word « profil »', () => play(world, `
    # whatsapp Ines
    > profil
    Ines :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Yao]
    Yao :
    Bonjour Yao 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
    > profil
    Yao :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Ines]
    Ines :
    Bonjour Ines 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
    > menu
    Ines :
    Bonjour Ines 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
  `));

  test('E18 · a third person is added by SMS', () => play(world, `
    # sms Ines
    > profil
    Ines :
    Qui tient ce téléphone ?
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 3
    Ines :
    Nom et prénom de cette personne ?
    0.Annuler
    > Kossi Ahouandjinou
    Kossi Ahouandjinou :
    Bonjour Kossi Ahouandjinou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    8.Plus
    0.Quitter
  `));
});

describe('the home of each persona', () => {
  test('an owner proves the PIN once per call', () => play(world, `
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 1111
    CON Atelier Afi
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 4321
    CON Atelier Afi
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    7.Parler a une personne
    8.Langue
    0.Retour
  `));

  test('three wrong codes lock the member for a quarter of an hour', () => play(world, `
    # ussd Koffi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 0000
    CON Atelier Afi
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 1111
    CON Atelier Afi
    PIN faux. Essais restants: 1
    Entrez votre PIN:
    0.Annuler
    > 2222
    END Trop de codes faux: reessayez dans 15 minutes.
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    END Trop de codes faux: reessayez dans 15 minutes.
    > /wait 16min
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    # whatsapp Moussa
    # ussd Koffi
    > 2468
    CON Koffi Mensah - Atelier Afi
    8.Plus
    0.Quitter
    # whatsapp Moussa
  `));

  test('on WhatsApp the number is the key', () => play(world, `
    # whatsapp Moussa
    > menu
    *Boutique Diop* — bonjour Moussa Diop. Choisissez, ou écrivez *aide*.
    [Plus]
    > plus
    Autres services
    [Parler à une personne] — Une personne vous répond
    [Langue] — Français, English
    # whatsapp Fatou
    > menu
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Plus]
    # whatsapp Kofi
    > menu
    Parrain *KOFI23*, bonjour Kofi Agbo. Choisissez, ou écrivez *aide*.
    [Plus]
    # whatsapp Sena
    > menu
    *Studio photo* — bonjour Sena Agent. Choisissez, ou écrivez *aide*.
    [Plus]
    # whatsapp Bintou
    > menu
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
  `));

  test('by SMS', () => play(world, `
    # sms Afi
    > menu
    Atelier Afi
    8.Plus
    0.Quitter
    > 8
    Autres services
    7.Parler à une personne
    8.Langue
    0.Retour
    # sms Kofi
    > menu
    Parrain KOFI23
    8.Plus
    0.Quitter
  `));
});
