import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figuresOf } from '../../src/domain/shop/knowing/figures.ts';
import { readInventory } from '../../src/domain/shop/reporting/read-inventory.ts';
import { bySystem, inBusiness } from '../../src/domain/tenants/business.ts';
import { openFileStore } from '../../src/media/file-store.ts';
import { sweepMedia } from '../../src/jobs/sweep-media.ts';
import { installed, recounted } from '../templates/office.ts';
import { readPaper } from '../templates/read-paper.ts';
import { openReportedShop, type ReportedShop } from './reported-shop.ts';

const store = openFileStore('memory:');
let isFull = false;
const files = { ...store, put: (bytes: Buffer) => (isFull ? Promise.reject(new Error('no space is left')) : store.put(bytes)) };
let shop: ReportedShop;
beforeAll(async () => (shop = await openReportedShop({ files })));
afterAll(() => shop.close());

const KB = 1024;
const grouped = (amount: number): string => new Intl.NumberFormat('fr').format(amount).replace(/[\u202f\u00a0]/g, ' ');
const sum = <One>(all: readonly One[], of: (one: One) => bigint): number => all.reduce((total, one) => total + Number(of(one)), 0);

async function fileOf(kind: string, month?: string): Promise<Buffer> {
  await shop.ask(kind, month === undefined ? {} : { month });
  await shop.wakeAt(new Date(shop.now().getTime() + 1_000).toISOString());
  const kept = (await shop.reports()).at(-1);
  const bytes = await files.get(kept?.sha256 ?? '');
  expect([kept?.kind, kept?.bytes]).toEqual([kind, bytes?.length]);
  return bytes ?? Buffer.alloc(0);
}

describe('the files of Boutique Diop say what its books say', () => {
  test('DIG-39, DIG-40 · the synthesis of a month: two or three pages, at most 300 kB', async () => {
    const bytes = await fileOf('monthly', '2026-10');
    const { pages, text } = await readPaper(bytes);
    const sold = await shop.sold('2026-10-01', '2026-10-31');
    const turnover = sum(sold, ({ lineXof }) => lineXof);
    expect([bytes.length < 300 * KB, pages.length <= 3]).toEqual([true, true]);
    for (const words of ['Boutique Diop', 'Synthèse mensuelle : octobre 2026', `${grouped(turnover)} F`, `${grouped(turnover - sum(sold, ({ costXof }) => costXof ?? 0n))} F`, 'mois d’avant : ', 'Fiabilité moyenne', 'Produits dormants']) expect(text).toContain(words);
  });

  test('DIG-53, DIG-21 · beside what the shop aims at, and what it leaves out as nobody knows its cost', async () => {
    const [variant] = await shop.db.variant.findMany({ where: { tenantId: shop.tenantId, onHand: { gt: 0 } }, take: 1 });
    await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { settings: { goals: { turnover: 1_000, margin: 99 } } } });
    await shop.db.variant.update({ where: { id: variant?.id ?? '' }, data: { costXof: null, worth: 0, unitCost: 0 } });
    await shop.db.saleLine.updateMany({ where: { variantId: variant?.id ?? '' }, data: { costXof: null } });
    await shop.db.$executeRaw`UPDATE "Sale" s SET "costXof" = l.cost, "marginXof" = l.margin FROM (SELECT "saleId", coalesce(sum("costXof"), 0) AS cost, coalesce(sum("lineXof" - "costXof"), 0) AS margin FROM "SaleLine" GROUP BY 1) l WHERE l."saleId" = s.id`;
    for (const kind of ['monthly', 'bank']) {
      const { text } = await readPaper(await fileOf(kind, '2026-10'));
      for (const words of ['le coût du reste est inconnu', 'sans 1 produit au coût inconnu', ...(kind === 'monthly' ? ['objectif 1 000 F : atteint', 'objectif 99 % : non atteint'] : [])]) expect(text).toContain(words);
    }
    const { margin: earned } = await shop.db.$transaction((tx) => inBusiness(tx, shop.tenantId, bySystem(shop.now()), (business) => figuresOf(business, 'month')));
    expect(earned?.ofShare).toBeLessThan(1);
  });

  test('DIG-20 · one that is not over is set beside the same days of the month before', async () => {
    const { text } = await readPaper(await fileOf('monthly', '2026-11'));
    const [now, before] = [await shop.sold('2026-11-01', '2026-11-20'), await shop.sold('2026-10-01', '2026-10-20')];
    for (const sold of [now, before]) expect(text).toContain(`${grouped(sum(sold, ({ lineXof }) => lineXof))} F`);
    expect(text).toContain('même période, mois d’avant : ');
  });

  test('J13 · for the bank: the months that are over since the first sale', async () => {
    const bytes = await fileOf('bank');
    const { text } = await readPaper(bytes);
    expect(bytes.length).toBeLessThan(300 * KB);
    for (const [month, from, to] of [['septembre', '2026-09-01', '2026-09-30'], ['octobre', '2026-10-01', '2026-10-31']] as const) expect(text).toContain(`${month} 2026 ${grouped(sum(await shop.sold(from, to), ({ lineXof }) => lineXof))} F`);
    expect(text).toContain('Période : septembre 2026 – octobre 2026');
    expect(text).toContain('première vente notée le 22/08/2026');
  });

});

