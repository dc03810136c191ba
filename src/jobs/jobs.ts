import type { DueJob } from '../db/due.ts';
import type { Tx } from '../db/open-database.ts';
import { expireHandoff } from './expire-handoff.ts';
import { fetchMedia, type MediaTools } from './fetch-media.ts';
import { forgetOld } from './forget-old.ts';
import { sweepMedia } from './sweep-media.ts';

/** Writes what came due, in the transaction that ends the job. */
export type Apply = (tx: Tx, job: DueJob, now: Date) => Promise<unknown>;
/** What takes long or leaves the process is done first, outside any transaction. Gives what is to be written, or says that it is too early. */
export type Prepare = (job: DueJob, now: Date) => Promise<Apply | NotYet>;
export type NotYet = { notYet: string };
/** `pausesMs` between the tries, the last one for all that follow. A job that fails is parked after them; one that says «not yet» never is. */
export type Job = ({ apply: Apply } | { prepare: Prepare }) & { pausesMs?: readonly number[] };

/** What can be due. A new one is a file and a line here. */
export const jobs = (tools: MediaTools): Record<string, Job> => ({
  'handoff.expire': { apply: expireHandoff },
  'forget.old': { apply: forgetOld },
  'media.fetch': fetchMedia(tools),
  'media.sweep': sweepMedia(tools.files),
});
