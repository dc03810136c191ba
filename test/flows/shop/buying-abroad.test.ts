import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J12 · in other words', () => {
  test('J12, DIG-30 · in English', () => play(world, `
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
    > english
    We go on in English.
    *Boutique Diop* — out of stock: 0, low: 0, sales of today: 0 F. Write *sell rice 2*, *stock rice*, *report month*, or choose:
    [Sell] — Rice 2, soap 1…
    [Stock of a product] — What is left, its price
    [Goods in] — What has come
    [Out of stock (0)] — Out of stock and low
    [To order (25)] — By supplier, and why
    [Report] — Day, month, bank, Excel
    [Credit book] — Who owes you how much
    [More]
    > sell riz brise 4
    Sold 4 × Riz brisé sac 50kg = *84,000 F* (V-1). There is none left.
    [Undo]
    ⚠️ OUT OF STOCK: Riz brisé sac 50kg. There is none left. Our advice: order 15 sacs from CFAO Distribution now.
    [Order]
    [Remind tomorrow]
    [Mute for 7 days]
    > [Remind tomorrow]
    *Riz brisé sac 50kg*: I will remind you tomorrow at 8 if nothing has changed.
    > order riz brise 4
    4 × Riz brisé sac 50kg at 19,500 F = *78,000 F* from *CFAO Distribution*. Shall I send the order?
    [Yes, send]
    [Change]
    > [Yes, send]
    Order BC-1 sent to *CFAO Distribution*: 78,000 F. I will tell you the answer.
    [Cancel it]
    # sms +221770000020
    Boutique Diop commande (BC-1): 4 Riz brisé sac 50kg a 19 500 F = 78 000 F. Repondez OUI et le jour (OUI JEUDI), ou NON
    # whatsapp Moussa
    > stock riz brise
    *Riz brisé sac 50kg*: *0* in stock, 0 kept, 4 on order. Minimum 3. Price 21,000 F, average cost 19,500 F.
    ⚠️ Out of stock. Nothing left to sell. Advice: order 11.
    At 20/11 09:00.
    [Sell]
    [Goods in]
    [Chart]
    > bc 1
    *BC-1*, CFAO Distribution: 4 Riz brisé sac 50kg, 78,000 F. Sent, no answer yet.
    [Give it up]
    [The others]
    > alerts
    Open alerts: 4. Which one?
    [Riz brisé sac 50kg (out)] — out of stock, 20/11
    [Insecticide (sleeps)] — no longer sells, 20/11
    [Moutarde 370g (sleeps)] — no longer sells, 20/11
    [Vinaigre 1L (sleeps)] — no longer sells, 20/11
    [History]
    [Settings]
    > francais
    Nous continuons en français.
    Alertes en cours : 4. Laquelle ?
    [Riz brisé sac 50kg (out)] — out of stock, 20/11
    [Insecticide (sleeps)] — no longer sells, 20/11
    [Moutarde 370g (sleeps)] — no longer sells, 20/11
    [Vinaigre 1L (sleeps)] — no longer sells, 20/11
    [Historique]
    [Réglages]
  `));

  test('3.2 · commander and one word: goods of the shop, nothing that is known, or the code of another business', () => play(world, `
    # whatsapp Moussa
    > commander xyz
    Je ne trouve pas « XYZ » chez vous.
    [Autre nom]
    [Ajouter]
    > commander bougies
    *Bougies x6* : combien en commander ?
    > 6
    6 × Bougies x6 à 500 F = *3 000 F* chez *Marché Tilène*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > commander AFI
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
  `));
});
