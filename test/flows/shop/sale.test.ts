import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J12 · Moussa sells by text', () => {
  test('J12 · vente riz: several are asked about, the sale is done, and at the minimum he is warned', () => play(world, `
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
    > vente riz 2 sacs
    « riz » : lequel ?
    [Riz au kg (120)]
    [Riz brisé sac 50kg (4)]
    [Riz parfumé sac 25kg] — (14)
    [Autre nom]
    > [Riz parfumé sac 25kg]
    Vendu 2 × Riz parfumé sac 25kg = *37 000 F* (V-1). Reste 12.
    [Annuler]
    > [Annuler]
    La vente V-1 est annulée, le stock est revenu.
    > vente riz parfume 2
    Vendu 2 × Riz parfumé sac 25kg = *37 000 F* (V-2). Reste 12.
    [Annuler]
    > vente riz parfume 2
    Vendu 2 × Riz parfumé sac 25kg = *37 000 F* (V-3). Reste 10 : stock faible (minimum 10).
    [Annuler]
    ⚠️ STOCK FAIBLE : Riz parfumé sac 25kg. Reste 10, pour un minimum de 10. Le stock couvre 6,2 j, rupture vers le 27/11. Notre conseil : commander 28 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > stock riz parfumé
    *Riz parfumé sac 25kg* : *10* en stock, 0 gardé, 0 en commande. Minimum 10. Prix 18 500 F, coût moyen 17 500 F.
    ⚠️ Stock faible. Couvre 6,2 j, rupture vers le 27/11 (entre le 24/11 et le 29/11). Conseil : commander 28.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > entrée riz parfume 10 à 17600
    Entré : 10 × Riz parfumé sac 25kg à 17 600 F. Reste *20*, coût moyen 17 550 F.
    [Annuler]
    > [Annuler]
    Entrée annulée. Reste 10 × Riz parfumé sac 25kg.
    ⚠️ STOCK FAIBLE : Riz parfumé sac 25kg. Reste 10, pour un minimum de 10. Le stock couvre 6,2 j, rupture vers le 27/11. Notre conseil : commander 28 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > annule V-1
    V-1 : déjà annulée.
  `));

  test('J12, E32, E33 · a zero too many, a dot between thousands, more than there is, another unit, nothing of the kind', () => play(world, `
    # whatsapp Moussa
    > vente lait 1l 50
    *50 × Lait 1L* = 50 000 F ? D'habitude 2.
    [Oui]
    [Corriger]
    > [Oui]
    Il ne reste que 24 × *Lait 1L*.
    [Vendre 24]
    [Corriger]
    > [Corriger]
    *Lait 1L* : combien ? Il en reste 24.
    > 3
    Vendu 3 × Lait 1L = *3 000 F* (V-4). Reste 21.
    [Annuler]
    > vente sucre 1kg 2.500
    *Sucre 1kg* : 2,5 ou 2 500 ?
    [2,5]
    [2 500]
    > [2,5]
    Vendu 2,5 × Sucre 1kg = *1 625 F* (V-5). Reste 37,5.
    [Annuler]
    > vente savon x6 2 cartons
    *Savon x6* : rien n'est vendu, ce produit se compte en paquet.
    > vente xyz 3
    Je ne trouve pas « xyz » chez vous.
    [Autre nom]
    [Ajouter]
    > [Autre nom]
    Quoi, et combien ? Par exemple : *riz 2*, *riz 2 sacs*, *riz 2 à 18000*.
    > savon
    « savon » : lequel ?
    [Savon de Marseille (40)]
    [Savon x6 (20)]
    [Autre nom]
  `));

  test('J15 · on the phone without internet', () => play(world, `
    # ussd Moussa
    > *384*22#
    CON Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
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
    > 1
    CON Vendre: produit et quantite
    ex: riz 2
    (ou code: 107 2)
    0.Retour
    > riz parf 2
    CON 2 x Riz parfume sac 25kg
    18 500 F = 37 000 F
    1.Comptant
    2.MoMo
    3.A credit (carnet)
    4.Autre prix
    0.Annuler
    > 1
    END Vente V-6: 2 Riz parfume sac 25kg 37 000 F. Reste 8, FAIBLE (mini 10). Erreur? *384*22# 8 Annuler.
    # sms Moussa
    > vente 2 sacs riz brise a 20500
    # whatsapp Moussa
    ⚠️ STOCK FAIBLE : Riz brisé sac 50kg. Reste 2, pour un minimum de 3. Le stock couvre 3,2 j, rupture vers le 23/11. Notre conseil : commander 13 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # sms Moussa
    V-7: 2 x Riz brisé sac 50kg = 41 000 F. Reste 2, FAIBLE (mini 3). Erreur ? ANNULE V-7
    1.Annuler
    0.Menu
    > annule v-6
    V-6 annulée, le stock est revenu.
    > vente huile 1l 1/2 momo
    V-8: 0,5 x Huile 1L = 625 F. Reste 35,5. Erreur ? ANNULE V-8
    1.Annuler
    0.Menu
    # whatsapp Fatou
    > vente riz 2
    « riz » : lequel ?
    [Riz au kg (120)]
    [Riz brisé sac 50kg (2)]
    [Riz parfumé sac 25kg] — (10)
    [Autre nom]
  `));
});
