import type { DueJob } from '../db/due.ts';
import type { Tx } from '../db/open-database.ts';

/** Writes what came due, in the transaction that ends the job. */
export type Apply = (tx: Tx, job: DueJob, now: Date) => Promise<unknown>;
/** What takes long or leaves the process is done first, outside any transaction. Gives what is to be written, or says that it is too early. */
export type Prepare = (job: DueJob, now: Date) => Promise<Apply | NotYet>;
export type NotYet = { notYet: string };

/** `rings`: it leaves mail, and its contact is rung once that is committed. `pausesMs` between the tries, the last one for all that follow. A job that fails is parked after them; one that says «not yet» never is. `failed`: written when it is parked, for who waits for it in vain; what plans itself plans its next one there, or it would have been the last. */
export type Job = ({ apply: Apply } | { prepare: Prepare }) & { pausesMs?: readonly number[]; rings?: true; failed?: Apply };
