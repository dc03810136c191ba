import { dateOf, dayOf, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, holdOrder, type Held } from './change-status.ts';
import { missingDeposit } from './await-deposit.ts';
import { confirmOrder, type Unconfirmed } from './confirm-order.ts';
import { record } from './history.ts';
import { oweBack } from './owe-back.ts';
import { tellOwners } from './tell-about.ts';

/** `seenXof`: the price they said yes to; absent where they answer a message that told it. `day`: another day than the promised one, whose week was full. */
export type Yes = { seenXof?: number | undefined; day?: Day | undefined };
export type Accepted = { totalXof: number; depositXof: number; promisedOn: Day };
export type NotAccepted = Unconfirmed | Refused<'answered' | 'changed'>;

/** The client's yes to a price and a day: from here on neither changes without a new yes. */
export async function acceptQuote(business: Business, orderId: string, { seenXof, day }: Yes): Promise<Accepted | NotAccepted> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (order.status !== 'quote') return { refused: 'answered' };
  if (order.totalXof === null) return { refused: 'unpriced' };
  if (seenXof === undefined ? await isAnother(business, order) : order.totalXof !== BigInt(seenXof)) return { refused: 'changed' };
  if (day !== undefined) await moveTo(business, order, dateOf(day));
  const confirmed = await confirmOrder(business, orderId);
  if ('refused' in confirmed) {
    if (day !== undefined) await moveTo(business, order, order.promisedOn);
    return confirmed;
  }
  await tellOwners(business, order, { what: 'quoteAccepted', episode: business.now, values: { total: xof(order.totalXof), day: confirmed.promisedOn } });
  return { totalXof: xof(order.totalXof), depositXof: missingDeposit(order), promisedOn: confirmed.promisedOn };
}

/** A message takes a while to arrive and to be read: whoever answers sooner answers the price before. */
const READING_MS = 60_000;
async function isAnother({ db, now }: Business, { id, quotedAt }: Held): Promise<boolean> {
  if (quotedAt === null || now.getTime() - quotedAt.getTime() > READING_MS) return false;
  return (await db.orderHistory.count({ where: { orderId: id, change: 'quoted', field: 'totalXof', before: { not: null } } })) > 0;
}

const moveTo = ({ db }: Business, { id }: Held, promisedOn: Date | null) => db.order.update({ where: { id }, data: { promisedOn, firstPromise: promisedOn } });

/** A no: the order is over before it began. */
export async function refuseQuote(business: Business, orderId: string): Promise<object | Refused<'unknown' | 'impossible'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  const changed = await changeStatus(business, order, 'rejected');
  if ('refused' in changed) return changed;
  await tellOwners(business, order, { what: 'quoteRefused', episode: 'rejected' });
  await oweBack(business, order);
  return {};
}

/** A price or a sentence of the client's: the owner answers it with another quote. */
export async function negotiateQuote(business: Business, orderId: string, words: string): Promise<object | Refused<'unknown' | 'answered'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  if (order.status !== 'quote') return { refused: 'answered' };
  await record(business, orderId, [{ change: 'negotiated', reason: words }]);
  await tellOwners(business, order, { what: 'quoteNegotiated', episode: business.now, values: { words } });
  return {};
}

export type QuoteSeen = { totalXof: number | null; depositXof: number; promisedOn: Day | null; waits: boolean };

/** What a client says yes or no to. */
export async function seeQuote({ db }: Business, orderId: string): Promise<QuoteSeen | undefined> {
  const order = await db.order.findFirst({ where: { id: orderId } });
  if (order === null) return undefined;
  const { totalXof, promisedOn, status } = order;
  return { totalXof: totalXof === null ? null : xof(totalXof), depositXof: missingDeposit(order), promisedOn: promisedOn === null ? null : dayOf(promisedOn), waits: status === 'quote' };
}
