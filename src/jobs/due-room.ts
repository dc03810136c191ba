import { claimDue, dueAgain, dueSettled, type DueJob } from '../db/due.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import { jobs, type Job } from './jobs.ts';

type Room = { db: Prisma; now: () => Date; logger: Logger; known?: Record<string, Job> };
export type DueRoom = ReturnType<typeof openDueRoom>;

const BATCH = 20;
const TRIES_MAX = 5;
const LEASE_MS = 60_000;
const BACKOFF_MS = 30_000;
const LOOK_MS = 5_000;

/** Does what has come due. The job and its being done are one transaction; a job that keeps failing is parked for an operator. */
export function openDueRoom({ db, now, logger, known = jobs }: Room) {
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    for (;;) {
      const due = await claimDue(db, { now: now(), leaseUntil: new Date(now().getTime() + LEASE_MS), limit: BATCH });
      if (due.length === 0) return;
      for (const job of due) await run(job);
    }
  }

  async function run(job: DueJob): Promise<void> {
    try {
      await db.$transaction(async (tx) => {
        const act = known[job.kind];
        if (act === undefined) throw new Error(`nobody knows the job ${job.kind}`);
        await act(tx, job, now());
        await dueSettled(tx, job.id, 'done', null);
      });
    } catch (error) {
      logger.error('a job failed', { due: job.id, kind: job.kind, ...reason(error) });
      const text = error instanceof Error ? error.name : 'unknown';
      if (job.attempts >= TRIES_MAX) await dueSettled(db, job.id, 'parked', text);
      else await dueAgain(db, job.id, { error: text, runAt: new Date(now().getTime() + BACKOFF_MS * job.attempts) });
    }
  }

  /** Looks now; resolves when nothing is due any more. */
  function ring(): Promise<void> {
    working ??= work()
      .catch((error: unknown) => void logger.warn('what is due could not be read', reason(error)))
      .finally(() => (working = undefined));
    return working;
  }

  const looker = setInterval(() => void ring(), LOOK_MS).unref();
  return {
    ring,
    async close(): Promise<void> {
      clearInterval(looker);
      await working;
    },
  };
}
