import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J14, J12 · what is counted, and sold in English', () => {
  test('J14 · a count: right, a cause for what is missing, and much of it waits for the owner', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
    await play(world, `
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
    # whatsapp Fatou
    > menu
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > inventaire bougies 18
    *Bougies x6* : 18, le compte est juste.
    [Compter autre chose]
    > inventaire bougies 17
    *Bougies x6* : 17 comptés, 18 attendus. Il en manque 1 (500 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    > [Perte]
    # whatsapp Moussa
    Inventaire I-1, Bougies x6 : écart de -1 (500 F). L'acceptez-vous ?
    [J'accepte]
    [Je refuse]
    # whatsapp Fatou
    L'écart est noté (I-1), le patron doit l'accepter. Le stock ne change pas avant.
    [Compter autre chose]
    > inventaire charbon 5
    *Charbon de bois sac* : 5 comptés, 9 attendus. Il en manque 4 (15 200 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    > [Vol]
    # whatsapp Moussa
    Inventaire I-2, Charbon de bois sac : écart de -4 (15 200 F). L'acceptez-vous ?
    [J'accepte]
    [Je refuse]
    # whatsapp Fatou
    L'écart est noté (I-2), le patron doit l'accepter. Le stock ne change pas avant.
    [Compter autre chose]
    # whatsapp Moussa
    > [J'accepte]
    *Charbon de bois sac* : écart accepté. 5 en stock.
    > valider I-2
    Déjà répondu.
    > manque riz parfume 3
    Noté : 3 × Riz parfumé sac 25kg demandés et pas vendus.
    # sms Fatou
    > inventaire piles 10
    Piles AA x4 : 10 au lieu de 16 (4 800 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 3
    # whatsapp Moussa
    Inventaire I-3, Piles AA x4 : écart de -6 (4 800 F). L'acceptez-vous ?
    [J'accepte]
    [Je refuse]
    # sms Fatou
    Ecart note (I-3): le patron doit accepter.
    1.Compter autre chose
    0.Menu
    > valider I-3
    Seul le patron répond à un écart.
    # sms Moussa
    > rejeter I-3
    Piles AA x4 : écart refusé. Stock 16.
  `);
  });

  test('J12 · in English', () => play(world, `
    # whatsapp Moussa
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
    > sell riz brise 1
    Sold 1 × Riz brisé sac 50kg = *21,000 F* (V-1). 3 left: low stock (minimum 3).
    [Undo]
    ⚠️ LOW STOCK: Riz brisé sac 50kg. 3 left, for a minimum of 3. The stock lasts 4.8 d, out around 25/11. Our advice: order 12 sacs from CFAO Distribution before that day.
    [Order]
    [Remind tomorrow]
    [Mute for 7 days]
    # sms Moussa
    > sold lait 1l 2
    V-2: 2 x Lait 1L = 2,000 F. 22 left. A mistake? VOID V-2
    1.Undo
    0.Menu
  `));
});
