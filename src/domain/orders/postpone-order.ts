import type { Refused } from '../../scope.ts';
import { dateOf, dayAt, dayOf, mondayOf, type Day } from '../calendar/day.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Business } from '../tenants/business.ts';
import { workCalendar } from '../tenants/work-calendar.ts';
import { firstFreeDay, hasRoom, lockWeek } from './capacity.ts';
import { holdOrder, type Held } from './change-status.ts';
import { record } from './history.ts';
import { TAKES_CAPACITY, type OrderStatus } from './lifecycle.ts';
import { lineOf, tellClient } from './tell-about.ts';

export type Postponed = { from: Day; to: Day };
/** `freeOn`: the first day after the wanted one on which they work and there is room. */
export type NotPostponed = Refused<'unknown' | 'impossible' | 'past' | 'same'> | NoPlace;
export type NoPlace = Refused<'full' | 'shut'> & { freeOn?: Day };

/** Promises another day, in a week that has room. What was promised first stays: by it an order is on time or late. */
export async function postponeOrder(business: Business, orderId: string, day: Day, { force }: { force?: string } = {}): Promise<Postponed | NotPostponed> {
  const order = await holdOrder(business, orderId);
  if (order?.promisedOn == null) return { refused: 'unknown' };
  if (!TAKES_CAPACITY.includes(order.status as OrderStatus)) return { refused: 'impossible' };
  const from = dayOf(order.promisedOn);
  if (day === from) return { refused: 'same' };
  if (day <= dayAt(business.now, business.timezone)) return { refused: 'past' };
  const no = force === undefined ? await noPlace(business, order, from, day) : undefined;
  if (no !== undefined) return no;

  await business.db.order.update({ where: { id: orderId }, data: { promisedOn: dateOf(day) } });
  await record(business, orderId, [{ change: 'postponed', field: 'promisedOn', before: from, after: day, ...(force === undefined ? {} : { reason: force }) }]);
  tellClient(business, order, { what: 'postponed', episode: business.now, values: { day }, offers: [{ verb: 'agree', line: lineOf(business, order, 'oui') }, { verb: 'call', line: 'humain' }] });
  return { from, to: day };
}

/** Whether they are shut or full on a day. In its own week, where `from` is, an order has its place already. */
export async function noPlace(business: Business, { points }: Held, from: Day | undefined, day: Day): Promise<NoPlace | undefined> {
  const calendar = await workCalendar(business, day);
  await lockWeek(business, day);
  const shut = !isWorkingDay(day, calendar);
  if (!shut && ((from !== undefined && mondayOf(day) === mondayOf(from)) || (await hasRoom(business, day, points)))) return undefined;
  const freeOn = await firstFreeDay(business, day, points, calendar);
  return { refused: shut ? 'shut' : 'full', ...(freeOn === undefined ? {} : { freeOn }) };
}
