import { setTimeout as sleep } from 'node:timers/promises';
import type { Settle } from './settle-parcel.ts';

/** A connection that was cut is another at once; a database that is away takes its time. */
const FIRST_AGAIN_MS = 50;
const AGAIN_MS = 1_000;
/** Somebody mends a database within this, or it is given up. */
const TRIES_MAX = 60;

/** What a network has taken is noted even if the database comes back later: forgotten, it would be sent again. */
export const settleSurely = (settle: Settle, closing: () => boolean): Settle => async (parcel, sent) => {
  for (let tries = 1; ; tries++) {
    try {
      return await settle(parcel, sent);
    } catch (error) {
      if (sent.outcome !== 'accepted' || closing() || tries === TRIES_MAX) throw error;
      await sleep(tries === 1 ? FIRST_AGAIN_MS : AGAIN_MS);
    }
  }
};
