import { countForDashboards } from '../src/db/dashboards.ts';
import { openDatabase, type Prisma } from '../src/db/open-database.ts';
import { bestProducts } from '../src/domain/shop/dashboard/best-products.ts';
import { salesDays } from '../src/domain/shop/dashboard/sales-days.ts';
import { stockHealth } from '../src/domain/shop/dashboard/stock-health.ts';
import { figuresOf, soldProducts, soldToday } from '../src/domain/shop/knowing/figures.ts';
import { readShelves } from '../src/domain/shop/knowing/read-shelves.ts';
import { addDays, dayAt } from '../src/domain/calendar/day.ts';
import { bySystem, inBusiness, type Business } from '../src/domain/tenants/business.ts';
import { countQueries, type Counted } from './count-queries.ts';
import type { BenchDatabase } from './database.ts';
import { fillSales } from './fill-sales.ts';
import { quantile } from './load.ts';

/** One question, of the largest shop and of one of the others; `by`: how it finds sales and what was counted, `whole`: it reads a table of sales from end to end. */
type Question = { name: string; shop: string; p50: number; p95: number; by: string; whole: boolean };
export type Dashboards = { tenants: number; sales: number; largest: number; countedMs: number; questions: Question[] };
type Plan = { tenants: number; sales: number; largest: number; rounds: number; say: (line: string) => void };

const view = (sql: string) => ({ db }: Business): Promise<unknown> => db.$queryRawUnsafe(sql);
const lately = (business: Business) => addDays(dayAt(business.now, business.timezone), -29);
const QUESTIONS: Record<string, (business: Business) => Promise<unknown>> = {
  'dashboard: 30 days of sales': (business) => salesDays(business, 30),
  'dashboard: best products': (business) => bestProducts(business, 10),
  'dashboard: shelves': stockHealth,
  'chiffres: figures': (business) => figuresOf(business, 'month'),
  'chiffres: products sold': (business) => soldProducts(business, lately(business)),
  'chiffres: shelves': readShelves,
  'menu: sold today': soldToday,
  v_ai_diagnostic_stock: view('SELECT * FROM v_ai_diagnostic_stock'),
  'v_ai_analyse_ventes, 30 days': view(`SELECT category, sum(revenue_xof)::float8 FROM v_ai_analyse_ventes WHERE sold_at >= now() - interval '30 days' GROUP BY 1`),
  v_ai_recommandations: view('SELECT * FROM v_ai_recommandations'),
};
const ABOUT = /"Sale|"Variant"|"DemandDay"|v_/;
/** Whose rows nobody may read all of. */
const SALES = /^(Sale|SaleLine|StockMove|DemandDay)$/;
const LONG_MS = 120_000;

/** A year of many shops on one server: what each question takes, and how the server goes about it. */
export async function measureDashboards({ url, sql }: BenchDatabase, { rounds, say, ...filling }: Plan): Promise<Dashboards> {
  const counted = countQueries();
  const { prisma: db, close } = await openDatabase({ databaseUrl: url, dataDir: 'memory:', silenceMs: LONG_MS });
  say(`dashboards: filling in ${filling.sales} sales of ${filling.tenants} shops`);
  for (const statement of fillSales(filling)) await sql(statement);
  const begun = performance.now();
  await countForDashboards(db, new Date());
  const countedMs = performance.now() - begun;
  await sql('ANALYZE');
  say(`dashboards: counted in ${countedMs.toFixed(0)} ms`);
  const questions: Question[] = [];
  for (const code of ['T1', 'T2']) {
    const { id } = await db.tenant.findUniqueOrThrow({ where: { code } });
    for (const [name, ask] of Object.entries(QUESTIONS)) questions.push({ name, shop: code === 'T1' ? 'largest' : 'other', ...(await measured(db, id, ask, rounds)), ...(await planned(db, id, ask, counted)) });
  }
  await close();
  counted.stop();
  return { ...filling, countedMs, questions };
}

const inShop = <T>(db: Prisma, id: string, work: (business: Business) => Promise<T>): Promise<T> => db.$transaction((tx) => inBusiness(tx, id, bySystem(new Date()), work), { timeout: LONG_MS });

/** Often enough for the server to have settled on a plan; the first of them only warm up. */
const ASKED = 20;

function measured(db: Prisma, id: string, ask: (business: Business) => Promise<unknown>, rounds: number): Promise<{ p50: number; p95: number }> {
  return inShop(db, id, async (business) => {
    const took: number[] = [];
    for (let n = 0; n < rounds * ASKED + ASKED; n++) {
      const at = performance.now();
      await ask(business);
      if (n >= ASKED) took.push(performance.now() - at);
    }
    return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
  });
}

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Node[] };

/** Of each statement that it asks, with its values and without knowing them. */
function planned(db: Prisma, id: string, ask: (business: Business) => Promise<unknown>, counted: Counted): Promise<{ by: string; whole: boolean }> {
  return inShop(db, id, async (business) => {
    const asked = counted.texts(ABOUT);
    await ask(business);
    const scans: Scan[] = [];
    for (const [at, { text, values }] of asked.stop().entries()) {
      await business.db.$executeRawUnsafe(`PREPARE asked_${at} AS ${text}`);
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await business.db.$executeRawUnsafe(`SET LOCAL plan_cache_mode = ${mode}`);
        const [row] = await business.db.$queryRawUnsafe<Record<string, { Plan: Node }[]>[]>(`EXPLAIN (FORMAT JSON) EXECUTE asked_${at}${values.length === 0 ? '' : `(${values.map(literal).join(', ')})`}`);
        scans.push(...Object.values(row ?? {}).flatMap(([first]) => (first === undefined ? [] : scansOf(first.Plan))));
      }
      await business.db.$executeRawUnsafe('SET LOCAL plan_cache_mode = auto');
      await business.db.$executeRawUnsafe(`DEALLOCATE asked_${at}`);
    }
    const ways = new Set(scans.filter(({ table }) => /^(Sale|SaleLine|m_)/.test(table)).map(({ table, index }) => index ?? `whole ${table}`));
    return { by: [...ways].join(', '), whole: scans.some(({ table, index }) => index === undefined && SALES.test(table)) };
  });
}

type Scan = { table: string; index: string | undefined };

function scansOf({ 'Node Type': kind, 'Relation Name': table, 'Index Name': index, Plans: below = [] }: Node): Scan[] {
  const others = below.flatMap(scansOf);
  return table === undefined ? others : [{ table, index: kind === 'Bitmap Heap Scan' ? below.map(indexOf).join(' and ') : index }, ...others];
}

/** Several may be put together. */
const indexOf = ({ 'Index Name': index, Plans: below = [] }: Node): string => index ?? below.map(indexOf).join(' and ');

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  const text = value instanceof Date ? value.toISOString() : Array.isArray(value) ? `{${value.join(',')}}` : typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.replaceAll('\'', '\'\'')}'`;
}
