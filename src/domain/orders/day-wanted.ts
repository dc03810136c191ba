import type { Refused } from '../../scope.ts';
import { addDays, dayAt, daysBetween, mondayOf, type Day } from '../calendar/day.ts';
import { isWorkingDay, type Urgency } from '../calendar/working-days.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';
import { hasRoom } from './capacity.ts';
import { priceOf, type Offer } from './price-of.ts';

/** From the one that hurries least. */
export const URGENCIES: readonly Urgency[] = ['normal', 'high', 'urgent'];
/** Nobody promises further ahead. */
const AHEAD_DAYS_MAX = 180;

export type Chosen = { urgency: Urgency; offer: Offer };

/**
 * The offer for a day that somebody needs it: without hurry where that is soon enough, and ready on that day or the last one
 * before it on which the workshop works and has room. `soonest` is the first day at which it could be ready at all.
 */
export async function dayWanted(business: Business, { garmentTypeId, day }: { garmentTypeId?: string; day: Day }): Promise<Chosen | Refused<'unknown' | 'full' | 'far'> | (Refused<'soon'> & { soonest: Day })> {
  if (daysBetween(dayAt(business.now, business.timezone), day) > AHEAD_DAYS_MAX) return { refused: 'far' };
  let soonest: Day | undefined;
  for (const urgency of URGENCIES) {
    const offer = await priceOf(business, { ...(garmentTypeId === undefined ? {} : { garmentTypeId }), urgency });
    if ('refused' in offer) return offer;
    if (offer.promisedOn <= day) return { urgency, offer: { ...offer, promisedOn: (await lastFreeDay(business, offer, day)) ?? offer.promisedOn } };
    soonest = soonest === undefined || offer.promisedOn < soonest ? offer.promisedOn : soonest;
  }
  return soonest === undefined ? { refused: 'full' } : { refused: 'soon', soonest };
}

/** The last working day at or before this one whose week has room, and not before it is sewn. */
async function lastFreeDay(business: Business, { points, promisedOn }: Offer, day: Day): Promise<Day | undefined> {
  const calendar = await workCalendar(business, promisedOn);
  for (let at = day; at >= promisedOn;) {
    if (!isWorkingDay(at, calendar)) at = addDays(at, -1);
    else if (await hasRoom(business, at, points)) return at;
    else at = addDays(mondayOf(at), -1);
  }
  return undefined;
}
