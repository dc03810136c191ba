import { z } from 'zod';
import type { DueJob } from '../db/due.ts';
import type { Tx } from '../db/open-database.ts';

const payload = z.object({ handoffId: z.uuid() });

/** Nobody came within twelve hours: the bot answers again. One that was closed meanwhile stays as it is. */
export const expireHandoff = (tx: Tx, job: DueJob, now: Date) =>
  tx.handoff.updateMany({ where: { id: payload.parse(job.payload).handoffId, closedAt: null }, data: { closedAt: now, closedBy: 'time' } });
