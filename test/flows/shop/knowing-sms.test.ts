import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J13 · Moussa asks his shop by SMS', () => {
  test('J13, DIG-14, DIG-16, DIG-17, DIG-18 · by SMS', () => play(world, `
    # sms Moussa
    > vente riz parfume 5
    V-1: 5 x Riz parfumé sac 25kg = 92 500 F. Reste 9, FAIBLE (mini 10). Erreur ? ANNULE V-1
    1.Annuler
    0.Menu
    STOCK FAIBLE Riz parfumé sac 25kg: 9, mini 10, 5,5 j. Rupture 26/11. Commandez 29 sacs. Repondez COMMANDER Riz parfumé sac
    > stock
    Stock: ruptures 0, faibles 1. Valeur 1 401 250 F. 20/11 09:00
    1.Riz parfumé sac 9 (mini 10)
    0.Retour
    > stock riz parfume
    Riz parfumé sac: 9 (0 gardé, 0 cmd), mini 10, couvre 5,5 j, rupture vers 26/11. Commander 29. 20/11 09:00
    1.Vendre
    2.Entrée
    0.Retour
    > prevision
    15 jours: 17 ruptures prévues. A commander 1 109 450 F. Fiabilité moyenne (erreur 31 %).
    1.Riz parfumé sac 26/11
    2.Riz brisé sac 50kg 27/11
    3.Sucre sac 50kg 28/11
    4.Farine de blé sac 02/12
    5.Jus de bouye 1L 02/12
    6.Les suivantes
    7.A commander
    0.Retour
    > a commander
    A commander : 1 109 450 F. Chez qui ?
    1.CFAO: 5 prod 870 450 F
    2.Marché: 8 prod 198 600 F
    3.Siagro: 12 prod 40 400 F
    0.Retour
    > 1
    CFAO Distribution : 870 450 F. Pourquoi ? Choisissez.
    1.Riz parfumé: 29 = 507 500 F
    2.Riz brisé sac: 11 = 214 500 F
    3.Farine de blé: 7 = 143 500 F
    4.Spaghetti 500g: 9 = 3 150 F
    5.Couscous 500g: 4 = 1 800 F
    6.Tout commander
    0.Retour
    > 1
    Riz parfumé sac 25kg: 29 = 507 500 F. 1,6/j, 14 j: il faut 37,3 (sécurité 15,1). Stock 9, cmd 0
    0.Retour
    > chiffres jour
    Chiffres du jour: 92 500 F, 7 j 772 675 F, 30 j 3 614 125 F, marge 5 000 F, service 100 %. 20/11 09:00
    1.Autre rapport
    0.Menu
    > rapport mois
    Rapport du mois: 2 503 525 F, marge 333 745 F, service 99 %, ruptures 0, stock 1 401 250 F. 20/11 09:00
    1.Fichier PDF
    2.Autre rapport
    0.Menu
    > rapport ventes
    Ventes du mois: 2 503 525 F (+39 %), 338 ventes, panier 7 407 F. 7 j 772 675 F, 30 j 3 614 125 F. Au 20/11 09:00
    1.Fichier Excel
    2.Autre rapport
    0.Menu
    > rapport stock
    Rapport du stock: ruptures 0, faibles 1, valeur 1 401 250 F (dernier prix 1 401 250 F). Au 20/11 09:00
    1.Fichier Excel
    2.Autre rapport
    0.Menu
    > analyse riz parfume
    Riz parfumé AX: 8 en 7 j, 40 en 30 j = 740 000 F. Marge 40 000 F. Service 100 %. 1,6/j, couvre 5,5 j
    1.Voir le stock
    0.Menu
    > dormants
    Dormants (60 j) : 3, 37 200 F immobilisés.
    1.Insecticide: 12 = 18 000 F
    2.Moutarde 370g: 16 = 13 600 F
    3.Vinaigre 1L: 14 = 5 600 F
    0.Retour
    > conseil
    1) Riz parfumé sac finit vers 26/11: commandez 29. 2) 3 dormants 37 200 F: soldez Insecticide. 20/11 09:00
    1.Autre rapport
    0.Menu
    > menu
    Boutique Diop
    1.Vendre
    2.Stock d'un produit
    3.Entrée de stock
    4.Ruptures (0)
    5.A commander (25)
    6.Rapport
    7.Carnet de crédit
    8.Plus
    0.Quitter
  `));
});
