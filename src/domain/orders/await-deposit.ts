import { clockAt, dayAt } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import { LIVE } from '../payments/lifecycle.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, type Held } from './change-status.ts';
import { oweBack } from './owe-back.ts';
import { lineOf, tellClient, tellOwners } from './tell-about.ts';
import { endOf, planAgain, type SetTimer } from './timers.ts';

/** Money on its way is waited for this much longer than the client has to say yes. */
const AFTER_MS = 60_000;

/** A day after the order was confirmed: what is missing, and until when. */
export async function remindDeposit(business: Business, order: Held, set: SetTimer): Promise<void> {
  const due = missingDeposit(order);
  if (due === 0 || (await waitsForMoney(business, order, set))) return;
  const ends = endOf('cancelUnpaid', set.since);
  tellClient(business, order, {
    what: 'depositDue', episode: set.since, purpose: 'reminder', validUntil: ends,
    values: { due, day: dayAt(ends, business.timezone), time: clockAt(ends, business.timezone) },
    offers: [{ verb: 'payDeposit', line: lineOf(business, order, 'payer') }, { verb: 'where', line: lineOf(business, order, 'ou est') }],
  });
}

/** Two days after: the place in its week is given to others. */
export async function cancelUnpaid(business: Business, order: Held, set: SetTimer): Promise<void> {
  if (missingDeposit(order) === 0 || (await waitsForMoney(business, order, set))) return;
  await changeStatus(business, order, 'cancelled', 'unpaid');
  tellClient(business, order, { what: 'unpaidCancelled', episode: set.since, offers: [{ verb: 'order', line: `commander ${business.code}` }] });
  await tellOwners(business, order, { what: 'unpaidFreed', episode: set.since });
  await oweBack(business, order);
}

/** Of what is paid before the work begins. */
export const missingDeposit = ({ depositXof, paidXof }: Pick<Held, 'depositXof' | 'paidXof'>): number => (paidXof >= depositXof ? 0 : xof(depositXof - paidXof));

/** Whether a payment is under way: then it is looked at again after its patience. */
async function waitsForMoney(business: Business, order: Held, set: SetTimer): Promise<boolean> {
  const until = await payingUntil(business, order);
  if (until === undefined) return false;
  await planAgain(business, set, new Date(until.getTime() + AFTER_MS));
  return true;
}

/** Until when a payment of it is under way. One that has outlived its patience is no more. */
export async function payingUntil({ db, now }: Business, { id }: Held): Promise<Date | undefined> {
  const live = await db.payment.findFirst({ where: { refId: id, purpose: 'order', status: { in: [...LIVE] }, expiresAt: { gt: now } }, select: { expiresAt: true } });
  return live?.expiresAt ?? undefined;
}
