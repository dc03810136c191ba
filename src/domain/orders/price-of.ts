import type { Refused } from '../../scope.ts';
import { dayAt, type Day } from '../calendar/day.ts';
import { addWorkingDays, daysFor, type Urgency } from '../calendar/working-days.ts';
import { depositXof, xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';
import { firstFreeDay } from './capacity.ts';

/** Without a price it is quoted. `stale`: what they were shown holds no more, for it is old or the price or the time was changed since. */
export type Offer = { garment: string; points: number; promisedOn: Day; totalXof?: number; depositXof?: number; stale?: 'old' | 'changed' };
export type Wanted = { /** Absent for what is not in the list of the workshop. */ garmentTypeId?: string; urgency: Urgency; /** When they were shown an offer. */ shownAt?: Date };

/** What is known of a garment that nobody has put in the list. */
const UNLISTED = { name: '', baseDays: 7, points: 1, priceXof: null, changedAt: new Date(0) };

/** What is shown is a promise for so long. */
const PROMISE_MS = 24 * 3_600_000;

/** What a garment costs, what is paid ahead and when it is ready: its own days of work, then the first day whose week has room. */
export async function priceOf(business: Business, { garmentTypeId, urgency, shownAt }: Wanted): Promise<Offer | Refused<'unknown' | 'full'>> {
  const { db, now, timezone, settings } = business;
  const garment = garmentTypeId === undefined ? UNLISTED : await db.garmentType.findFirst({ where: { id: garmentTypeId, archivedAt: null } });
  if (garment === null) return { refused: 'unknown' };
  const { name, baseDays, points, priceXof, changedAt } = garment;
  const today = dayAt(now, timezone);
  const calendar = await workCalendar(business, today);
  const sewnOn = addWorkingDays(today, daysFor(baseDays, urgency), calendar);
  const promisedOn = sewnOn === undefined ? undefined : await firstFreeDay(business, sewnOn, points, calendar);
  if (promisedOn === undefined) return { refused: 'full' };

  const totalXof = priceXof === null ? undefined : xof(priceXof);
  const stale = shownAt === undefined ? undefined : staleness(shownAt, changedAt, now);
  return {
    garment: name, points, promisedOn,
    ...(totalXof === undefined ? {} : { totalXof, depositXof: depositXof(totalXof, settings.depositPct) }),
    ...(stale === undefined ? {} : { stale }),
  };
}

function staleness(shownAt: Date, changedAt: Date, now: Date): Offer['stale'] {
  if (changedAt > shownAt) return 'changed';
  return now.getTime() - shownAt.getTime() > PROMISE_MS ? 'old' : undefined;
}
