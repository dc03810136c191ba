import type { Business } from '../tenants/business.ts';
import { callWaiting } from './call-waiting.ts';
import { holdVariants, type Shelf } from './hold-variant.ts';
import { linesOfOrder } from './ordered.ts';
import { keptQty, milliOf, type Milli } from './quantity.ts';
import { watchShelf } from './watch-shelf.ts';

/** What is missing of a line: so much is there. */
export type Short = { variantId: string; wanted: Milli; available: Milli };

/** An order that is to be paid keeps its goods so long. */
const KEPT_MS = 15 * 60_000;

/** What of these is not there, on shelves that the transaction holds. */
export function shortOf({ settings }: Business, lines: { variantId: string; qty: Milli }[], shelves: Shelf[]): Short[] {
  return lines.flatMap(({ variantId, qty }) => {
    const shelf = shelves.find((each) => each.variantId === variantId);
    const available = Math.max(0, shelf?.available ?? 0);
    return shelf !== undefined && (qty <= available || settings.sellsBelowZero) ? [] : [{ variantId, wanted: qty, available }];
  });
}

/** Keeps all lines of an order aside, or none where something is missing, which is told. */
export async function keepGoods(business: Business, orderId: string): Promise<Short[] | undefined> {
  const { db, id: tenantId, now } = business;
  const lines = await linesOfOrder(business, orderId);
  const short = shortOf(business, lines, await holdVariants(business, lines.map(({ variantId }) => variantId)));
  if (short.length > 0) return short;
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  const again = await db.reservation.updateMany({ where: { orderId }, data: { releasedAt: null, expiresAt } });
  if (again.count === 0) await db.reservation.createMany({ data: lines.map(({ variantId, qty }) => ({ tenantId, variantId, qty: keptQty(qty), orderId, expiresAt })) });
  await reserve(business, lines, 1);
  return undefined;
}

/** What is kept aside for an order, by what it is of. */
export async function keptFor({ db }: Business, orderId: string): Promise<{ variantId: string; qty: Milli }[]> {
  const live = await db.reservation.findMany({ where: { orderId, releasedAt: null }, orderBy: { variantId: 'asc' }, select: { variantId: true, qty: true } });
  return live.map(({ variantId, qty }) => ({ variantId, qty: milliOf(qty) }));
}

/** Nothing is kept for an order any more: others may have it, and those who wait are told. Whoever calls holds the order. */
export async function freeGoods(business: Business, orderId: string): Promise<void> {
  for (const shelf of await release(business, orderId)) {
    await watchShelf(business, shelf);
    await callWaiting(business, shelf);
  }
}

/** The same for goods that leave: nobody is told that they are there. Gives the shelves, as they are then. */
export async function release(business: Business, orderId: string): Promise<Shelf[]> {
  const { db, now } = business;
  const kept = await keptFor(business, orderId);
  if (kept.length === 0) return [];
  const shelves = await holdVariants(business, kept.map(({ variantId }) => variantId), { archivedToo: true });
  await db.reservation.updateMany({ where: { orderId, releasedAt: null }, data: { releasedAt: now } });
  await reserve(business, kept, -1);
  return shelves.map((shelf) => {
    const qty = kept.find(({ variantId }) => variantId === shelf.variantId)?.qty ?? 0;
    return { ...shelf, reserved: shelf.reserved - qty, available: shelf.available + qty };
  });
}

const reserve = ({ db, id }: Business, lines: { variantId: string; qty: Milli }[], sign: 1 | -1) => db.$executeRaw`
  UPDATE "Variant" v SET reserved = v.reserved + d.qty
  FROM unnest(${lines.map(({ variantId }) => variantId)}::uuid[], ${lines.map(({ qty }) => keptQty(sign * qty))}::text[]::numeric[]) AS d(id, qty)
  WHERE v.id = d.id AND v."tenantId" = ${id}::uuid`;
