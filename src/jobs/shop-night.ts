import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import type { Prisma } from '../db/open-database.ts';
import { dayAt } from '../domain/calendar/day.ts';
import { fillDemand } from '../domain/shop/knowing/fill-demand.ts';
import { mondayForecast } from '../domain/shop/knowing/monday-forecast.ts';
import { readHistory } from '../domain/shop/knowing/read-history.ts';
import { storeForeseen } from '../domain/shop/knowing/store-foreseen.ts';
import { bySystem, inBusiness } from '../domain/tenants/business.ts';
import { dayAsked } from './day-asked.ts';
import { foreseeAside } from './foresee-aside.ts';
import type { Job } from './job.ts';

/** What a shop's days have asked is written down, what its next ones will ask is thought about in another thread, and kept. A night that was slept over is made up for. */
export const shopNight = (db: Prisma): Job => ({
  prepare: async ({ payload }, now) => {
    const { tenantId } = dayAsked.parse(payload);
    const history = await db.$transaction((tx) => inBusiness(tx, tenantId, bySystem(now), async (business) => {
      await fillDemand(business);
      return readHistory(business);
    }));
    const said = await foreseeAside(history);
    return (tx) => inBusiness(tx, tenantId, bySystem(now), (business) => storeForeseen(business, said));
  },
});

/** Monday at seven: what the next fortnight holds, told to the owners. */
export const tellForecast = (voice: Voice): Job => ({
  apply: (tx, { payload }, now) => {
    const { tenantId, day } = dayAsked.parse(payload);
    return workIn(tx, tenantId, bySystem(now), { ...voice, now }, async (business) => {
      if (dayAt(now, business.timezone) === day) await mondayForecast(business);
    });
  },
});
