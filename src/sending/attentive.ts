import { awaitReceipts } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';

/**
 * Asks the database. After a question that failed, the networks' receipts could not be kept for a while: those of what
 * is being sent get their time again before anything is sent twice.
 */
export function attentive({ db, now }: { db: Prisma; now: () => Date }) {
  let deaf = false;
  return async <T>(ask: () => Promise<T>): Promise<T> => {
    if (deaf) await awaitReceipts(db, now());
    deaf = false;
    try {
      return await ask();
    } catch (error) {
      deaf = true;
      throw error;
    }
  };
}
