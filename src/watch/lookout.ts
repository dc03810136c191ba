import type { Prisma } from '../db/open-database.ts';
import type { Logger } from '../logger.ts';
import { openAlarms } from './alarms.ts';
import { backlogReader } from './backlog-reader.ts';
import { createMetrics } from './metrics.ts';
import { openWatch } from './watch.ts';

export type Lookout = ReturnType<typeof openLookout>;

/** All that looks at the work from outside: what is counted, what is told, what waits, what somebody must hear of. */
export function openLookout({ db, now, logger }: { db: Prisma; now: () => Date; logger: Logger }) {
  const metrics = createMetrics();
  const backlog = backlogReader(db, now);
  return { metrics, watch: openWatch({ metrics, logger }), backlog, alarms: openAlarms({ backlog, metrics, logger, now }) };
}
