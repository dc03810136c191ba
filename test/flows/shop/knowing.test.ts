import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J13 · Moussa asks his shop', () => {
  test('J13, DIG-13, DIG-14, DIG-23, DIG-36 · the menu says how it stands; all shelves, one of them, one category', () => play(world, `
    # whatsapp Moussa
    > menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > stock
    Rien ne manque. Ruptures : 0, stocks faibles : 0, produits : 50. Valeur du stock : *1 488 750 F*. Au 20/11 09:00.
    > stock riz parfume
    *Riz parfumé sac 25kg* : *14* en stock, 0 gardé, 0 en commande. Minimum 10. Prix 18 500 F, coût moyen 17 500 F.
    Tout va bien. Couvre 8,6 j, rupture vers le 28/11 (entre le 26/11 et le 03/12). Conseil : commander 24.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > vente riz parfume 5
    Vendu 5 × Riz parfumé sac 25kg = *92 500 F* (V-1). Reste 9 : stock faible (minimum 10).
    [Annuler]
    ⚠️ STOCK FAIBLE : Riz parfumé sac 25kg. Reste 9, pour un minimum de 10. Le stock couvre 5,5 j, rupture vers le 26/11. Notre conseil : commander 29 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > stock
    Votre stock. Ruptures : 0, stocks faibles : 1, produits : 50. Valeur du stock : *1 401 250 F*. Au 20/11 09:00.
    [Riz parfumé sac 25kg] — Reste 9, minimum 10
    > [Riz parfumé sac 25kg]
    *Riz parfumé sac 25kg* : *9* en stock, 0 gardé, 0 en commande. Minimum 10. Prix 18 500 F, coût moyen 17 500 F.
    ⚠️ Stock faible. Couvre 5,5 j, rupture vers le 26/11 (entre le 23/11 et le 28/11). Conseil : commander 29.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > stock categorie boissons
    *Boissons*. Ruptures : 0, stocks faibles : 0, produits : 7. Valeur du stock : *108 000 F*. Au 20/11 09:00.
    [Jus de bouye 1L] — Reste 12
    [Boisson maltée] — Reste 30
    [Soda cola 33cl] — Reste 60
    [Soda orange 33cl] — Reste 48
    [Eau 1,5L] — Reste 72
    [Les suivants]
    > stock categorie jouets
    Pas de catégorie « jouets ». Laquelle ?
    [Boissons]
    [Épicerie]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    > [Frais]
    *Frais*. Ruptures : 0, stocks faibles : 0, produits : 7. Valeur du stock : *146 000 F*. Au 20/11 09:00.
    [Fromage portions x8] — Reste 16
    [Lait en poudre 400g] — Reste 20
    [Œufs plateau 30] — Reste 10
    [Lait 1L] — Reste 24
    [Lait concentré] — Reste 48
    [Les suivants]
  `));

  test('DIG-16, DIG-37 · what will run out, what to order, from whom and why', () => play(world, `
    # whatsapp Moussa
    > prevision
    15 jours, ruptures prévues : 17. À commander : *1 109 450 F*, fournisseurs : 3. Fiabilité : moyenne (erreur 31 %). Prévision du 20/11.
    [Riz parfumé sac 25kg] — Vers le 26/11, entre le 23/11 et le 28/11
    [Riz brisé sac 50kg] — Vers le 27/11, entre le 23/11 et le 01/12
    [Sucre sac 50kg] — Vers le 28/11, pas avant le 23/11
    [Farine de blé sac 50kg] — Vers le 02/12, pas avant le 26/11
    [Jus de bouye 1L] — Vers le 02/12, pas avant le 26/11
    [Les suivantes]
    [À commander]
    > [Les suivantes]
    15 jours, ruptures prévues : 17. À commander : *1 109 450 F*, fournisseurs : 3. Fiabilité : moyenne (erreur 31 %). Prévision du 20/11.
    [Café soluble 50g] — Vers le 03/12, pas avant le 27/11
    [Couches taille 4 x30] — Vers le 03/12, pas avant le 27/11
    [Boisson maltée] — Vers le 03/12, pas avant le 30/11
    [Soda cola 33cl] — Vers le 03/12, pas avant le 30/11
    [Soda orange 33cl] — Vers le 03/12, pas avant le 30/11
    [Les suivantes]
    [À commander]
    > [À commander]
    À commander : *1 109 450 F*. Produits : 25, fournisseurs : 3. Prévision du 20/11. Chez qui ?
    [CFAO Distribution] — 870 450 F, produits : 5
    [Marché Tilène] — 198 600 F, produits : 8
    [Siagro Boissons] — 40 400 F, produits : 12
    > 1
    *CFAO Distribution* : 870 450 F. Choisissez un produit pour savoir pourquoi.
    [Riz parfumé sac 25kg] — 29 × 17 500 F = 507 500 F
    [Riz brisé sac 50kg] — 11 × 19 500 F = 214 500 F
    [Farine de blé sac 50kg] — 7 × 20 500 F = 143 500 F
    [Spaghetti 500g] — 9 × 350 F = 3 150 F
    [Couscous 500g] — 4 × 450 F = 1 800 F
    [Tout commander]
    > 1
    *Riz parfumé sac 25kg* : commander *29* × 17 500 F = 507 500 F.
    Vente prévue : 1,6 par jour. Il faut tenir 14 jours (livraison 7 j, commande chaque semaine) : 37,3, dont 15,1 de sécurité. Il y en a 9, et 0 en commande.
    > a commander
    À commander : *1 109 450 F*. Produits : 25, fournisseurs : 3. Prévision du 20/11. Chez qui ?
    [CFAO Distribution] — 870 450 F, produits : 5
    [Marché Tilène] — 198 600 F, produits : 8
    [Siagro Boissons] — 40 400 F, produits : 12
  `));

  test('DIG-15, DIG-17, DIG-18, DIG-24, DIG-44, DIG-54, DIG-58 · figures, reports, a product, what sleeps, advice', () => play(world, `
    # whatsapp Moussa
    > chiffres
    *Chiffres du mois*
    Ventes : *2 503 525 F* (+39 %), nombre : 338, panier moyen 7 407 F
    7 jours : 772 675 F, 30 jours : 3 614 125 F
    Marge : 333 745 F (13 %)
    Taux de service : 99 %, disponibilité : 99 %
    Ruptures : 0, stocks faibles : 1
    Stock : 1 401 250 F au coût moyen, 1 401 250 F au dernier prix
    Au 20/11 09:01.
    [Autre rapport]
    > chiffres semaine
    *Chiffres de la semaine*
    Ventes : *772 675 F* (-19 %), nombre : 99, panier moyen 7 805 F
    7 jours : 772 675 F, 30 jours : 3 614 125 F
    Marge : 95 585 F (12 %)
    Taux de service : 100 %, disponibilité : 100 %
    Ruptures : 0, stocks faibles : 1
    Stock : 1 401 250 F au coût moyen, 1 401 250 F au dernier prix
    Au 20/11 09:01.
    [Autre rapport]
    > rapport jour
    *Rapport du jour*
    Ventes : *92 500 F* (pas encore comparable), nombre : 1
    Panier moyen : 92 500 F
    Marge : 5 000 F (5 %)
    Taux de service : 100 %
    Ruptures : 0, stocks faibles : 1
    Stock : 1 401 250 F au coût moyen
    Meilleures ventes : Riz parfumé sac 25kg 92 500 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:01.
    [Autre rapport]
    > rapport mois
    *Rapport du mois*
    Ventes : *2 503 525 F* (+39 %), nombre : 338
    Panier moyen : 7 407 F
    Marge : 333 745 F (13 %)
    Taux de service : 99 %
    Ruptures : 0, stocks faibles : 1
    Stock : 1 401 250 F au coût moyen
    Meilleures ventes : Riz parfumé sac 25kg 462 500 F, Sucre sac 50kg 342 000 F, Farine de blé sac 50kg 225 000 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:01.
    [Fichier PDF]
    [Mois dernier]
    [Autre rapport]
    > rapport ventes
    *Ventes du mois*
    Ventes : *2 503 525 F* (+39 %), nombre : 338, panier moyen 7 407 F
    7 jours : 772 675 F, 30 jours : 3 614 125 F
    Meilleures ventes : Riz parfumé sac 25kg 462 500 F, Sucre sac 50kg 342 000 F, Farine de blé sac 50kg 225 000 F, Huile bidon 20L 202 500 F, Riz brisé sac 50kg 168 000 F, Charbon de bois sac 63 000 F, Lait en poudre 400g 61 600 F, Lessive 1kg 54 400 F, Huile 1L 53 750 F, Œufs plateau 30 42 000 F
    Par catégorie : Riz et céréales 960 725 F, Épicerie 848 200 F, Hygiène et maison 299 100 F, Frais 218 000 F, Boissons 177 500 F
    Au 20/11 09:01.
    [Fichier Excel]
    [Graphique]
    [Autre rapport]
    > rapport stock
    *Rapport du stock*
    Ruptures : 0, stocks faibles : 1
    Valeur : *1 401 250 F* au coût moyen, 1 401 250 F au dernier prix d'achat
    Par catégorie : Riz et céréales 469 950 F, Épicerie 439 100 F, Hygiène et maison 238 200 F, Frais 146 000 F, Boissons 108 000 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:01.
    [Fichier Excel]
    [Autre rapport]
    > analyse
    Quel produit analyser ? Par exemple : *riz*.
    > riz parfume
    *Riz parfumé sac 25kg* · classe AX
    Vendu : 8 en 7 jours (0 %), 40 en 30 jours = 740 000 F
    Marge : 40 000 F (5 %)
    Taux de service : 100 %. Manques : 0. Jours sans stock : 0
    Prévision : 1,6 par jour (vente par à-coups), couvre 5,5 j. Fiabilité : moyenne (erreur 11 %)
    Jusqu'au 19/11.
    [Voir le stock]
    > dormants
    Produits dormants : 3, sans vente depuis 60 jours. Argent immobilisé : *37 200 F*. Au 20/11.
    [Insecticide 400ml] — Stock 12, 18 000 F
    [Moutarde 370g] — Stock 16, 13 600 F
    [Vinaigre 1L] — Stock 14, 5 600 F
    > conseil
    *Conseils*
    1. *Riz parfumé sac 25kg* manquera vers le 26/11 : commandez 29 (507 500 F) dès aujourd'hui.
    2. Produits qui dorment depuis 60 jours : 3, 37 200 F immobilisés. Soldez d'abord *Insecticide 400ml*.
    3. Vos ventes baissent : 772 675 F en 7 jours, -19 % par rapport aux 7 jours d'avant. Écrivez *rapport ventes* pour voir lesquelles.
    Au 20/11 09:01.
    [Autre rapport]
  `));

  test('DIG-03 · who has not the right is told so, and sees what may be seen', () => play(world, `
    # whatsapp Fatou
    > menu
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > rapport mois
    Vous n'avez pas ce droit. Demandez au patron.
    > prevision
    Vous n'avez pas ce droit. Demandez au patron.
    > a commander
    Vous n'avez pas ce droit. Demandez au patron.
    > analyse lait 1l
    *Lait 1L* : vous n'avez pas ce droit, demandez au patron.
    > stock
    Votre stock. Ruptures : 0, stocks faibles : 1, produits : 50. Valeur du stock : *1 401 250 F*. Au 20/11 09:02.
    [Riz parfumé sac 25kg] — Reste 9, minimum 10
    > dormants
    Produits dormants : 3, sans vente depuis 60 jours. Argent immobilisé : *37 200 F*. Au 20/11.
    [Insecticide 400ml] — Stock 12, 18 000 F
    [Moutarde 370g] — Stock 16, 13 600 F
    [Vinaigre 1L] — Stock 14, 5 600 F
  `));
});
