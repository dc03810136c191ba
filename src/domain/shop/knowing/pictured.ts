import { addDays, dateOf, dayAt, dayOf, daysBetween, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import { soldDays } from './figures.ts';
import { judgedNow, readShelves, type KnownShelf } from './read-shelves.ts';

const DAYS = 30;
const AHEAD_DAYS = 15;
type Level = { on: Day; milli: number };
/** What a stock was at the end of each day, and is expected to be; today is the last of what was. */
export type StockCurve = { name: string; unit: string; past: Level[]; ahead: Level[]; minMilli?: number; goneOn?: Day };

/** What each of the last days brought in, those without a sale too; empty where nothing was ever sold in them. */
export async function salesPictured(business: Business): Promise<{ on: Day; xof: number }[]> {
  const today = dayAt(business.now, business.timezone);
  const sold = await soldDays(business, addDays(today, 1 - DAYS), today);
  const known = new Map(sold.map(({ on, totalXof }) => [on, totalXof]));
  const first = sold[0]?.on;
  return first === undefined ? [] : Array.from({ length: daysBetween(first, today) + 1 }, (_, at) => addDays(first, at)).map((on) => ({ on, xof: known.get(on) ?? 0 }));
}

/** How one stock has gone, and goes as the last night foresaw it. Undefined for what is on no shelf any more. */
export async function stockPictured(business: Business, variantId: string): Promise<StockCurve | undefined> {
  const [shelf] = await readShelves(business, [variantId]);
  if (shelf === undefined) return undefined;
  const today = dayAt(business.now, business.timezone);
  const goneOn = judgedNow(shelf, business)?.out.on;
  return { name: shelf.name, unit: shelf.unit, past: await levelsOf(business, variantId, today), ahead: expected(shelf, today), ...(shelf.min === undefined ? {} : { minMilli: inMilli(shelf.min) }), ...(goneOn === undefined ? {} : { goneOn }) };
}

/** Counted back from what is there now, from its first movement on. */
async function levelsOf({ db, id, timezone }: Business, variantId: string, today: Day): Promise<Level[]> {
  const rows = await db.$queryRaw<{ on: Date; qty: number }[]>`
    SELECT d::date AS on, (v."onHand" - coalesce((SELECT sum(m.qty) FROM "StockMove" m WHERE m."variantId" = v.id AND m.at >= (d::date + 1)::timestamp AT TIME ZONE ${timezone}), 0))::float8 AS qty
    FROM "Variant" v CROSS JOIN LATERAL (SELECT m.at FROM "StockMove" m WHERE m."variantId" = v.id ORDER BY m.id LIMIT 1) first
      CROSS JOIN LATERAL generate_series(greatest(${dateOf(addDays(today, 1 - DAYS))}::date, (first.at AT TIME ZONE ${timezone})::date), ${dateOf(today)}::date, interval '1 day') d
    WHERE v.id = ${variantId}::uuid AND v."tenantId" = ${id}::uuid ORDER BY 1`;
  return rows.map(({ on, qty }) => ({ on: dayOf(on), milli: inMilli(qty) }));
}

/** Less what each day is expected to sell, with what suppliers have promised for it; none where no night has foreseen it. */
function expected({ available, foreseen, onOrder }: KnownShelf, today: Day): Level[] {
  if (foreseen === undefined) return [];
  const levels: Level[] = [];
  let units = Math.max(0, available);
  for (let ahead = 1; ahead <= AHEAD_DAYS; ahead++) {
    const [on, sells] = [addDays(today, ahead), foreseen.expected[daysBetween(foreseen.day, today) + ahead]];
    if (sells === undefined) break;
    const comes = onOrder.receipts.reduce((sum, receipt) => (receipt.on === on ? sum + receipt.units : sum), 0);
    units = Math.max(0, units - sells + comes);
    levels.push({ on, milli: inMilli(units) });
  }
  return levels;
}

const inMilli = (units: number): number => Math.round(units * 1_000);
