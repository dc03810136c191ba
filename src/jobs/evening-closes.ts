import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import { addDays, dayAt, timeOn } from '../domain/calendar/day.ts';
import { eveningClose } from '../domain/shop/evening-close.ts';
import { bySystem } from '../domain/tenants/business.ts';
import { settingsOf } from '../domain/tenants/settings.ts';
import { dayAsked } from './day-asked.ts';
import type { Job } from './job.ts';

/** Of a shop that has not said when it closes. */
const USUAL_CLOSE = '20:00';

/** The next evening of a shop, when it closes: one row a day, however often it is planned. */
export function eveningOf({ id: tenantId, timezone, settings }: { id: string; timezone: string; settings: unknown }, now: Date) {
  const closes = settingsOf(settings).hours?.closes ?? USUAL_CLOSE;
  const today = dayAt(now, timezone);
  const day = timeOn(today, closes, timezone) > now ? today : addDays(today, 1);
  return { key: `evening:${tenantId}:${day}`, kind: 'evening.tell', tenantId, payload: { tenantId, day }, runAt: timeOn(day, closes, timezone), createdAt: now };
}

export const tellEvening = (voice: Voice): Job => ({
  apply: (tx, { payload }, now) => {
    const { tenantId, day } = dayAsked.parse(payload);
    return workIn(tx, tenantId, bySystem(now), { ...voice, now }, (business) => eveningClose(business, day));
  },
});
