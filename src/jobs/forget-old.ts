import { plan, type DueJob } from '../db/due.ts';
import { EXCHANGE_DAYS } from '../db/exchanges.ts';
import type { Tx } from '../db/open-database.ts';
import { finishErasing } from '../domain/identity/finish-erasing.ts';

const DAY_MS = 86_400_000;
/** What was begun is offered again for a week, then forgotten. */
const UNFINISHED_DAYS = 7;

/** Once a day: unfinished conversations of last week, links that have died, reports made then, what was kept of people for an order that is over, files of nobody, answers of the networks. Plans itself for tomorrow. */
export async function forgetOld(tx: Tx, _job: DueJob, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - UNFINISHED_DAYS * DAY_MS);
  await tx.$executeRaw`UPDATE "Conversation" SET session = NULL, paused = NULL, shown = NULL, flood = NULL WHERE "updatedAt" < ${limit}::timestamptz AND (session IS NOT NULL OR paused IS NOT NULL OR flood IS NOT NULL)`;
  await tx.shortLink.deleteMany({ where: { expiresAt: { lt: limit } } });
  await tx.reportFile.deleteMany({ where: { at: { lt: limit } } });
  await tx.exchange.deleteMany({ where: { at: { lt: new Date(now.getTime() - EXCHANGE_DAYS * DAY_MS) } } });
  await finishErasing(tx);
  await plan(tx, { key: `media.sweep:${now.toISOString().slice(0, 10)}`, kind: 'media.sweep', runAt: now, now });
  await planForgettingTomorrow(tx, now);
}

export const planForgettingTomorrow = (db: Parameters<typeof plan>[0], now: Date) => planForgetting(db, new Date(now.getTime() + DAY_MS), now);

export const planForgetting = (db: Parameters<typeof plan>[0], runAt: Date, now: Date) =>
  plan(db, { key: `forget:${runAt.toISOString().slice(0, 10)}`, kind: 'forget.old', runAt, now });
