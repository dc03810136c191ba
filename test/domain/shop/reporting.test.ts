import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countQueries, type Counted } from '../../../bench/count-queries.ts';
import { fillMonth } from '../../../bench/fill-month.ts';
import type { Database } from '../../../src/db/open-database.ts';
import { isWhole, lastOf, monthAfter, sameDayOf, type Month } from '../../../src/domain/shop/reporting/months.ts';
import { readReport } from '../../../src/domain/shop/reporting/read-report.ts';
import { readSalesPage, type Cursor, type PageLine } from '../../../src/domain/shop/reporting/read-sales.ts';
import { REPORT_FILES, type ReportFile } from '../../../src/domain/shop/reporting/report-kinds.ts';
import { bySystem, inBusiness, type Business } from '../../../src/domain/tenants/business.ts';
import { openTestDatabase } from '../../helpers/database.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' } as const;

let counted: Counted;
let database: Database;
let tenantId: string;
beforeAll(async () => {
  counted = countQueries();
  database = await openTestDatabase({ cast: true });
  tenantId = (await database.prisma.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } })).id;
});
afterAll(async () => {
  await database.close();
  counted.stop();
});

const inDiop = <T>(work: (business: Business) => Promise<T>) => database.prisma.$transaction((tx) => inBusiness(tx, tenantId, bySystem(NOW), work));
async function queriesOf(kind: ReportFile): Promise<number> {
  await inDiop((business) => readReport(business, kind, '2026-10')); // what the first one writes down
  const before = counted.asked();
  await inDiop((business) => readReport(business, kind, '2026-10'));
  return counted.asked() - before;
}

async function queriesOfAll(): Promise<number[]> {
  const all: number[] = [];
  for (const kind of REPORT_FILES) all.push(await queriesOf(kind));
  return all;
}

async function pagesOf(): Promise<PageLine[][]> {
  const pages: PageLine[][] = [];
  let after: Cursor | undefined;
  for (;;) {
    const last = after;
    const page = await inDiop((business) => readSalesPage(business, OCTOBER, last));
    if (page === undefined) return pages;
    pages.push(JSON.parse(page.lines) as PageLine[]);
    after = page.next;
  }
}

describe('what a report is made from', () => {
  test('takes as many questions for 550 products and 5 000 sales more as for 50 products, and the sales come page by page, each once', async () => {
    const few = await queriesOfAll();
    const before = (await pagesOf()).flat();
    for (const sql of fillMonth({ code: 'DIOP', first: '2026-10-01', sales: 5_000 })) await database.prisma.$executeRawUnsafe(sql);
    const many = await queriesOfAll();
    expect(many).toEqual(few);
    expect(Math.max(...many)).toBeLessThan(25);
    const pages = await pagesOf();
    const lines = pages.flat();
    expect([pages.length, lines.length, new Set(lines.map(({ sale, code, qtyMilli }) => `${sale} ${code} ${qtyMilli}`)).size]).toEqual([3, before.length + 5_000, lines.length]);
    const perSale = pages.map((page) => new Set(page.map(({ sale }) => sale)));
    expect(perSale.flatMap((names) => [...names]).length).toBe(new Set(lines.map(({ sale }) => sale)).size);
    expect(lines.map(({ on, clock }) => `${on} ${clock}`)).toEqual(lines.map(({ on, clock }) => `${on} ${clock}`).toSorted());
  });

  test('DIG-20 · is the month of the business alone', async () => {
    await database.prisma.tenant.update({ where: { id: tenantId }, data: { timezone: 'Africa/Porto-Novo' } });
    const [october, november] = [await inDiop((business) => readReport(business, 'monthly', '2026-10')), await inDiop((business) => readReport(business, 'monthly', '2026-11'))];
    const turnovers = [october, november].map((read) => (read?.kind === 'monthly' ? read.now.turnoverXof : undefined));
    // There midnight is an hour earlier.
    const summed = await database.prisma.$queryRaw<{ xof: number }[]>`
      SELECT sum("totalXof")::float8 AS xof FROM "Sale" WHERE "tenantId" = ${tenantId}::uuid AND "voidedAt" IS NULL AND "soldAt" >= '2026-09-30T23:00:00Z' AND "soldAt" < '2026-11-20T23:00:00Z' GROUP BY "soldAt" >= '2026-10-31T23:00:00Z' ORDER BY "soldAt" >= '2026-10-31T23:00:00Z'`;
    expect(turnovers).toEqual(summed.map(({ xof }) => xof));
    expect(await inDiop((business) => readReport(business, 'monthly', '2026-12'))).toBeUndefined();
    expect(await inDiop((business) => readReport(business, 'monthly', '2026-07'))).toBeUndefined();
    const elsewhere = await database.prisma.tenant.findFirstOrThrow({ where: { code: 'AFI' } });
    for (const kind of REPORT_FILES) expect(await database.prisma.$transaction((tx) => inBusiness(tx, elsewhere.id, bySystem(NOW), (business) => readReport(business, kind, '2026-10')))).toBeUndefined();
  });

  test('DIG-20 · a month is not set beside one of which only the end was sold', async () => {
    const besides = async (month: Month) => {
      const read = await inDiop((business) => readReport(business, 'monthly', month));
      return read?.kind === 'monthly' && read.before !== undefined;
    };
    // The first sale was in the second half of August.
    expect([await besides('2026-09'), await besides('2026-10'), await besides('2026-11')]).toEqual([false, true, true]);
    const { id } = await database.prisma.sale.findFirstOrThrow({ where: { tenantId }, orderBy: { soldAt: 'asc' } });
    await database.prisma.$executeRaw`UPDATE "Sale" SET "soldAt" = '2026-08-05T10:00:00Z' WHERE id = ${id}::uuid`;
    expect(await besides('2026-09')).toBe(true);
    expect([isWhole('2026-08', '2026-08-05'), isWhole('2026-08', '2026-08-06'), isWhole('2026-07', '2026-08-01')]).toEqual([true, false, false]);
  });

  test('months are counted over the years, and the 31st of one is the last of another', () => {
    expect([monthAfter('2026-11', 2), monthAfter('2026-01', -1), monthAfter('2026-11', -12), lastOf('2028-02')]).toEqual(['2027-01', '2025-12', '2025-11', '2028-02-29']);
    expect([sameDayOf('2026-02', '2026-03-31'), sameDayOf('2026-02', '2026-03-15')]).toEqual(['2026-02-28', '2026-02-15']);
  });
});
