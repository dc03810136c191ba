import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { uncountReceipt } from './count-receipt.ts';
import { holdVariant, type Shelf } from './hold-variant.ts';
import { moveStock } from './move-stock.ts';
import { averageXof, leave, type Holding } from '../stock/moving-average.ts';
import { milliOf, milliXofOf } from './quantity.ts';
import { watchShelf } from './watch-shelf.ts';

const REGRET_MS = 15 * 60_000;

/** Goods that had not come after all. What is left of them goes at what they were entered for, or at the average where others have left meanwhile. */
export async function undoReceipt(business: Business, receiptId: string): Promise<{ left: Shelf } | Refused<'unknown' | 'late' | 'gone'>> {
  const { db, now } = business;
  const moves = await db.stockMove.findMany({ where: { refType: 'receipt', refId: receiptId } });
  const came = moves.find(({ kind }) => kind === 'receipt');
  const shelf = came === undefined ? undefined : await holdVariant(business, came.variantId);
  if (came === undefined || shelf === undefined) return { refused: 'unknown' };
  if (await db.stockMove.count({ where: { refType: 'receipt', refId: receiptId, kind: 'return' } }) > 0) return { left: shelf };
  if (now.getTime() - came.at.getTime() > REGRET_MS) return { refused: 'late' };
  const qty = milliOf(came.qty);
  if (qty > shelf.available) return { refused: 'gone' };
  const to = without(shelf, BigInt(qty), milliXofOf(came.worth));
  const costXof = await costBefore(business, shelf, receiptId, to);
  const left = await moveStock(business, shelf, { kind: 'return', to, ref: { type: 'receipt', id: receiptId }, ...(costXof === undefined ? {} : { costXof }) });
  await uncountReceipt(business, receiptId);
  await watchShelf(business, left);
  return { left };
}

/** What the next delivery is taken to cost is no longer the price of one that never came: it is that of the last before it, else the average. */
async function costBefore({ db, id }: Business, { variantId, costXof }: Shelf, receiptId: string, to: Holding): Promise<number | undefined> {
  const undone = await db.goodsReceipt.findUniqueOrThrow({ where: { id: receiptId }, select: { unitXof: true } });
  if (costXof === null || BigInt(costXof) !== undone.unitXof) return undefined;
  const [last] = await db.$queryRaw<{ unitXof: bigint }[]>`
    SELECT r."unitXof" FROM "GoodsReceipt" r WHERE r."tenantId" = ${id}::uuid AND r."variantId" = ${variantId}::uuid AND r.id <> ${receiptId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "StockMove" m WHERE m."refType" = 'receipt' AND m."refId" = r.id AND m.kind = 'return') ORDER BY r.at DESC, r.id DESC LIMIT 1`;
  const before = last?.unitXof ?? averageXof(to);
  return before > 0n ? Number(before) : undefined;
}

/** At what it was entered for, where that much is still there; else at the average. */
function without({ held }: Shelf, milli: bigint, enteredMilliXof: bigint): Holding {
  const left = { ...held, milli: held.milli - milli, milliXof: held.milliXof - enteredMilliXof };
  const fits = left.milliXof >= 0n && (left.milli > 0n || left.milliXof === 0n);
  return fits ? { ...left, lastMilliXof: left.milli > 0n ? (left.milliXof * 1_000n) / left.milli : held.lastMilliXof } : leave(held, milli).holding;
}
