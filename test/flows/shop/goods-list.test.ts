import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-06 · products in English', () => {
  test('DIG-06 · in English', () => play(world, `
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
    > new product black soap 500 20 pieces
    Add *black soap*: 500 F, 20 in stock, counted in piece?
    [Add it]
    [Correct]
    > [Add it]
    *black soap* is among your products, code 514. Tell its buying price to know your margin.
    [Sell]
    [Buying price]
    [Another product]
    > black soap is also called dudu osun
    *Black soap*: also called dudu osun.
    [See its card]
    > product dudu osun
    *Black soap* (code 514)
    Price 500 F, bought at -, stock 20, counted in piece, minimum -, maximum -.
    Other units: -. Other names: dudu osun. Category: -. Supplier: -. Barcode: -.
    [Price]
    [Buying price]
    [Other unit]
    [Size, colour]
    [Another name]
    [Minimum]
    [Maximum]
    [Something else]
  `));
});

describe('DIG-06 · a list of goods by WhatsApp', () => {
  const moussa = '+221770000003';
  const sends = async (csv: string, filename: string) => {
    await world.standins.graph?.userSends(moussa, { type: 'media', kind: 'document', bytes: Buffer.from(csv, 'latin1'), mime: 'text/plain', filename });
    await world.quiet();
  };

  test('DIG-06 · a file with a mistake imports nothing, the mended one all of it; the list comes back as a file', async () => {
    await sends('nom;prix;quantit\u00e9\nCaf\u00e9 Touba;300;40\nKink\u00e9liba;cher;10\nCaf\u00e9 touba;300;1', 'produits.csv');
    await play(world, `
    # whatsapp Moussa
    > [Import it]
    I am reading the file. The answer comes at once.
    > /wait 10s
    Nothing is imported. To be mended in the file (2):
    Line 3: that is no price (cher)
    Line 4: in a line above already (Café touba)
  `);
    await sends('nom;prix;quantit\u00e9\nCaf\u00e9 Touba;300;40\nKink\u00e9liba;250;10', 'produits.csv');
    await play(world, `
    # whatsapp Moussa
    > [Import it]
    I am reading the file. The answer comes at once.
    > /wait 10s
    Done. Products added: 2. Products changed: 0.
    > sell cafe touba 2
    Sold 2 × Café Touba = *600 F* (V-1). 38 left.
    [Undo]
    > export products
    Boutique Diop
    Enter your PIN (4 to 6 digits):
    > 4321
    Your products, for a spreadsheet.
    [document produits.csv]
    > import products
    Send a CSV or Excel file here on WhatsApp. Its first line names the columns: “name” and “price”, then if you like quantity, unit, code, category, supplier, minimum.
    # sms Moussa
    > export products
    Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    Your products, for a spreadsheet (link valid 24 h):
    http://localhost:0/r/…
    # whatsapp Fatou
    > exporter produits
    Vous n'avez pas ce droit. Demandez au patron.
  `);
  });
});
