import type { Refused } from '../../scope.ts';
import { nextNumber } from '../tenants/next-number.ts';
import type { Business } from '../tenants/business.ts';
import { holdVariant, type Shelf } from './hold-variant.ts';
import { moveStock } from './move-stock.ts';
import { earnedBy } from '../stock/margin.ts';
import { leave } from '../stock/moving-average.ts';
import { keptQty, lineOf, type Milli } from './quantity.ts';
import { costOfSale, keptCostXof, keptEarned } from './sale-cost.ts';
import { usualQty } from './usual-qty.ts';
import { watchShelf } from './watch-shelf.ts';

export type PaidHow = 'cash' | 'momo' | 'credit';
/** `unitXof`: another price than that of the list; `totalXof`: what all of it comes to, where its price was that of another unit. `clientId`: who owes it. `sure`: a quantity that is not usual is meant. */
export type Wanted = { variantId: string; qty: Milli; unitXof?: number; totalXof?: number; paidHow: PaidHow; clientId?: string; sure?: boolean; key: string };
export type Sold = { saleId: string; seq: number; name: string; unit: string; qty: Milli; totalXof: number; left: Shelf; belowCost: boolean };
export type NotSold = Refused<'unknown' | 'quantity' | 'who'> | (Refused<'short'> & { available: Milli }) | (Refused<'unusual'> & { usual: Milli });

/** More than so many times what is usual is asked about: a zero too many is easily typed. */
const UNUSUAL = 5;
/** V-318 goes on from one year to the next. */
const NO_YEAR = 0;

/** One sale, once for each message: it leaves the shelf at its average cost, and who has not paid owes it. */
export async function sell(business: Business, { variantId, qty, unitXof, totalXof: comesTo, paidHow, clientId, sure = false, key }: Wanted): Promise<Sold | NotSold> {
  const { db, id: tenantId, now, actor, channel, settings } = business;
  if (qty <= 0) return { refused: 'quantity' };
  if (paidHow === 'credit' && clientId === undefined) return { refused: 'who' };
  const shelf = await holdVariant(business, variantId);
  if (shelf === undefined) return { refused: 'unknown' };
  const usual = sure ? undefined : await usualQty(business, variantId);
  if (usual !== undefined && qty > usual * UNUSUAL) return { refused: 'unusual', usual };
  if (qty > shelf.available && !settings.sellsBelowZero) return { refused: 'short', available: Math.max(0, shelf.available) };

  const price = unitXof ?? shelf.priceXof;
  const totalXof = comesTo ?? lineOf(qty, price);
  const { holding, costMilliXof } = leave(shelf.held, BigInt(qty));
  const costXof = costOfSale(shelf, costMilliXof);
  const seq = await nextNumber(business, 'sale', NO_YEAR);
  const { id: saleId } = await db.sale.create({ data: { tenantId, seq, totalXof: BigInt(totalXof), ...keptEarned(earnedBy([{ lineXof: totalXof, costXof }])), paidHow, clientId: clientId ?? null, by: actor, channel, key, soldAt: now }, select: { id: true } });
  await db.saleLine.create({ data: { tenantId, saleId, variantId, qty: keptQty(qty), unitXof: BigInt(price), lineXof: BigInt(totalXof), costXof: keptCostXof(costXof), soldAt: now }, select: { id: true } });
  if (paidHow === 'credit' && clientId !== undefined) await db.debtEntry.create({ data: { tenantId, clientId, saleId, amountXof: BigInt(totalXof), kind: 'sale', by: actor, key: `sale:${saleId}`, at: now }, select: { id: true } });
  const left = await moveStock(business, shelf, { kind: 'sale', to: holding, ref: { type: 'sale', id: saleId } });
  await watchShelf(business, left);
  return { saleId, seq, name: shelf.name, unit: shelf.unit, qty, totalXof, left, belowCost: shelf.costXof !== null && price < shelf.costXof };
}
