import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J13 · Moussa has his reports sent to a phone without internet', () => {
  test('J13, DIG-20 · by SMS as a link of one day', () => play(world, `
    # sms Moussa
    > rapport banque
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    Je prépare votre fichier. Son lien arrive par SMS.
    1.Autre rapport
    0.Menu
    Votre rapport pour la banque en PDF, lien valable 24 h: http://localhost:0/r/…
    > rapport mois
    Rapport du mois: 2 411 025 F, marge 328 745 F, service 99 %, ruptures 0, stock 1 488 750 F. 20/11 09:00
    1.Fichier PDF
    2.Autre rapport
    0.Menu
    > 1
    Je prépare votre fichier. Son lien arrive par SMS.
    1.Autre rapport
    0.Menu
    Votre synthese de 11/2026 en PDF, lien valable 24 h: http://localhost:0/r/…
    > rapport stock excel
    Je prépare votre fichier. Son lien arrive par SMS.
    1.Autre rapport
    0.Menu
    Votre inventaire en Excel, lien valable 24 h: http://localhost:0/r/…
  `));

  test('J13, DIG-20 · from the menu: in words by SMS, or as a link', () => play(world, `
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
    Rapport du mois: 2 411 025 F, marge 328 745 F, service 99 %, ruptures 0, stock 1 488 750 F. 20/11 09:00
    # ussd Moussa
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
    > 5
    CON Stock
    Ruptures 0 faibles 0
    Valeur 1 488 750 F
    Dernier prix 1 488 750 F
    1.Lien Excel par SMS
    2.Autre rapport
    0.Menu
    > 1
    CON Fichier en preparation. Le lien arrive par SMS.
    1.Autre rapport
    0.Menu
    # sms Moussa
    Votre inventaire en Excel, lien valable 24 h: http://localhost:0/r/…
    # ussd Moussa
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
    > 8
    CON Fichier en preparation. Le lien arrive par SMS.
    1.Autre rapport
    0.Menu
    # sms Moussa
    Votre rapport pour la banque en PDF, lien valable 24 h: http://localhost:0/r/…
  `));

  test('J13, DIG-20 · from the menu to WhatsApp, for who has written there', () => play(world, `
    # whatsapp Moussa
    > rapport jour
    *Rapport du jour*
    Ventes : *0 F* (pas encore comparable), nombre : 0
    Panier moyen : pas encore de données
    Marge : pas encore de données
    Taux de service : pas encore de données
    Ruptures : 0, stocks faibles : 0
    Stock : 1 488 750 F au coût moyen
    Meilleures ventes : pas encore de données
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:01.
    [Autre rapport]
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
    2.WhatsApp PDF
    3.Autre rapport
    0.Menu
    > 2
    CON Fichier en preparation. Il arrive sur WhatsApp.
    1.Autre rapport
    0.Menu
    # whatsapp Moussa
    Votre synthèse de 11/2026 (PDF) est prête. Elle s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document synthese-DIOP-2026-11.pdf]
    # sms Moussa
    > rapport ventes pdf
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    Je prépare votre fichier. Son lien arrive par SMS.
    1.Autre rapport
    0.Menu
    Vos ventes de 11/2026 en Excel, lien valable 24 h: http://localhost:0/r/…
  `));
});
