import type { Refused } from '../../scope.ts';
import { dateOf, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { countReceipt, type Counted } from './count-receipt.ts';
import { holdVariant, type Shelf } from './hold-variant.ts';
import { moveStock } from './move-stock.ts';
import { averageXof, enter } from '../stock/moving-average.ts';
import { costOf, keptQty, type Milli } from './quantity.ts';
import { valueShelf } from './value-shelf.ts';
import { watchShelf } from './watch-shelf.ts';

export type Received = { receiptId: string; name: string; unit: string; qty: Milli; unitXof: number; averageXof: number; left: Shelf; counted: Counted | undefined };
/** `unitXof`: what one cost; `costMilliXof`: all of it, where the price was that of another unit. `supplierId`: whose delivery it is; null where it is of nobody from whom anything is ordered. `expiresOn`: the day until which it is good. */
export type Came = { variantId: string; qty: Milli; unitXof?: number | undefined; costMilliXof?: bigint | undefined; supplierId?: string | null | undefined; expiresOn?: Day | undefined; key: string };

/** Goods have come: at the price said, else at what they last cost. Their average cost moves with them, and they are counted against what was ordered. What was there at an unknown cost is taken to have cost as much. */
export async function receiveGoods(business: Business, { variantId, qty, unitXof, costMilliXof, supplierId, expiresOn, key }: Came): Promise<Received | Refused<'unknown' | 'quantity' | 'price'>> {
  if (qty <= 0) return { refused: 'quantity' };
  const shelf = await holdVariant(business, variantId);
  if (shelf === undefined) return { refused: 'unknown' };
  const paid = unitXof ?? shelf.costXof;
  if (paid === null) return { refused: 'price' };
  const { id: receiptId } = await business.db.goodsReceipt.create({ data: { tenantId: business.id, variantId, qty: keptQty(qty), unitXof: BigInt(paid), expiresOn: expiresOn === undefined ? null : dateOf(expiresOn), by: business.actor, key, at: business.now }, select: { id: true } });
  const ref = { type: 'receipt', id: receiptId };
  const valued = await valueShelf(business, shelf, paid, ref);
  const { holding, correctionMilliXof } = enter(valued.held, BigInt(qty), costMilliXof ?? costOf(qty, paid));
  const left = await moveStock(business, valued, { kind: 'receipt', to: holding, correctionMilliXof, ref, costXof: paid });
  const counted = supplierId === null ? undefined : await countReceipt(business, { receiptId, variantId, qty, supplierId });
  await watchShelf(business, left);
  return { receiptId, name: shelf.name, unit: shelf.unit, qty, unitXof: paid, averageXof: Number(averageXof(holding)), left, counted };
}
