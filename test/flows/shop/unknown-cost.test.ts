import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-21 · goods of which nobody has said the cost', () => {
  test('DIG-21 · they are no gain: the margin says of which part of the sales it is, the stock what it leaves out', () => play(world, `
    # whatsapp Moussa
    > nouveau produit Parfum Oud 60000 10 flacons
    Ajouter *Parfum Oud* : 60 000 F, 10 en stock, compté en flacon ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *Parfum Oud* est dans vos produits, code 514. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > vente parfum oud 5
    Vendu 5 × Parfum Oud = *300 000 F* (V-1). Reste 5.
    [Annuler]
    > chiffres jour
    *Chiffres du jour*
    Ventes : *300 000 F* (pas encore comparable), nombre : 1, panier moyen 300 000 F
    7 jours : 980 175 F, 30 jours : 3 821 625 F
    Marge : coût d'achat inconnu
    Taux de service : 100 %, disponibilité : pas encore de données
    Ruptures : 0, stocks faibles : 0
    Stock : 1 488 750 F (coût inconnu : 1) au coût moyen, 1 488 750 F au dernier prix
    Au 20/11 09:00.
    [Autre rapport]
    > rapport stock
    *Rapport du stock*
    Ruptures : 0, stocks faibles : 0
    Valeur : *1 488 750 F (coût inconnu : 1)* au coût moyen, 1 488 750 F au dernier prix d'achat
    Par catégorie : Riz et céréales 557 450 F, Épicerie 439 100 F, Hygiène et maison 238 200 F, Frais 146 000 F, Boissons 108 000 F, Sans catégorie 0 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:00.
    [Fichier Excel]
    [Autre rapport]
    > stock
    Rien ne manque. Ruptures : 0, stocks faibles : 0, produits : 51. Valeur du stock : *1 488 750 F (coût inconnu : 1)*. Au 20/11 09:00.
    > analyse parfum oud
    *Parfum Oud* : pas encore de données.
    # sms Moussa
    > CHIFFRES JOUR
    Chiffres du jour: 300 000 F, 7 j 980 175 F, 30 j 3 821 625 F, marge cout d'achat inconnu, service 100 %. 20/11 09:00
    1.Autre rapport
    0.Menu
    > STOCK
    Stock: ruptures 0, faibles 0. Valeur 1 488 750 F (1 sans cout). 20/11 09:00
    0.Retour
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
    > 6
    CON Quel rapport?
    1.Jour
    2.Semaine
    3.Mois
    4.Ventes
    5.Stock
    6.Chiffres
    7.Conseil
    8.Banque
    0.Retour
    > 1
    CON Rapport du jour
    Ventes 300 000 F
    Marge cout inconnu
    Service 100 %
    Ruptures 0
    Stock 1 488 750 F
    1.Autre rapport
    0.Menu
  `));

  test('DIG-21 · its cost is said when it is added, or later on its card, or by the first delivery', () => play(world, `
    # whatsapp Moussa
    > produit parfum oud
    *Parfum Oud* (code 514)
    Prix 60 000 F, achat -, stock 5, compté en flacon, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Prix d'achat]
    *Parfum Oud* : à combien achetez-vous l'unité ?
    > 45000
    *Parfum Oud* : achat 45 000 F.
    [Voir sa fiche]
    > stock parfum oud
    *Parfum Oud* : *5* en stock, 0 gardé, 0 en commande. Minimum 0. Prix 60 000 F, coût moyen 45 000 F.
    Tout va bien. Pas encore de prévision. Rien à commander.
    Au 20/11 09:01.
    [Vendre]
    [Entrée]
    [Graphique]
    > vente parfum oud 1
    Vendu 1 × Parfum Oud = *60 000 F* (V-2). Reste 4.
    [Annuler]
    > nouveau produit Miel 3500 4 pots
    Ajouter *Miel* : 3 500 F, 4 en stock, compté en pot ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *Miel* est dans vos produits, code 515. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > [Prix d'achat]
    *Miel* : à combien achetez-vous l'unité ?
    > 2 500
    *Miel* : achat 2 500 F.
    [Voir sa fiche]
    > nouveau produit Tisane 1500 6 sachets
    Ajouter *Tisane* : 1 500 F, 6 en stock, compté en sachet ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *Tisane* est dans vos produits, code 516. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > entree tisane 6 a 1000
    Entré : 6 × Tisane à 1 000 F. Reste *12*, coût moyen 1 000 F.
    [Annuler]
  `));
});
