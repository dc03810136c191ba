import { SILENCE_MS, type Prisma, type Tx } from './open-database.ts';

const COUNTED = ['m_refreshed', 'm_sales_days', 'm_sold_products', 'm_stock_health'];
/** However many sales there are; nobody waits for it, and who reads meanwhile reads what was counted before. */
const COUNTING_MS = 60_000;
/** One of them is given up by the server before its silence is taken for death: the connection lives, and the next count comes in its time. */
const ONE_MS = SILENCE_MS - 2_000;

/** Counts anew what dashboards show of the days that are over, for every business and as of one moment. */
export const countForDashboards = (db: Pick<Prisma, '$transaction'>, now: Date): Promise<void> => db.$transaction(async (tx) => {
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(ONE_MS)}, true)`;
  await recount(tx, now);
}, { timeout: COUNTING_MS });

/** In a transaction of somebody's, with what it has written. */
export async function recount(tx: Pick<Tx, '$executeRaw' | '$executeRawUnsafe'>, now: Date): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.now', ${now.toISOString()}, true)`;
  for (const view of COUNTED) await tx.$executeRawUnsafe(`REFRESH MATERIALIZED VIEW CONCURRENTLY ${view}`);
  await tx.$executeRaw`SELECT set_config('app.now', '', true)`;
}
