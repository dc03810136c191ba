import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { nextNumber } from '../tenants/next-number.ts';
import { holdVariant, seeVariant, type Shelf } from './hold-variant.ts';
import { moveStock } from './move-stock.ts';
import { adjust } from '../stock/moving-average.ts';
import { francs, keptQty, milliOf, pieces, type Milli } from './quantity.ts';
import { watchShelf } from './watch-shelf.ts';

export const CAUSES = ['loss', 'theft', 'error'] as const;
export type Cause = (typeof CAUSES)[number];
/** `worthXof`: what the difference is worth. */
export type Difference = { expected: Milli; difference: Milli; worthXof: number };
export type Counted = Difference & { seq: number; waits: boolean; left: Milli };

/** A difference of more than this share of what is there is the owner's to accept. */
const OWN_SHARE_MAX = 0.05;
const NO_YEAR = 0;

/** What is missing or too much, before anything is corrected. A count that is right stands for those before it that still wait. */
export async function compareCount(business: Business, variantId: string, counted: Milli): Promise<Difference | Refused<'unknown'>> {
  const shelf = await seeVariant(business, variantId);
  if (shelf === undefined) return { refused: 'unknown' };
  const different = differenceOf(shelf, counted);
  if (different.difference === 0) await supersede(business, variantId);
  return different;
}

/** `expected`: as it was when the count was compared with it. */
export type Found = { variantId: string; counted: Milli; expected: Milli; cause: Cause; key: string };

/** What was counted becomes what is there, with its cause, as long as nothing has moved since it was compared; where it is worth much and another than the owner counted, once they agree. */
export async function settleCount(business: Business, { variantId, counted, expected, cause, key }: Found): Promise<Counted | Refused<'unknown' | 'changed'>> {
  const { db, id: tenantId, actor, role, now } = business;
  const shelf = await holdVariant(business, variantId);
  if (shelf === undefined) return { refused: 'unknown' };
  if (shelf.onHand !== expected) return { refused: 'changed' };
  const different = differenceOf(shelf, counted);
  const waits = role !== 'owner' && isMuch(shelf, different);
  await supersede(business, variantId);
  const seq = await nextNumber(business, 'count', NO_YEAR);
  const { id } = await db.stockCount.create({
    data: { tenantId, seq, variantId, counted: keptQty(counted), expected: keptQty(shelf.onHand), reason: cause, status: waits ? 'waiting' : 'agreed', by: actor, key, at: now, settledAt: waits ? null : now },
    select: { id: true },
  });
  if (waits) tellOwners(business, shelf, seq, different);
  else await correct(business, shelf, { id, cause, difference: different.difference });
  return { ...different, seq, waits, left: waits ? shelf.onHand : counted };
}

/** The owner's word on a count that waited. What has been sold or has come since stays counted: only the difference is corrected, unless more would be missing than there is. */
export async function answerCount(business: Business, seq: number, agreed: boolean): Promise<{ name: string; left: Milli } | Refused<'unknown' | 'answered' | 'changed' | 'superseded'>> {
  const { db, actor, now, settings } = business;
  const about = await db.stockCount.findFirst({ where: { seq }, select: { variantId: true } });
  // The shelf before its counts, as whoever counts holds them: two never wait for one another.
  const shelf = about === null ? undefined : await holdVariant(business, about.variantId);
  const count = shelf === undefined ? undefined : await holdCount(business, seq);
  if (count === undefined || shelf === undefined) return { refused: 'unknown' };
  if (count.status === 'superseded' || (count.status === 'waiting' && count.isFollowed)) return { refused: 'superseded' };
  if (count.status !== 'waiting') return { refused: 'answered' };
  const difference = milliOf(count.counted) - milliOf(count.expected);
  if (agreed && shelf.onHand + difference < 0 && !settings.sellsBelowZero) return { refused: 'changed' };
  await db.stockCount.update({ where: { id: count.id }, data: { status: agreed ? 'agreed' : 'refused', agreedBy: actor, settledAt: now }, select: { id: true } });
  const after = agreed ? await correct(business, shelf, { id: count.id, cause: count.reason, difference }) : shelf;
  return { name: shelf.name, left: after.onHand };
}

type Held = { id: string; counted: object; expected: object; reason: Cause; status: string; isFollowed: boolean };

/** `isFollowed`: the same was counted again, and nobody has refused that. */
async function holdCount({ db, id }: Business, seq: number): Promise<Held | undefined> {
  const [count] = await db.$queryRaw<Held[]>`
    SELECT c.id::text, c.counted, c.expected, c.reason, c.status, EXISTS (SELECT 1 FROM "StockCount" l WHERE l."tenantId" = c."tenantId" AND l."variantId" = c."variantId" AND l.seq > c.seq AND l.status <> 'refused') AS "isFollowed"
    FROM "StockCount" c WHERE c."tenantId" = ${id}::uuid AND c.seq = ${seq}::int FOR UPDATE OF c`;
  return count;
}

/** Each of two counts of one shelf finds the whole difference: the last alone is still to be answered. */
async function supersede({ db, now }: Business, variantId: string): Promise<void> {
  await db.stockCount.updateMany({ where: { variantId, status: 'waiting' }, data: { status: 'superseded', settledAt: now } });
}

/** By what it is worth, or by how many where nobody knows what they cost. */
function isMuch({ held, onHand }: Shelf, { difference, worthXof }: Difference): boolean {
  const heldXof = francs(held.milliXof);
  return heldXof === 0 ? Math.abs(difference) > onHand * OWN_SHARE_MAX : Math.abs(worthXof) > heldXof * OWN_SHARE_MAX;
}

/** An adjustment never changes the average cost: what is found is worth as much as what was there. */
function differenceOf({ onHand, held }: Shelf, counted: Milli): Difference {
  const difference = counted - onHand;
  return { expected: onHand, difference, worthXof: francs(adjust(held, BigInt(difference)).milliXof - held.milliXof) };
}

async function correct(business: Business, shelf: Shelf, { id, cause, difference }: { id: string; cause: Cause; difference: Milli }): Promise<Shelf> {
  if (difference === 0) return shelf;
  const left = await moveStock(business, shelf, { kind: cause, to: adjust(shelf.held, BigInt(difference)), ref: { type: 'count', id } });
  await watchShelf(business, left);
  return left;
}

function tellOwners({ notices, code }: Business, { name }: Shelf, seq: number, { difference, worthXof }: Difference): void {
  notices.push({
    key: `count:${code}:${String(seq)}`, to: { owners: true }, what: 'countWaits', purpose: 'alert', values: { product: name, difference: pieces(difference), amount: Math.abs(worthXof), number: `I-${String(seq)}` },
    offers: [{ verb: 'agreeCount', line: `valider I-${String(seq)} ${code}` }, { verb: 'refuseCount', line: `rejeter I-${String(seq)} ${code}` }],
  });
}
