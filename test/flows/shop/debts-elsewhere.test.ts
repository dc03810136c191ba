import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-07 · who owes the shop, without WhatsApp and in English', () => {
  test('J15 · by SMS with the PIN, and on the phone without internet', () => play(world, `
    # sms Moussa
    > vente lait 1l 14 credit awa
    "awa" : pas encore client.
    1.Créer awa
    2.Autre nom
    0.Annuler
    > 1
    Téléphone du client ? (0 = sans)
    0.Sans téléphone
    > 77 123 45 67
    14 x Lait 1L = 14 000 F ? D'habitude 2.
    1.Oui
    2.Corriger
    0.Annuler
    > vente sucre 1kg 5 credit awa ndiaye
    "awa ndiaye" : pas encore client.
    1.Créer awa ndiaye
    2.Autre nom
    0.Annuler
    > 1
    Téléphone du client ? (0 = sans)
    0.Sans téléphone
    > 0
    V-1: 5 x Sucre 1kg = 3 250 F à crédit. Awa Ndiaye doit 3 250 F. Erreur ? ANNULE V-1
    14 x Lait 1L = 14 000 F ? D'habitude 2.
    1.Oui
    2.Corriger
    0.Annuler
    # sms Fatou
    > vente bougies 1 credit ndiaye
    V-2: 1 x Bougies x6 = 700 F à crédit. Awa Ndiaye doit 3 950 F. Erreur ? ANNULE V-2
    1.Annuler
    0.Menu
    > paye ndiaye 700
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 2468
    P-1: Awa Ndiaye a payé 700 F. Reste du 3 250 F. Erreur ? ANNULE P-1
    1.Annuler
    0.Menu
    > annule p-1
    P-1 annulé. Awa Ndiaye doit 3 950 F.
    # ussd Moussa
    > *384*22#
    CON Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 4321
    CON Choix non valide: ????
    Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 7
    CON Choix non valide: 7
    Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 1
    CON Boutique Diop
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 2
    CON Boutique Diop
    PIN faux. Essais restants: 1
    Entrez votre PIN:
    0.Annuler
    > 1000
    END Trop de codes faux: reessayez dans 15 minutes.
    > 1
    > 1
  `));

  test('in English', () => play(world, `
    # whatsapp Moussa
    > menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 3 950 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > english
    We go on in English.
    *Boutique Diop* — out of stock: 0, low: 0, sales of today: 3,950 F. Write *sell rice 2*, *stock rice*, *report month*, or choose:
    [Sell] — Rice 2, soap 1…
    [Stock of a product] — What is left, its price
    [Goods in] — What has come
    [Out of stock (0)] — Out of stock and low
    [To order (25)] — By supplier, and why
    [Report] — Day, month, bank, Excel
    [Credit book] — Who owes you how much
    [More]
    > owes awa
    Who is it?
    [Awa Ndiaye]
    [Awa 4567]
    [Another name]
    > [Awa 4567]
    *Awa* owes nothing.
    > sell huile 1l 1 on credit awa ndiaye
    Sold on credit to *Awa Ndiaye*: 1 × Huile 1L = *1,250 F* (V-3). Owed now: 5,200 F. 35 left.
    [Undo]
    > paid awa ndiaye 1250
    *Awa Ndiaye* has paid *1,250 F* (P-2). Still owed: 3,950 F. The customer has no phone for a message.
    [Undo]
    > [Undo]
    P-2 is undone: Awa Ndiaye owes 5,200 F.
    > owes
    You are owed *5,200 F* (1 in all). The largest first:
    [Awa Ndiaye 5 200 F]
    > owes ndiaye
    *Awa Ndiaye* owes *5,200 F* since 20/11.
    20/11 P-2 undone +1 250
    20/11 P-2 paid -1 250
    20/11 V-3 +1 250
    20/11 P-1 undone +700
    20/11 P-1 paid -700
    20/11 V-2 +700
    20/11 V-1 +3 250
    [Has paid]
    [Remind]
  `));
});
