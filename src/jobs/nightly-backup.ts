import type { Nightly } from '../backup/nightly.ts';
import { plan } from '../db/due.ts';
import type { Job } from './job.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Few write then, from Dakar to Cotonou. In UTC. */
const AT_HOUR = 2;
const PAUSES_MS = [HOUR_MS / 6, HOUR_MS, 3 * HOUR_MS];

/** Where there is nothing to back up so, as on a server, what was planned before it came there ends here. */
export const nightlyBackup = (nightly: Nightly | undefined): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async ({ attempts }, now) => {
    if (nightly === undefined) return () => Promise.resolve();
    try {
      await nightly.make(now);
    } catch (error) {
      // After the last try tomorrow is another night: a full disk may have been emptied by then.
      if (attempts <= PAUSES_MS.length) throw error;
    }
    return (tx) => planBackup(tx, now);
  },
});

/** The next night; once, however often it is planned. */
export function planBackup(db: Parameters<typeof plan>[0], now: Date): Promise<number> {
  const midnight = now.getTime() - (now.getTime() % DAY_MS);
  const tonight = midnight + AT_HOUR * HOUR_MS;
  const runAt = new Date(tonight > now.getTime() ? tonight : tonight + DAY_MS);
  return plan(db, { key: `backup:${runAt.toISOString().slice(0, 10)}`, kind: 'backup.nightly', runAt, now });
}
