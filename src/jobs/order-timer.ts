import { z } from 'zod';
import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import { runTimer } from '../domain/orders/run-timer.ts';
import { TIMER_NAMES } from '../domain/orders/timers.ts';
import { bySystem } from '../domain/tenants/business.ts';
import type { Job } from './job.ts';

const set = z.object({ tenantId: z.uuid(), orderId: z.uuid(), timer: z.enum(TIMER_NAMES), since: z.coerce.date() });

/** What time brings about in an order, done as if somebody of the business had: behind its walls, and told in the same transaction. */
export const orderTimer = (voice: Voice): Job => ({
  apply: (tx, { payload }, now) => {
    const { tenantId, ...timer } = set.parse(payload);
    return workIn(tx, tenantId, bySystem(now), { ...voice, now }, (business) => runTimer(business, timer));
  },
});
