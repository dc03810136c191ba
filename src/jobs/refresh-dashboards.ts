import { countForDashboards } from '../db/dashboards.ts';
import { plan } from '../db/due.ts';
import type { Prisma } from '../db/open-database.ts';
import type { Job } from './job.ts';

const EVERY_MS = 5 * 60_000;

/** Every five minutes, beside all other work. Plans itself. */
export const refreshDashboards = (db: Prisma): Job => ({
  prepare: async (_job, now) => {
    await countForDashboards(db, now);
    return (tx) => planDashboards(tx, now);
  },
  failed: (tx, _job, now) => planDashboards(tx, now),
});

/** With each start: in the slot that begins next; once, however often it is planned. */
export function planDashboards(db: Parameters<typeof plan>[0], now: Date): Promise<number> {
  const slot = new Date(now.getTime() - (now.getTime() % EVERY_MS) + EVERY_MS);
  return plan(db, { key: `dashboards:${slot.toISOString()}`, kind: 'dashboards.refresh', runAt: slot, now });
}
