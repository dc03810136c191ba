import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import { plan } from '../db/due.ts';
import type { Tx } from '../db/open-database.ts';
import { addDays, dayAt, timeOn, weekday, type Day } from '../domain/calendar/day.ts';
import { morningBrief } from '../domain/orders/morning-brief.ts';
import { bySystem } from '../domain/tenants/business.ts';
import { dayAsked } from './day-asked.ts';
import { eveningOf } from './evening-closes.ts';
import type { Job } from './job.ts';
import { monthlyOf } from './monthly-reports.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Where the business is: when the night of our messages ends, and when nobody sells any more. */
const MORNING = '07:00';
const NIGHT = '02:00';
const MONDAY = 1;

/** Once a day, and after each start: the next morning of each workshop, the next evening, night and first of a month of each shop, each once. Plans itself for tomorrow. */
export const planMornings: Job = {
  apply: async (tx, _job, now) => {
    const businesses = await tx.tenant.findMany({ where: { isActive: true, capabilities: { hasSome: ['tailoring', 'stock'] } }, select: { id: true, timezone: true, capabilities: true, settings: true } });
    const can = (capability: string) => businesses.filter(({ capabilities }) => capabilities.includes(capability));
    const data = [...can('tailoring').map((workshop) => morningOf(workshop, now)), ...can('stock').flatMap((shop) => [eveningOf(shop, now), monthlyOf(shop, now), ...nightsOf(shop, now)])];
    await tx.due.createMany({ data, skipDuplicates: true });
    await planTomorrow(tx, now);
  },
  failed: (tx, _job, now) => planTomorrow(tx, now),
};

export const planBriefs = (db: Pick<Tx, '$executeRaw'>, runAt: Date, now: Date): Promise<number> =>
  plan(db, { key: `briefs:${runAt.toISOString().slice(0, 10)}`, kind: 'brief.plan', runAt: midnight(runAt), now });

const planTomorrow = (db: Pick<Tx, '$executeRaw'>, now: Date): Promise<number> => planBriefs(db, new Date(now.getTime() + DAY_MS), now);

/** Before the first morning of that day, wherever we serve. */
const midnight = (at: Date): Date => new Date(at.getTime() - (at.getTime() % DAY_MS));

type Place = { id: string; timezone: string };

function morningOf({ id: tenantId, timezone }: Place, now: Date) {
  const { day, runAt } = next(MORNING, timezone, now);
  return { key: `brief:${tenantId}:${day}`, kind: 'brief.tell', tenantId, payload: { tenantId, day }, runAt, createdAt: now };
}

/** What a shop thinks about at night, it tells on Mondays. */
function nightsOf({ id: tenantId, timezone }: Place, now: Date) {
  const [night, morning] = [next(NIGHT, timezone, now), next(MORNING, timezone, now)];
  const due = (kind: string, { day, runAt }: typeof night) => ({ key: `${kind}:${tenantId}:${day}`, kind, tenantId, payload: { tenantId, day }, runAt, createdAt: now });
  return [due('forecast.night', night), ...(weekday(morning.day) === MONDAY ? [due('forecast.tell', morning)] : [])];
}

function next(time: string, timezone: string, now: Date): { day: Day; runAt: Date } {
  const today = dayAt(now, timezone);
  const day = timeOn(today, time, timezone) > now ? today : addDays(today, 1);
  return { day, runAt: timeOn(day, time, timezone) };
}

export const tellMorning = (voice: Voice): Job => ({
  apply: (tx, { payload }, now) => {
    const { tenantId, day } = dayAsked.parse(payload);
    return workIn(tx, tenantId, bySystem(now), { ...voice, now }, (business) => morningBrief(business, day));
  },
});
