import { claimDue, dueAgain, dueSettled, type DueJob } from '../db/due.ts';
import type { Prisma, Tx } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import type { Apply, Job, NotYet } from './job.ts';

type Room = { db: Prisma; now: () => Date; logger: Logger; known: Record<string, Job>; posted: () => void; mailed: (contactId: string) => void };
export type DueRoom = ReturnType<typeof openDueRoom>;

/** At once: a slow download holds up no other job until all hands are at one. */
const HANDS = 4;
const PAUSES_MS = [30_000, 60_000, 90_000, 120_000];
/** Longer than any job takes: a lease that lapses means that its worker died. */
const LEASE_MS = 180_000;
const LOOK_MS = 5_000;

/** Does what has come due. The job and its being done are one transaction; a job that keeps failing is parked for an operator. */
export function openDueRoom({ db, now, logger, known, posted, mailed }: Room) {
  const hands = new Set<Promise<void>>();
  let closing = false;
  let calls = 0;
  const { promise: stopped, resolve: stop } = Promise.withResolvers<NotYet>();

  async function work(): Promise<void> {
    while (!closing) {
      const heard = calls;
      const [job] = await claimDue(db, { now: now(), leaseUntil: new Date(now().getTime() + LEASE_MS), limit: 1 });
      if (job !== undefined) await run(job, known[job.kind]);
      // Who was called while looking may have looked too early.
      else if (heard === calls) return;
    }
  }

  async function run(job: DueJob, act: Job | undefined): Promise<void> {
    const pauses = act?.pausesMs ?? PAUSES_MS;
    const again = (error: string) => dueAgain(db, job.id, { error, runAt: new Date(now().getTime() + (pauses[job.attempts - 1] ?? pauses.at(-1) ?? 0)) });
    try {
      const apply = await prepared(job, act);
      if ('notYet' in apply) {
        logger.info('a job waits', { due: job.id, kind: job.kind, why: apply.notYet });
        await again(apply.notYet);
        return;
      }
      await db.$transaction(async (tx) => {
        // Settled first: whoever comes second, after a lapsed lease, waits here, and so does who withdraws the job.
        if ((await dueSettled(tx, job.id, 'done', null)) === 1) await apply(tx, job, now());
      });
      posted();
      if (act?.rings === true && job.contactId !== null) mailed(job.contactId);
    } catch (error) {
      logger.error('a job failed', { due: job.id, kind: job.kind, ...reason(error) });
      await (job.attempts > pauses.length ? park(db, job, nameOf(error), (tx) => act?.failed?.(tx, job, now())).then(posted) : again(nameOf(error)));
    }
  }

  /** A download may take longer than a process that is told to stop has left: it is begun again by the next one. */
  async function prepared(job: DueJob, act: Job | undefined): Promise<Apply | NotYet> {
    if (act === undefined) throw new Error(`nobody knows the job ${job.kind}`);
    return 'apply' in act ? act.apply : Promise.race([act.prepare(job, now()), stopped]);
  }

  /** Looks now, with every hand that is free; resolves when nothing is due any more. */
  async function ring(): Promise<void> {
    calls++;
    while (hands.size < HANDS) {
      const hand = work().catch((error: unknown) => void logger.warn('what is due could not be read', reason(error))).finally(() => hands.delete(hand));
      hands.add(hand);
    }
    await Promise.all(hands);
  }

  const looker = setInterval(() => void ring(), LOOK_MS).unref();
  return {
    ring,
    /** Looks then, instead of whenever it looks next. */
    ringAt: (at: Date): void => nowOrLater(at.getTime() - now().getTime(), () => void ring()),
    /** Resolves when nobody is at work here. */
    quiet: () => Promise.all(hands),
    async close(): Promise<void> {
      closing = true;
      clearInterval(looker);
      stop({ notYet: 'stopping' });
      await Promise.all(hands);
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Is left for an operator, and who waits for it is told. */
const park = (db: Prisma, { id }: DueJob, error: string, tell: (tx: Tx) => Promise<unknown> | undefined): Promise<void> => db.$transaction(async (tx) => {
  if ((await dueSettled(tx, id, 'parked', error)) === 1) await tell(tx);
});

/** A look that is due now begins before this returns: whoever waits for all hands waits for it, too. */
function nowOrLater(afterMs: number, look: () => void): void {
  if (afterMs <= 0) look();
  else setTimeout(look, afterMs).unref();
}
