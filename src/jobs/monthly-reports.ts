import { dayAt, timeOn } from '../domain/calendar/day.ts';
import { firstOf, monthAfter, monthOf } from '../domain/shop/reporting/months.ts';

/** Where the shop is. */
const HOUR = '06:00';

/**
 * The next first of a month, at six: what the month before it came to, one row a month however often it is planned. It is planned from the first day
 * of that month on, so a process that is down on the first finds it when it is back.
 */
export function monthlyOf({ id: tenantId, timezone }: { id: string; timezone: string }, now: Date) {
  const thisMonth = monthOf(dayAt(now, timezone));
  const atSix = (of: typeof thisMonth): Date => timeOn(firstOf(monthAfter(of, 1)), HOUR, timezone);
  const lastMonth = monthAfter(thisMonth, -1);
  const month = atSix(lastMonth) > now ? lastMonth : thisMonth;
  return { key: `report:monthly:${tenantId}:${month}`, kind: 'report.make', tenantId, payload: { tenantId, kind: 'monthly', month }, runAt: atSix(month), createdAt: now };
}