(installed ? describe : describe.skip)('the workbooks of Boutique Diop, opened', () => {
  test('DIG-39 · LibreOffice counts the sales of the month and all its shelves to the same', async () => {
    const sold = await shop.sold('2026-11-01', '2026-11-20');
    const sales = await recounted(await fileOf('sales'));
    expect(sales.get('Lignes')?.filter(([, , sale]) => /^V-\d+$/.test(sale ?? ''))).toHaveLength(sold.length);
    for (const sheet of ['Par jour', 'Par produit', 'Par catégorie', 'Lignes']) expect([sheet, sales.get(sheet)?.at(-2) ?? sales.get(sheet)?.at(-1)].flat()).toContain(String(sum(sold, ({ lineXof }) => lineXof)));
    const shelves = await recounted(await fileOf('inventory'));
    const read = await shop.db.$transaction((tx) => inBusiness(tx, shop.tenantId, bySystem(shop.now()), readInventory));
    const worth = (read?.rows ?? []).reduce((all, { worthMilliXof }) => all + worthMilliXof, 0) / 1_000;
    expect([read?.rows.length, (shelves.get('Catégories')?.at(-2) ?? []).map(Number)]).toEqual([50, expect.arrayContaining([50, worth])]);
  });
});

describe('a report that is kept', () => {
  test('is no file of nobody while its row is there, and goes a week later', async () => {
    const job = sweepMedia(files);
    if (!('prepare' in job)) throw new Error('a sweep looks first');
    const sweep = async () => {
      const apply = await job.prepare({ id: 0, key: '', kind: '', contactId: null, payload: {}, step: null, attempts: 1, createdAt: shop.now() }, shop.now());
      if ('notYet' in apply) throw new Error(apply.notYet);
      await shop.db.$transaction((tx) => apply(tx, { id: 0, key: '', kind: '', contactId: null, payload: {}, step: null, attempts: 1, createdAt: shop.now() }, shop.now()));
    };
    await fileOf('bank');
    const before = await files.names();
    await sweep();
    expect(await files.names()).toEqual(before);
    await shop.db.reportFile.deleteMany();
    await sweep();
    expect(await files.names()).toEqual([]);
  });

  test('DIG-28 · that cannot be made is tried three times more, then left to an operator, and who asked is told', async () => {
    isFull = true;
    await shop.db.outbox.deleteMany();
    await shop.ask('bank', { by: 'sms' });
    for (let minute = 0; minute < 5; minute++) await shop.wakeAt(new Date(shop.now().getTime() + 130_000).toISOString());
    expect(await shop.db.due.findFirst({ where: { kind: 'report.make', status: 'parked' } })).toMatchObject({ attempts: 4 });
    expect(await shop.letters()).toEqual([expect.objectContaining({ purpose: 'late', channel: 'sms', text: "Boutique Diop: votre rapport n'a pas pu etre fait. Redemandez-le dans une heure." })]);
  });
});
