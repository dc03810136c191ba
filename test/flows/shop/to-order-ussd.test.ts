import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('G5 · what to order, on a phone without internet', () => {
  test('G5 · « Tout par SMS »: a text for each supplier, as it may be passed on', () => play(world, `
    # ussd Moussa
    > *384*22#
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    5.A commander (25)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 5
    CON A commander
    1.CFAO: 5 prod 782 950 F
    2.Marche Tilene: 8 prod 198 600 F
    3.Siagro Boissons: 12 prod 40 400 F
    5.Tout par SMS
    0.Retour
    > 5
    END La liste arrive par SMS (3).
    # sms Moussa
    A commander chez CFAO Distribution, 782 950 F : Riz parfumé sac 25kg 24, Riz brisé sac 50kg 11, Farine de blé sac 7, Spaghetti 500g 9, Couscous 500g 4
    A commander chez Marché Tilène, 198 600 F : Sucre sac 50kg 5, Huile bidon 20L 2, Couches taille 4 x30 4, Charbon de bois sac 1, Mayonnaise 500g 2, Sucre 1kg 4, Café soluble 50g 2, Lessive 1kg 1
    A commander chez Siagro Boissons, 40 400 F : Lait en poudre 400g 6, OEufs plateau 30 3, Jus de bouye 1L 7, Lait concentré 7, Soda orange 33cl 8, Soda cola 33cl 7, Fromage portions x8 3, Boisson maltée 3, Eau 10L 1, Lait 1L 1, Jus de bissap 1L 1, Eau 1,5L 1
  `));
});
