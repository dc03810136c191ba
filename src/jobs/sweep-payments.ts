import { plan, type DueJob } from '../db/due.ts';
import type { Tx } from '../db/open-database.ts';
import { planSweep } from '../db/payments.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A provider forgets what was asked after a day; a webhook that was lost is made good for so long. */
const DAYS_BACK = 7;
/** Few pay then, from Dakar to Cotonou. In UTC. */
const AT_HOUR = 3;
/** Their API is others', too. */
const LOOKS_PER_SECOND = 5;

/** Once a day all that is not settled is looked at, however it ended here: money seen there counts, however late. Plans itself for tomorrow. */
export async function sweepPayments(tx: Tx, _job: DueJob, now: Date): Promise<void> {
  await planSweep(tx, { now, since: new Date(now.getTime() - DAYS_BACK * DAY_MS), day: now.toISOString().slice(0, 10), perSecond: LOOKS_PER_SECOND });
  await planPaymentSweep(tx, now);
}

/** The next night; once, however often it is planned. */
export function planPaymentSweep(db: Parameters<typeof plan>[0], now: Date): Promise<number> {
  const midnight = now.getTime() - (now.getTime() % DAY_MS);
  const tonight = midnight + AT_HOUR * HOUR_MS;
  const runAt = new Date(tonight > now.getTime() ? tonight : tonight + DAY_MS);
  return plan(db, { key: `payment.sweep:${runAt.toISOString().slice(0, 10)}`, kind: 'payment.sweep', runAt, now });
}
