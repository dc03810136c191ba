import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J13 · Moussa asks his shop on the phone without internet', () => {
  test('J13, DIG-13, DIG-14, DIG-16 · on the phone without internet', () => play(world, `
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
    > 4
    CON Stock: rupture 0 faible 0
    Valeur 1 488 750 F
    0.Retour
    > 0
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
    > 1
    CON CFAO Distribution 782 950 F
    1.Riz parfume sac: 24 = 420 000 F
    2.Riz brise sac: 11 = 214 500 F
    3.Farine de ble: 7 = 143 500 F
    9.Suite
    0.Retour
    > 1
    CON Riz parfume sac 25kg: 24 = 420 000 F
    1,6/j, 14 j: il faut 37,3 (securite 15,1)
    En stock 14, en cmd 0
    0.Retour
    > 0
    CON CFAO Distribution 782 950 F
    1.Riz parfume sac: 24 = 420 000 F
    2.Riz brise sac: 11 = 214 500 F
    3.Farine de ble: 7 = 143 500 F
    9.Suite
    0.Retour
    > 0
    CON A commander
    1.CFAO: 5 prod 782 950 F
    2.Marche Tilene: 8 prod 198 600 F
    3.Siagro Boissons: 12 prod 40 400 F
    5.Tout par SMS
    0.Retour
    > 0
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
    > 2
    CON Quel produit?
    ex: riz
    0.Retour
    > riz parf
    CON Riz parfume sac 25kg
    Stock 14 dispo 14
    Mini 10 couvre 8,6 j
    Rupture vers 28/11
    Commander 24
    1.Vendre
    2.Entree
    0.Retour
    > 0
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
    > 8
    CON Autres services
    1.Inventaire
    2.Manque
    3.Annuler
    4.Caisse
    5.Fiche produit
    7.Parler a une personne
    8.Langue
    6.Savoir
    0.Retour
    > 4
    CON Caisse attendue 0 F
    depuis 20/11 00:00
    1.Compter
    2.Historique
    0.Retour
    > lait 1l
    CON Choix non valide: lait 1l
    Caisse attendue 0 F
    depuis 20/11 00:00
    1.Compter
    2.Historique
    0.Retour
    > 0
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
    > 0
    END A bientot chez Griot.
  `));

  test('DIG-15, DIG-17, DIG-44 · reports on the phone without internet', () => play(world, `
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
    > 3
    CON Rapport du mois
    Ventes 2 411 025 F
    Marge 328 745 F
    Service 99 %
    Ruptures 0
    Stock 1 488 750 F
    1.SMS
    2.Lien PDF par SMS
    3.Autre rapport
    0.Menu
    > 1
    CON Vos chiffres arrivent par SMS.
    1.Autre rapport
    0.Menu
    # sms Moussa
    Rapport du mois: 2 411 025 F, marge 328 745 F, service 99 %, ruptures 0, stock 1 488 750 F. 20/11 09:01
    # ussd Moussa
    > 4
    CON Choix non valide: 4
    Vos chiffres arrivent par SMS.
    1.Autre rapport
    0.Menu
    > 1
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
    > 7
    CON Conseils
    1) Riz brise sac 50kg finit 27/11: commandez 11
    2) 3 dormants 37 200 F: soldez
    1.Autre rapport
    0.Menu
  `));
});
