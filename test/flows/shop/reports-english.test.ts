import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

/** What is behind the link that was given last. */
async function opened(): Promise<{ status: number; type: string | undefined; name: string | undefined; begins: string }> {
  const { code } = await world.db.shortLink.findFirstOrThrow({ where: { kind: 'report' }, orderBy: { createdAt: 'desc' } });
  const answer = await fetch(`${world.local}/r/${code}`);
  const begins = Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4);
  return { status: answer.status, type: answer.headers.get('content-type')?.split(';')[0], name: /filename="?([^";]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1], begins };
}

describe('J13 · in English', () => {
  test('J13, DIG-20, DIG-39 · files by WhatsApp, and only for who may see the money', () => play(world, `
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
    > report month
    *Report of the month*
    Sales: *2,411,025 F* (+39%), number: 337
    Average basket: 7,154 F
    Margin: 328,745 F (14%)
    Service rate: 99%
    Out of stock: 0, low: 0
    Stock: 1,488,750 F at average cost
    Best sellers: Riz parfumé sac 25kg 370,000 F, Sucre sac 50kg 342,000 F, Farine de blé sac 50kg 225,000 F
    Dormant: 3, 37,200 F lie in them
    At 20/11 09:00.
    [PDF file]
    [Last month]
    [Another report]
    > [PDF file]
    I am preparing your file. It comes here in a moment.
    [Another report]
    Your summary of 11/2026 (PDF) is ready. For 24 hours it opens here: http://localhost:0/r/… (keep this link to yourself).
    [document summary-DIOP-2026-11.pdf]
    > report bank
    I am preparing your file. It comes here in a moment.
    [Another report]
    Your report for the bank (PDF) is ready. For 24 hours it opens here: http://localhost:0/r/… (keep this link to yourself).
    [document bank-DIOP-2026-11-20.pdf]
    > report sales as a file
    I am preparing your file. It comes here in a moment.
    [Another report]
    Your sales of 11/2026 (Excel) are ready. For 24 hours the file opens here: http://localhost:0/r/… (keep this link to yourself).
    [document sales-DIOP-2026-11.xlsx]
    > report file
    Which file? Months and the bank report are PDF, sales and stock are Excel.
    [Month] — Since the 1st of the month
    [Last month]
    [Sales] — The best, by category
    [Stock] — Value, by category
    [Bank] — Six months, as a PDF
    # whatsapp Fatou
    > rapport banque
    Vous n'avez pas ce droit. Demandez au patron.
  `));

  test('DIG-20 · who takes the money sees the figures, and no file of costs and margins leaves with them', async () => {
    const fatou = await world.db.member.findFirstOrThrow({ where: { person: { fullName: { startsWith: 'Fatou' } }, tenant: { code: 'DIOP' } } });
    await world.db.member.update({ where: { id: fatou.id }, data: { permissions: [...fatou.permissions, 'money'] } });
    await play(world, `
    # whatsapp Fatou
    > rapport mois
    *Rapport du mois*
    Ventes : *2 411 025 F* (+39 %), nombre : 337
    Panier moyen : 7 154 F
    Marge : 328 745 F (14 %)
    Taux de service : 99 %
    Ruptures : 0, stocks faibles : 0
    Stock : 1 488 750 F au coût moyen
    Meilleures ventes : Riz parfumé sac 25kg 370 000 F, Sucre sac 50kg 342 000 F, Farine de blé sac 50kg 225 000 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:00.
    [Autre rapport]
    > rapport stock
    *Rapport du stock*
    Ruptures : 0, stocks faibles : 0
    Valeur : *1 488 750 F* au coût moyen, 1 488 750 F au dernier prix d'achat
    Par catégorie : Riz et céréales 557 450 F, Épicerie 439 100 F, Hygiène et maison 238 200 F, Frais 146 000 F, Boissons 108 000 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:00.
    [Autre rapport]
    > rapport stock fichier
    Vous n'avez pas ce droit. Demandez au patron.
    > rapport ventes excel
    Vous n'avez pas ce droit. Demandez au patron.
    > rapport banque
    Vous n'avez pas ce droit. Demandez au patron.
    > rapport mois dernier
    Vous n'avez pas ce droit. Demandez au patron.
    # sms Fatou
    > rapport mois
    Rapport du mois: 2 411 025 F, marge 328 745 F, service 99 %, ruptures 0, stock 1 488 750 F. 20/11 09:00
    1.Autre rapport
    0.Menu
    > rapport banque
    Vous n'avez pas ce droit. Demandez au patron.
  `);
    await world.db.member.update({ where: { id: fatou.id }, data: { permissions: fatou.permissions } });
  });

  test('a link shows the file for one day', async () => {
    expect(await opened()).toEqual({ status: 200, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'sales-DIOP-2026-11.xlsx', begins: 'PK\u0003\u0004' });
    await play(world, `
    # sms Moussa
    > report last month
    Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    I am preparing your file. Its link comes by SMS.
    1.Another report
    0.Menu
    Your summary of 10/2026 as a PDF, link valid 24 h: http://localhost:0/r/…
    # ussd Moussa
    > *384*22#
    CON Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    CON Boutique Diop
    1.Sell
    2.Stock of a product
    3.Goods in
    4.Out of stock (0)
    5.To order (25)
    6.Report
    7.Credit book
    8.More
    0.Quit
    > 6
    CON Which report?
    1.Today
    2.Week
    3.Month
    4.Sales
    5.Stock
    6.Figures
    7.Advice
    8.Bank
    0.Back
    > 8
    CON Your file is being made. Its link comes by SMS.
    1.Another report
    0.Menu
    # sms Moussa
    Your report for the bank as a PDF, link valid 24 h: http://localhost:0/r/…
  `);
    expect(await opened()).toEqual({ status: 200, type: 'application/pdf', name: 'bank-DIOP-2026-11-20.pdf', begins: '%PDF' });
    await play(world, `
    # sms Moussa
    > /wait 25h
    # sms Afi
    Promises aujourd'hui: 1. Aucun retard. Pour la liste: A LIVRER
  `);
    expect(await opened()).toMatchObject({ status: 404, type: 'text/html' });
  });
});

describe('J13 · a shop that has sold nothing yet', () => {
  test('J13 · has no report, and is told so instead of noughts', async () => {
    await world.db.saleLine.deleteMany();
    await world.db.sale.deleteMany();
    await play(world, `
    # whatsapp Moussa
    > rapport banque
    No data yet: sell, then ask again tomorrow.
    > rapport ventes excel
    No data yet: sell, then ask again tomorrow.
    > rapport mois dernier
    No data for last month.
    # sms Moussa
    > rapport mois pdf
    Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    No data yet: sell, then ask again tomorrow.
    # ussd Moussa
    > *384*22#
    CON Boutique Diop
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    CON Boutique Diop
    1.Sell
    2.Stock of a product
    3.Goods in
    4.Out of stock (0)
    5.To order (24)
    6.Report
    7.Credit book
    8.More
    0.Quit
    > 6
    CON Which report?
    1.Today
    2.Week
    3.Month
    4.Sales
    5.Stock
    6.Figures
    7.Advice
    8.Bank
    0.Back
    > 8
    END No data yet: sell, then ask again tomorrow.
  `);
    expect(await world.db.due.count({ where: { kind: 'report.make', status: 'waiting', runAt: { lte: world.now() } } })).toBe(0);
  });
});
