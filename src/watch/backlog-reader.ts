import { readBacklog, type Backlog } from '../db/backlog.ts';
import type { Prisma } from '../db/open-database.ts';

export type ReadBacklog = () => Promise<Backlog>;

/** However many ask, and however often, the database is asked no more than this. */
const FRESH_MS = 3_000;

/** What waits, as it was at most three seconds ago. A question that failed is asked again. */
export function backlogReader(db: Prisma, now: () => Date): ReadBacklog {
  let last: { at: number; read: Promise<Backlog> } | undefined;
  return async () => {
    const at = now();
    if (last === undefined || Math.abs(at.getTime() - last.at) >= FRESH_MS) {
      const read = readBacklog(db, at);
      last = { at: at.getTime(), read };
      read.catch(() => (last = undefined));
    }
    return last.read;
  };
}
