import type { Verdict } from '../channels/channel.ts';
import type { Parcel } from '../db/outbox.ts';
import { traitsOf } from '../purposes.ts';

/** What becomes of a refused message. `counts`: it was a try of this message, not a pause of the whole line. */
export type Afterwards = { do: 'again'; inMs: number; counts: boolean; passable: boolean } | { do: 'give up' } | { do: 'withdraw' };

const TRIES_MAX = 5;
const PAUSES_MS = [1_000, 5_000, 20_000, 60_000];
const LAST_PAUSE_MS = 300_000;
const PAIR_BASE = 4;
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A message that a busy or broken network has refused for this long is given up. */
const REFUSED_MS_MAX = HOUR_MS;

type Refusal = { parcel: Pick<Parcel, 'attempts' | 'refusedAt' | 'channel' | 'purpose'>; verdict: Verdict; now: Date };

export function afterwards({ parcel, verdict, now }: Refusal): Afterwards {
  const { attempts, refusedAt, channel, purpose } = parcel;
  const { lane, bySms } = traitsOf(purpose);
  const tooLong = refusedAt !== null && now.getTime() - refusedAt.getTime() >= REFUSED_MS_MAX;
  switch (verdict.action) {
    case 'retry':
      return attempts < (verdict.maxAttempts ?? TRIES_MAX) && !tooLong ? again(verdict.retryAfterMs ?? PAUSES_MS[attempts - 1] ?? LAST_PAUSE_MS) : { do: 'give up' };
    case 'backoff':
      if (tooLong) return { do: 'give up' };
      return verdict.scope === 'pair' ? again(verdict.retryAfterMs ?? pairPause(attempts)) : { ...again(verdict.retryAfterMs ?? SECOND_MS), counts: false };
    case 'stopChannel':
      return { ...again(SECOND_MS), counts: false };
    case 'stopBulk':
      return lane === 2 && attempts < TRIES_MAX ? another(DAY_MS) : { do: 'give up' };
    case 'optOut':
      // Who wants no promotion by WhatsApp has not refused the news of an order.
      return channel === 'sms' || purpose === 'promo' ? { do: 'withdraw' } : { do: 'give up' };
    default:
      // Not now for this person: what has no other way comes once more, a day later.
      return verdict.scope === 'pair' && verdict.retryAfterMs !== undefined && bySms === false && attempts === 1 ? another(verdict.retryAfterMs) : { do: 'give up' };
  }
}

/** Others of the person may pass meanwhile. */
const another = (inMs: number): Afterwards => ({ do: 'again', inMs, counts: true, passable: true });
const again = (inMs: number): Extract<Afterwards, { do: 'again' }> => ({ do: 'again', inMs, counts: true, passable: false });

/** 4ⁿ seconds, the first after one (facts A11). */
const pairPause = (attempts: number): number => PAIR_BASE ** (attempts - 1) * SECOND_MS;
