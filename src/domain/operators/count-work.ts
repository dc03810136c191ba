import type { Prisma } from '../../db/open-database.ts';
import { noticesSince } from './list-notices.ts';

export type WorkCounts = { waiting: number; leads: number; parked: number; jobs: number; notices: number; critical: number };

/** How much waits for an operator. */
export async function countWork(db: Prisma, now: Date): Promise<WorkCounts> {
  const [waiting, leads, parked, jobs, notices, critical] = await Promise.all([
    db.handoff.count({ where: { closedAt: null } }),
    db.lead.count({ where: { handledAt: null } }),
    db.inboundState.count({ where: { status: 'parked' } }),
    db.due.count({ where: { status: 'parked' } }),
    db.notice.count({ where: { at: { gt: noticesSince(now) } } }),
    db.notice.count({ where: { at: { gt: noticesSince(now) }, severity: 'critical' } }),
  ]);
  return { waiting, leads, parked, jobs, notices, critical };
}
