import type { Tx } from '../../db/open-database.ts';
import type { Refused } from '../../scope.ts';
import { dayAt } from '../calendar/day.ts';
import { nearNumbers } from '../spoken/near-numbers.ts';
import { readOrderRef, type OrderRef } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';

/** `name`: whom it is with, the client for a workshop, the workshop for a client. */
export type FoundOrder = { orderId: string; tenantId: string; clientId: string; year: number; seq: number; status: string; description: string; name: string };
/** `which`: several are called so, the latest first. `near`: what they may have meant, only ever of their own. */
export type OrderAnswer = { order: FoundOrder } | { which: FoundOrder[] } | Refused<'unread'> | (Refused<'unknown'> & { near: FoundOrder[] });

const NEAR_MAX = 3;

/** The order that somebody of this business calls so. */
export async function findOrder({ db, id, now, timezone }: Business, said: OrderRef | string): Promise<OrderAnswer> {
  const ref = refOf(said);
  return ref === undefined ? { refused: 'unread' } : answer(ref, (seqs) => ofBusiness(db, id, seqs, yearsOf(ref, now, timezone)));
}

/** The order that a client calls so, in whatever workshop it is. Outside the walls. */
export async function findOwnOrder(tx: Tx, { personId, now }: { personId: string; now: Date }, said: OrderRef | string): Promise<OrderAnswer> {
  const ref = refOf(said);
  return ref === undefined ? { refused: 'unread' } : answer(ref, async (seqs) => (await ofPerson(tx, personId, seqs)).flatMap(({ timezone, ...order }) => (yearsOf(ref, now, timezone).includes(order.year) ? [order] : [])));
}

const refOf = (said: OrderRef | string): OrderRef | undefined => (typeof said === 'string' ? readOrderRef(said) : said);

/** A number without its year is of this year or the last. */
function yearsOf({ year }: OrderRef, now: Date, timezone: string): number[] {
  const current = Number(dayAt(now, timezone).slice(0, 4));
  return year === undefined ? [current, current - 1] : [year];
}

async function answer({ seq }: OrderRef, look: (seqs: number[]) => Promise<FoundOrder[]>): Promise<OrderAnswer> {
  const found = await look([seq]);
  const [order] = found;
  if (order !== undefined) return found.length > 1 ? { which: found } : { order };
  const likely = nearNumbers(seq);
  const near = (await look(likely)).sort((one, other) => other.year - one.year || likely.indexOf(one.seq) - likely.indexOf(other.seq));
  return { refused: 'unknown', near: near.slice(0, NEAR_MAX) };
}

const ofBusiness = (db: Tx, tenantId: string, seqs: number[], years: number[]) => db.$queryRaw<FoundOrder[]>`
  SELECT o.id::text AS "orderId", o."tenantId"::text, o."clientId"::text, o.year, o.seq, o.status, o.description, p."fullName" AS name
  FROM "Order" o JOIN "Client" c ON c.id = o."clientId" JOIN "Person" p ON p.id = c."personId"
  WHERE o."tenantId" = ${tenantId}::uuid AND o.year = ANY(${years}) AND o.seq = ANY(${seqs}) ORDER BY o.year DESC, o.seq`;

const ofPerson = (tx: Tx, personId: string, seqs: number[]) => tx.$queryRaw<(FoundOrder & { timezone: string })[]>`
  SELECT o.id::text AS "orderId", o."tenantId"::text, o."clientId"::text, o.year, o.seq, o.status, o.description, t.name, t.timezone
  FROM "Client" c JOIN "Order" o ON o."tenantId" = c."tenantId" AND o."clientId" = c.id JOIN "Tenant" t ON t.id = o."tenantId"
  WHERE c."personId" = ${personId}::uuid AND o.seq = ANY(${seqs}) ORDER BY o.year DESC, o."createdAt" DESC, o.id`;
