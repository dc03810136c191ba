import type { Refused } from '../../scope.ts';
import { nextNumber } from '../tenants/next-number.ts';
import type { Business } from '../tenants/business.ts';
import { owedXof } from './find-debtor.ts';

/** `sure`: the same amount a moment ago was another payment. */
export type Settling = { clientId: string; amountXof: number; how: 'cash' | 'momo'; sure: boolean; key: string };
export type Settled = { seq: number; remainingXof: number };
export type NotSettled = Refused<'unknown' | 'nothing'> | (Refused<'tooMuch'> & { owedXof: number }) | (Refused<'again'> & { minutes: number });

/** P-12 goes on from one year to the next. */
const NO_YEAR = 0;
/** Two who note the same money do so within this time. */
const AGAIN_MS = 15 * 60_000;
const MINUTE_MS = 60_000;

/** What a client pays of what they owe, never more than that, once for each message. They are told what remains. */
export async function settleDebt(business: Business, { clientId, amountXof, how, sure, key }: Settling): Promise<Settled | NotSettled> {
  const { db, id: tenantId, actor, now, name, notices } = business;
  if (!(await holdClient(business, clientId))) return { refused: 'unknown' };
  const owed = await owedXof(business, clientId);
  if (owed <= 0) return { refused: 'nothing' };
  if (amountXof > owed) return { refused: 'tooMuch', owedXof: owed };
  const minutes = sure ? undefined : await minutesSince(business, { clientId, amountXof });
  if (minutes !== undefined) return { refused: 'again', minutes };

  const seq = await nextNumber(business, 'debt', NO_YEAR);
  await db.debtEntry.create({ data: { tenantId, clientId, seq, amountXof: BigInt(-amountXof), kind: 'payment', paidHow: how, by: actor, key: `paid:${key}`, at: now }, select: { id: true } });
  const remaining = owed - amountXof;
  const values = { business: name, amount: amountXof, receipt: debtNumber(seq), ...(remaining === 0 ? {} : { remaining }) };
  notices.push({ key: debtKey(clientId, seq), to: { clientId }, purpose: 'payment', what: remaining === 0 ? 'debtPaidAll' : 'debtPaid', values });
  return { seq, remainingXof: remaining };
}

/** As it is said and written everywhere. */
export const debtNumber = (seq: number): string => `P-${seq}`;
/** Numbers are of one shop, notices are told once for all of them. */
export const debtKey = (clientId: string, seq: number): string => `debt:${clientId}:${seq}:`;

/** Two who pay for the same client wait for one another. */
export async function holdClient({ db, id }: Business, clientId: string): Promise<boolean> {
  const held = await db.$queryRaw<object[]>`SELECT id::text FROM "Client" WHERE id = ${clientId}::uuid AND "tenantId" = ${id}::uuid FOR UPDATE`;
  return held.length > 0;
}

async function minutesSince({ db, now }: Business, { clientId, amountXof }: Pick<Settling, 'clientId' | 'amountXof'>): Promise<number | undefined> {
  const since = new Date(now.getTime() - AGAIN_MS);
  const last = await db.debtEntry.findMany({ where: { clientId, kind: { in: ['payment', 'undone'] }, at: { gte: since } }, orderBy: { id: 'desc' }, select: { id: true, amountXof: true, undoes: true, at: true } });
  const undone = new Set(last.flatMap(({ undoes }) => undoes ?? []));
  const same = last.find((entry) => entry.amountXof === BigInt(-amountXof) && !undone.has(entry.id));
  return same && Math.max(1, Math.round((now.getTime() - same.at.getTime()) / MINUTE_MS));
}
