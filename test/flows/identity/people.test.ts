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
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
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
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
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
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
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
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > menu
    Ines :
    Bonjour Ines 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
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
    Bonjour Kossi. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
  `));
});
