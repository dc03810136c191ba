import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J16 · on Monday morning', () => {
  test('J16, DIG-16 · seven o clock: what will run out, what to order, how far it can be leaned on; and where that leads', () => play(world, `
    # whatsapp Moussa
    > stock
    Rien ne manque. Ruptures : 0, stocks faibles : 0, produits : 50. Valeur du stock : *1 488 750 F*. Au 20/11 09:00.
    > /wait 40h
    > /wait 23h
    > /wait 3h
    > /wait 4h
    Ruptures prévues dans les 15 jours : 17 (Riz brisé sac 28/11, Sucre sac 50kg 30/11, Riz parfumé 01/12, ...). À commander : 1 082 800 F, nombre de fournisseurs : 3. Fiabilité de la prévision : moyenne, erreur 35 %.
    [Détail]
    [À commander]
    > [Détail]
    15 jours, ruptures prévues : 17. À commander : *1 082 800 F*, fournisseurs : 3. Fiabilité : moyenne (erreur 35 %). Prévision du 23/11.
    [Riz brisé sac 50kg] — Vers le 28/11, entre le 26/11 et le 04/12
    [Sucre sac 50kg] — Vers le 30/11, pas avant le 26/11
    [Riz parfumé sac 25kg] — Vers le 01/12, entre le 28/11 et le 05/12
    [Farine de blé sac 50kg] — Vers le 04/12, pas avant le 28/11
    [Jus de bouye 1L] — Vers le 04/12, pas avant le 28/11
    [Les suivantes]
    [À commander]
    > [À commander]
    À commander : *1 082 800 F*. Produits : 24, fournisseurs : 3. Prévision du 23/11. Chez qui ?
    [CFAO Distribution] — 842 400 F, produits : 5
    [Marché Tilène] — 195 150 F, produits : 8
    [Siagro Boissons] — 45 250 F, produits : 11
    # sms Moussa
    > prevision
    15 jours: 17 ruptures prévues. A commander 1 082 800 F. Fiabilité moyenne (erreur 35 %).
    1.Riz brisé sac 50kg 28/11
    2.Sucre sac 50kg 30/11
    3.Riz parfumé sac 01/12
    4.Farine de blé sac 04/12
    5.Jus de bouye 1L 04/12
    6.Les suivantes
    7.A commander
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
    5.A commander (24)
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
    > 6
    CON Savoir et prevoir
    1.Prevision
    2.Analyse
    3.Dormants
    4.Alertes
    5.Commandes fournis.
    6.A livrer (0)
    7.Objectifs
    0.Retour
    > 1
    CON 15 jours: 17 ruptures
    Fiable: moyenne (35 %)
    1.Riz brise sac 50kg 28/11
    2.Sucre sac 50kg 30/11
    3.Riz parfume sac 01/12
    9.Suite
    0.Retour
    > 1
    CON Riz brise sac 50kg
    Stock 4 dispo 4
    Mini 3 couvre 6,2 j
    Rupture vers 28/11
    Commander 12
    1.Vendre
    2.Entree
    0.Retour
  `));

  test('J13, J16 · in English', () => play(world, `
    # whatsapp Moussa
    > menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (24)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > english
    We go on in English.
    *Boutique Diop* — out of stock: 0, low: 0, sales of today: 0 F. Write *sell rice 2*, *stock rice*, *report month*, or choose:
    [Sell] — Rice 2, soap 1…
    [Stock of a product] — What is left, its price
    [Goods in] — What has come
    [Out of stock (0)] — Out of stock and low
    [To order (24)] — By supplier, and why
    [Report] — Day, month, bank, Excel
    [Credit book] — Who owes you how much
    [More]
    > stock
    Nothing is missing. Out of stock: 0, low: 0, products: 50. Stock value: *1,488,750 F*. At 23/11 07:00.
    > stock riz parfume
    *Riz parfumé sac 25kg*: *14* in stock, 0 kept, 0 on order. Minimum 10. Price 18,500 F, average cost 17,500 F.
    All is well. Lasts 8.6 d, runs out around 01/12 (between 28/11 and 05/12). Advice: order 25.
    At 23/11 07:00.
    [Sell]
    [Goods in]
    [Chart]
    > forecast
    15 days, stock-outs foreseen: 17. To order: *1,082,800 F*, suppliers: 3. Reliability: medium (error 35%). Forecast of 23/11.
    [Riz brisé sac 50kg] — Around 28/11, between 26/11 and 04/12
    [Sucre sac 50kg] — Around 30/11, not before 26/11
    [Riz parfumé sac 25kg] — Around 01/12, between 28/11 and 05/12
    [Farine de blé sac 50kg] — Around 04/12, not before 28/11
    [Jus de bouye 1L] — Around 04/12, not before 28/11
    [The next ones]
    [To order]
    > to order
    To order: *1,082,800 F*. Products: 24, suppliers: 3. Forecast of 23/11. From whom?
    [CFAO Distribution] — 842,400 F, products: 5
    [Marché Tilène] — 195,150 F, products: 8
    [Siagro Boissons] — 45,250 F, products: 11
    > figures week
    *Figures of the week*
    Sales: *286,900 F* (-70%), number: 48, average basket 5,977 F
    Turnover 7 days: 286,900 F, 30 days: 3,097,850 F
    Margin: 40,750 F (14%)
    Service rate: 100%, availability: 100%
    Out of stock: 0, low: 0
    Stock: 1,488,750 F at average cost, 1,488,750 F at the last price
    At 23/11 07:01.
    [Another report]
    > report month
    *Report of the month*
    Sales: *2,411,025 F* (+5%), number: 337
    Average basket: 7,154 F
    Margin: 328,745 F (14%)
    Service rate: 99%
    Out of stock: 0, low: 0
    Stock: 1,488,750 F at average cost
    Best sellers: Riz parfumé sac 25kg 370,000 F, Sucre sac 50kg 342,000 F, Farine de blé sac 50kg 225,000 F
    Dormant: 3, 37,200 F lie in them
    At 23/11 07:01.
    [PDF file]
    [Last month]
    [Another report]
    > analysis riz parfume
    *Riz parfumé sac 25kg* · class AX
    Sold: 1 in 7 days (-89%), 31 in 30 days = 573,500 F
    Margin: 31,000 F (5%)
    Service rate: 100%. Missed: 0. Days without stock: 0
    Forecast: 1.6 a day (sells in bursts), lasts 8.6 d. Reliability: medium (error 30%)
    Up to 22/11.
    [See the stock]
    > dormant
    Dormant products: 3, not sold for 60 days. Money that lies in them: *37,200 F*. At 23/11.
    [Insecticide 400ml] — Stock 12, 18,000 F
    [Moutarde 370g] — Stock 16, 13,600 F
    [Vinaigre 1L] — Stock 14, 5,600 F
    > advice
    *Advice*
    1. *Riz brisé sac 50kg* will run out around 28/11: order 12 (234,000 F) today.
    2. Products dormant for 60 days: 3, 37,200 F lie in them. Sell off *Insecticide 400ml* first.
    3. Your sales fall: 286,900 F in 7 days, -70% against the 7 days before. Write *report sales* to see which.
    At 23/11 07:01.
    [Another report]
    # sms Moussa
    > stock riz parfume
    Riz parfumé sac: 14 (0 kept, 0 ord), min 10, lasts 8.6 d, out around 01/12. Order 25. 23/11 07:01
    1.Sell
    2.Goods in
    0.Back
    > report month
    Report of the month: 2,411,025 F, margin 328,745 F, service 99%, out 0, stock 1,488,750 F. 23/11 07:01
    1.PDF file
    2.Another report
    0.Menu
  `));

  test('J13 · a shop without sales has no data yet, and says so instead of zero', async () => {
    const { id } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'BINTOU' } });
    await world.db.tenant.update({ where: { id }, data: { capabilities: ['shop', 'stock'] } });
    await play(world, `
    # whatsapp Bintou
    > stock
    Pas encore de données : aucun produit dans votre boutique.
    > prevision
    Pas encore de données : vendez quelques jours, puis redemandez.
    > a commander
    Pas encore de données : vendez quelques jours, puis redemandez.
    > rapport mois
    Pas encore de données : vendez, puis redemandez demain.
    > chiffres
    Pas encore de données : vendez, puis redemandez demain.
    > conseil
    Pas encore de données : vendez, puis redemandez demain.
    > dormants
    Pas encore de données : aucun produit dans votre boutique.
    # sms Bintou
    > stock
    Pas encore de données : aucun produit dans votre boutique.
    > rapport mois
    Pas encore de données : vendez, puis redemandez demain.
  `);
  });
});
