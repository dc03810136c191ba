import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J16, DIG-16 · from what to order to the order', () => {
  test('J16 · all that is advised of one supplier leaves with one tap, and is then on order', () => play(world, `
    # whatsapp Moussa
    > a commander
    À commander : *1 021 950 F*. Produits : 25, fournisseurs : 3. Prévision du 20/11. Chez qui ?
    [CFAO Distribution] — 782 950 F, produits : 5
    [Marché Tilène] — 198 600 F, produits : 8
    [Siagro Boissons] — 40 400 F, produits : 12
    > [CFAO Distribution]
    *CFAO Distribution* : 782 950 F. Choisissez un produit pour savoir pourquoi.
    [Riz parfumé sac 25kg] — 24 × 17 500 F = 420 000 F
    [Riz brisé sac 50kg] — 11 × 19 500 F = 214 500 F
    [Farine de blé sac 50kg] — 7 × 20 500 F = 143 500 F
    [Spaghetti 500g] — 9 × 350 F = 3 150 F
    [Couscous 500g] — 4 × 450 F = 1 800 F
    [Tout commander]
    > [Tout commander]
    4 Couscous 500g, 7 Farine de blé sac 50kg, 11 Riz brisé sac 50kg, … = *782 950 F* chez *CFAO Distribution*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > [Oui, envoyer]
    Commande BC-1 envoyée à *CFAO Distribution* : 782 950 F. Je vous dis sa réponse.
    [Annuler]
    # sms +221770000020
    BC-1: 4 x Couscous 500g, 7 x Farine de blé sac 50kg
    BC-1: 11 x Riz brisé sac 50kg, 24 x Riz parfumé sac 25kg
    BC-1: 9 x Spaghetti 500g
    Boutique Diop, BC-1: 5 articles listes, 782 950 F en tout. Repondez OUI et le jour (ex: OUI JEUDI), ou NON
    # whatsapp Moussa
    > a commander
    À commander : *239 000 F*. Produits : 20, fournisseurs : 2. Prévision du 20/11. Chez qui ?
    [Marché Tilène] — 198 600 F, produits : 8
    [Siagro Boissons] — 40 400 F, produits : 12
  `));

  test('J16 · by SMS and on USSD', () => play(world, `
    # sms Moussa
    > a commander
    A commander : 239 000 F. Chez qui ?
    1.Marché: 8 prod 198 600 F
    2.Siagro: 12 prod 40 400 F
    0.Retour
    > 1
    Marché Tilène : 198 600 F. Pourquoi ? Choisissez.
    1.Sucre sac 50kg: 5 = 130 000 F
    2.Huile bidon: 2 = 40 000 F
    3.Couches taille: 4 = 16 800 F
    4.Charbon de: 1 = 3 800 F
    5.Mayonnaise: 2 = 2 600 F
    6.Les suivants
    7.Tout commander
    0.Retour
    > 6
    Marché Tilène : 198 600 F. Pourquoi ? Choisissez.
    1.Sucre 1kg: 4 = 2 200 F
    2.Café soluble: 2 = 1 800 F
    3.Lessive 1kg: 1 = 1 400 F
    4.Tout commander
    0.Retour
    > 4
    8 produits = 198 600 F chez Marché Tilène. J'envoie ?
    1.Oui, envoyer
    2.Modifier
    0.Annuler
    > 1
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    BC-2 envoye a Marché Tilène: 198 600 F. Sa reponse suit.
    1.Annuler
    0.Menu
    # sms +221770000021
    BC-2: 2 x Café soluble 50g, 1 x Charbon de bois sac
    BC-2: 4 x Couches taille 4 x30, 2 x Huile bidon 20L
    BC-2: 1 x Lessive 1kg, 2 x Mayonnaise 500g
    BC-2: 4 x Sucre 1kg, 5 x Sucre sac 50kg
    Boutique Diop, BC-2: 8 articles listes, 198 600 F en tout. Repondez OUI et le jour (ex: OUI JEUDI), ou NON
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
    5.A commander (12)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 5
    CON A commander
    1.Siagro Boissons: 12 prod 40 400 F
    5.Tout par SMS
    0.Retour
    > 1
    CON Siagro Boissons 40 400 F
    1.Lait en poudre: 6 = 11 400 F
    2.OEufs plateau 30: 3 = 7 800 F
    3.Jus de bouye 1L: 7 = 5 250 F
    9.Suite
    0.Retour
    > 9
    CON Siagro Boissons 40 400 F
    1.Lait concentre: 7 = 4 200 F
    2.Soda orange 33cl: 8 = 2 800 F
    3.Les suivants
    4.Tout commander
    0.Retour
    > 4
    CON 12 produits
    40 400 F
    chez Siagro. Envoyer?
    1.Oui, envoyer
    2.Modifier
    0.Annuler
    > 1
    CON BC-3 envoye a Siagro Boissons: 40 400 F. Sa reponse suit.
    1.Annuler
    0.Menu
    # sms +221770000022
    BC-3: 3 x Boisson maltée, 1 x Eau 1,5L
    BC-3: 1 x Eau 10L, 3 x Fromage portions x8
    BC-3: 1 x Jus de bissap 1L, 7 x Jus de bouye 1L
    BC-3: 1 x Lait 1L, 7 x Lait concentré
    BC-3: 6 x Lait en poudre 400g, 7 x Soda cola 33cl
    BC-3: 8 x Soda orange 33cl, 3 x OEufs plateau 30
    Boutique Diop, BC-3: 12 articles listes, 40 400 F en tout. Repondez OUI et le jour (ex: OUI JEUDI), ou NON
  `));
});
