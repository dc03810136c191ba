import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/open-database.ts';
import { endOf, addDays, type Day } from '../domain/calendar/day.ts';
import { seededRandom } from '../domain/forecast/random.ts';
import { lineOf } from '../domain/shop/quantity.ts';
import type { DemoGoods } from './goods.ts';
import type { Past, PastLine } from './past.ts';

export type WithPast = DemoGoods & { variantId: string; past: Past };
type Shop = { tenantId: string; timezone: string };

/** The sales of before are those of a notebook: they have numbers of their own, and the first sale of today is V-1. */
const NOTEBOOK = 100_000;
const LINES_MAX = 4;
const MOMO = 0.2;
const MINUTE_MS = 60_000;

/** Writes what a shop sold, received and could not sell, then the movements of all that in the order in which it happened: six statements, whatever its past. */
export async function seedPast(tx: Tx, { tenantId, timezone }: Shop, goods: readonly WithPast[]): Promise<void> {
  const atOf = clockOf(timezone);
  const row = ({ code, variantId, cost, price }: WithPast, { day, minute, qty }: PastLine) => ({ code, variant: variantId, qty, price, cost, line: lineOf(qty * 1_000, price), at: atOf(day, minute) });
  const rows = (which: 'receipts' | 'sold' | 'lost') => goods.flatMap((each) => each.past[which].map((line) => row(each, line)));
  await tx.$executeRaw`
    INSERT INTO "GoodsReceipt" (id, "tenantId", "variantId", qty, "unitXof", by, key, at)
    SELECT gen_random_uuid(), ${tenantId}::uuid, variant, qty, cost, 'system', 'past:' || variant || ':' || at, at
    FROM jsonb_to_recordset(${JSON.stringify(rows('receipts'))}::jsonb) AS x (variant uuid, qty numeric, cost bigint, at timestamptz)`;
  await tx.$executeRaw`
    INSERT INTO "LostDemand" (id, "tenantId", "variantId", qty, by, key, at)
    SELECT gen_random_uuid(), ${tenantId}::uuid, variant, qty, 'system', 'past:' || variant || ':' || row_number() OVER (ORDER BY at), at
    FROM jsonb_to_recordset(${JSON.stringify(rows('lost'))}::jsonb) AS x (variant uuid, qty numeric, at timestamptz)`;
  await sellAll(tx, tenantId, inBaskets(rows('sold')));
  await moveAll(tx, tenantId, goods.map((each) => row(each, { ...each.past.opening, minute: 0 })));
}

const sellAll = (tx: Tx, tenantId: string, sold: object[]) => tx.$executeRaw`
  WITH sold AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(sold)}::jsonb) AS x (sale uuid, seq int, how text, variant uuid, qty numeric, price bigint, cost bigint, line bigint, at timestamptz)),
  sales AS (
    INSERT INTO "Sale" (id, "tenantId", seq, "totalXof", "costXof", "marginXof", "paidHow", by, channel, key, "soldAt")
    SELECT sale, ${tenantId}::uuid, seq, sum(line), sum(qty * cost), sum(line - qty * cost), how, 'system', 'system', 'past:' || sale, at FROM sold GROUP BY sale, seq, how, at)
  INSERT INTO "SaleLine" (id, "tenantId", "saleId", "variantId", qty, "unitXof", "lineXof", "costXof", "soldAt")
  SELECT gen_random_uuid(), ${tenantId}::uuid, sale, variant, qty, price, line, qty * cost, at FROM sold`;

async function moveAll(tx: Tx, tenantId: string, opening: object[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "StockMove" ("tenantId", "variantId", kind, qty, worth, "refType", "refId", by, channel, at)
    SELECT ${tenantId}::uuid, variant, kind, qty, worth, kind, ref, 'system', 'system', at FROM (
      SELECT variant, 'opening' AS kind, qty, qty * cost AS worth, variant AS ref, at FROM jsonb_to_recordset(${JSON.stringify(opening)}::jsonb) AS x (variant uuid, qty numeric, cost bigint, at timestamptz)
      UNION ALL SELECT "variantId", 'receipt', qty, qty * "unitXof", id, at FROM "GoodsReceipt" WHERE "tenantId" = ${tenantId}::uuid
      UNION ALL SELECT "variantId", 'sale', -qty, -"costXof", "saleId", "soldAt" FROM "SaleLine" WHERE "tenantId" = ${tenantId}::uuid) all_of_it ORDER BY at, ref`;
  await tx.$executeRaw`
    UPDATE "Variant" v SET "lastSoldAt" = m.sold, "lastInAt" = m.came
    FROM (SELECT "variantId", max(at) FILTER (WHERE kind = 'sale') AS sold, max(at) FILTER (WHERE kind <> 'sale') AS came FROM "StockMove" WHERE "tenantId" = ${tenantId}::uuid GROUP BY 1) m WHERE v.id = m."variantId"`;
}

type Line = { code: string; variant: string; qty: number; price: number; cost: number; line: number; at: string };
type Bought = Line & { sale: string; seq: number; how: string };

/** Who comes buys a few things at once, each once. */
function inBaskets(lines: Line[]): Bought[] {
  const random = seededRandom(NOTEBOOK);
  let basket = new Map<string, Bought>();
  let [seq, room] = [NOTEBOOK, 0];
  const bought: Bought[] = [];
  for (const line of lines.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.code < other.code ? -1 : 1))) {
    const first = basket.values().next().value;
    if (first === undefined || basket.size >= room || basket.has(line.variant) || first.at.slice(0, 10) !== line.at.slice(0, 10)) {
      basket = new Map();
      room = 1 + Math.floor(random() * LINES_MAX);
      seq += 1;
    }
    const { sale, how, at } = basket.values().next().value ?? { sale: randomUUID(), how: random() < MOMO ? 'momo' : 'cash', at: line.at };
    const one = { ...line, sale, seq, how, at };
    basket.set(line.variant, one);
    bought.push(one);
  }
  return bought;
}

/** The moment of a minute of a day there. */
function clockOf(timezone: string): (day: Day, minute: number) => string {
  const midnights = new Map<Day, number>();
  return (day, minute) => {
    const midnight = midnights.get(day) ?? endOf(addDays(day, -1), timezone).getTime();
    midnights.set(day, midnight);
    return new Date(midnight + minute * MINUTE_MS).toISOString();
  };
}
