import { z } from 'zod';
import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import { plan } from '../db/due.ts';
import { shopsToTend } from '../db/odd-alerts.ts';
import type { Tx } from '../db/open-database.ts';
import { addDays, dayAt, endOf } from '../domain/calendar/day.ts';
import { lateOrders } from '../domain/shop/late-orders.ts';
import { lookAtAlerts } from '../domain/shop/slow-alerts.ts';
import { tendAlerts } from '../domain/shop/tend-alerts.ts';
import { bySystem, type Business } from '../domain/tenants/business.ts';
import type { Job } from './job.ts';

const SWEEP_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Where the shop is: before its first customers, and when messages may leave. */
const AT_HOUR = 8;

/** Every five minutes: the shops whose warnings are not as their shelves. Plans itself. */
export const sweepAlerts: Job = {
  apply: async (tx, _job, now) => {
    const slot = slotAfter(now);
    const due = await shopsToTend(tx, now);
    await tx.due.createMany({ data: due.map((tenantId) => dueIn(tenantId, 'alert.tend', slot.toISOString(), now, now)), skipDuplicates: true });
    await planAlertSweep(tx, now);
  },
  failed: (tx, _job, now) => planAlertSweep(tx, now),
};

/** Once a day: tomorrow's look at each shop, and today's where its hour is still to come. Plans itself. */
export const planLooks: Job = {
  apply: async (tx, _job, now) => {
    const shops = await tx.tenant.findMany({ where: { isActive: true, capabilities: { has: 'stock' } }, select: { id: true, timezone: true } });
    await tx.due.createMany({ data: shops.map(({ id, timezone }) => lookOf(id, timezone, now)), skipDuplicates: true });
    await planTomorrow(tx, now);
  },
  failed: (tx, _job, now) => planTomorrow(tx, now),
};

/** With each start. */
export const planAlerts = (db: Pick<Tx, '$executeRaw'>, now: Date) => Promise.all([planAlertSweep(db, now), planDailyLooks(db, now, now)]);

const planAlertSweep = (db: Pick<Tx, '$executeRaw'>, now: Date): Promise<number> =>
  plan(db, { key: `alert.sweep:${slotAfter(now).toISOString()}`, kind: 'alert.sweep', runAt: slotAfter(now), now });

const planDailyLooks = (db: Pick<Tx, '$executeRaw'>, runAt: Date, now: Date): Promise<number> =>
  plan(db, { key: `alert.plan:${runAt.toISOString().slice(0, 10)}`, kind: 'alert.plan', runAt: new Date(runAt.getTime() - (runAt.getTime() % DAY_MS)), now });

const planTomorrow = (db: Pick<Tx, '$executeRaw'>, now: Date): Promise<number> => planDailyLooks(db, new Date(now.getTime() + DAY_MS), now);

const slotAfter = (now: Date): Date => new Date(now.getTime() - (now.getTime() % SWEEP_MS) + SWEEP_MS);

function lookOf(tenantId: string, timezone: string, now: Date) {
  const today = dayAt(now, timezone);
  const eightOn = (day: typeof today): Date => new Date(endOf(addDays(day, -1), timezone).getTime() + AT_HOUR * HOUR_MS);
  const day = eightOn(today) > now ? today : addDays(today, 1);
  return dueIn(tenantId, 'alert.look', day, eightOn(day), now);
}

const dueIn = (tenantId: string, kind: string, of: string, runAt: Date, now: Date) => ({ key: `${kind}:${tenantId}:${of}`, kind, tenantId, payload: { tenantId }, runAt, createdAt: now });

const asked = z.object({ tenantId: z.uuid() });
const inShop = (voice: Voice, work: (business: Business) => Promise<void>): Job => ({
  apply: (tx, { payload }, now) => workIn(tx, asked.parse(payload).tenantId, bySystem(now), { ...voice, now }, work),
});

export const tendShop = (voice: Voice): Job => inShop(voice, tendAlerts);

/** What no movement shows, and what was to have come. */
export const lookAtShop = (voice: Voice): Job => inShop(voice, async (business) => {
  await lookAtAlerts(business);
  await lateOrders(business);
});
