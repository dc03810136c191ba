import type { Day } from '../calendar/day.ts';
import type { AbcClass } from '../stock/abc.ts';
import { shownDays } from '../stock/coverage.ts';
import { leadTime, type LeadTime } from '../stock/lead-time.ts';
import type { Business } from '../tenants/business.ts';
import { judgedNow, readShelves, type KnownShelf } from './knowing/read-shelves.ts';
import { onOrder, type Coming } from './on-order.ts';
import type { Milli } from './quantity.ts';
import { seeGoods, type SupplyGoods } from './supply-goods.ts';

/** What a shelf will come to. `coverage` in days and `emptyOn` are unknown where no night has said anything of it; `advised` is then 0. */
export type Outlook = SupplyGoods & { coverage: number | undefined; emptyOn: Day | undefined; advised: Milli; lead: LeadTime; rank: AbcClass; coming: Coming | undefined };

const USUAL_LEAD_DAYS = 7;

/** How long what is there will last by what the last night said, and what to order of it, for as many as are asked about, in a constant number of questions. */
export async function supplyOutlook(business: Business, variantIds: string[]): Promise<Map<string, Outlook>> {
  if (variantIds.length === 0) return new Map();
  const goods = await seeGoods(business, variantIds);
  const shelves = new Map((await readShelves(business, variantIds)).map((shelf) => [shelf.variantId, shelf]));
  const coming = await onOrder(business, variantIds);
  const took = await daysTaken(business, goods.flatMap(({ supplier }) => (supplier === undefined ? [] : [supplier.id])));
  return new Map(goods.map((each) => {
    const { variantId, supplier } = each;
    const lead = leadTime(took.get(supplier?.id ?? '') ?? [], supplier?.leadTimeDays ?? USUAL_LEAD_DAYS);
    return [variantId, { ...each, lead, coming: coming.get(variantId), ...foreseen(shelves.get(variantId), business) }];
  }));
}

function foreseen(shelf: KnownShelf | undefined, business: Business): Pick<Outlook, 'coverage' | 'emptyOn' | 'advised' | 'rank'> {
  const judged = shelf && judgedNow(shelf, business);
  if (shelf === undefined || judged === undefined) return { coverage: undefined, emptyOn: undefined, advised: 0, rank: 'C' };
  const { cover, out, advice } = judged;
  return { coverage: cover === undefined ? undefined : shownDays(cover), emptyOn: out.on, advised: 'units' in advice ? Math.round(advice.units * 1_000) : 0, rank: shelf.foreseen?.abc ?? 'C' };
}

/** How many days the last deliveries of each supplier took. */
async function daysTaken({ db, id }: Business, supplierIds: string[]): Promise<Map<string, number[]>> {
  const rows = await db.$queryRaw<{ supplierId: string; days: number }[]>`
    SELECT s.id::text AS "supplierId", o.days FROM unnest(${supplierIds}::uuid[]) s(id), LATERAL (
      SELECT extract(epoch FROM "receivedAt" - "sentAt")::float8 / 86400 AS days FROM "PurchaseOrder"
      WHERE "supplierId" = s.id AND "tenantId" = ${id}::uuid AND status = 'received' AND "receivedAt" IS NOT NULL AND "sentAt" IS NOT NULL ORDER BY "receivedAt" DESC LIMIT 20) o`;
  return new Map([...Map.groupBy(rows, ({ supplierId }) => supplierId)].map(([supplierId, own]) => [supplierId, own.map(({ days }) => days)]));
}
