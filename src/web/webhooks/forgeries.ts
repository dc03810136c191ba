import type { Prisma } from '../../db/open-database.ts';
import { count } from '../../db/receipts.ts';
import { reason, type Logger } from '../../logger.ts';

export type CountForgery = (provider: string) => void;

/** Whoever floods us with forgeries costs the database one statement at a time, however many come meanwhile. */
export function countForgeries({ db, now, logger }: { db: Pick<Prisma, '$executeRaw'>; now: () => Date; logger: Logger }): CountForgery {
  const uncounted = new Map<string, number>();
  let counting = false;

  async function write(): Promise<void> {
    counting = true;
    for (const [provider, many] of uncounted) {
      uncounted.delete(provider);
      await count(db, `forged.${provider}`, now(), many).catch((error: unknown) => logger.warn('forgeries could not be counted', reason(error)));
    }
    counting = false;
  }

  return (provider) => {
    uncounted.set(provider, (uncounted.get(provider) ?? 0) + 1);
    if (!counting) void write();
  };
}
