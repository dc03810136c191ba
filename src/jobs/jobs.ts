import type { DueJob } from '../db/due.ts';
import type { Tx } from '../db/open-database.ts';
import { expireHandoff } from './expire-handoff.ts';
import { forgetOld } from './forget-old.ts';

export type Job = (tx: Tx, job: DueJob, now: Date) => Promise<unknown>;

/** What can be due. A new one is a file and a line here. */
export const jobs: Record<string, Job> = {
  'handoff.expire': expireHandoff,
  'forget.old': forgetOld,
};
