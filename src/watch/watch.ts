import type { Sent } from '../channels/channel.ts';
import type { Letter, Stored } from '../db/mail.ts';
import type { Parcel } from '../db/outbox.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from './metrics.ts';

/** What the work tells of itself. Each call counts, and writes a line where somebody reads at that level: it waits for nothing and changes nothing. */
export type Watch = ReturnType<typeof openWatch>;

type PlayedTurn = { event: number; channel: string; outcome: 'played' | 'failed' | 'parked'; ms: number };

/** One line for each message in, for its turn, and for each message out costs more than three percent of a turn: they are for whoever looks for something. */
const LEVEL = 'debug';

/**
 * The id of an event leads through everything: it is logged when it is stored, when its turn is played, and with each
 * message that the turn has written, whose key carries it.
 */
export function openWatch({ metrics, logger }: { metrics: Metrics; logger: Logger }) {
  // Winston puts a line together before it asks whether anybody wants it.
  const tells = logger.isLevelEnabled(LEVEL);

  return {
    stored(letters: Letter[], stored: Stored[]): void {
      const seen = new Set<number>();
      for (const [n, { provider, kind }] of letters.entries()) {
        const id = stored[n]?.event ?? null;
        const event = id === null || seen.has(id) ? null : id; // twice in one batch is known already, too
        if (event !== null) seen.add(event);
        (event === null ? metrics.duplicates : metrics.events).inc({ provider });
        if (tells) logger.log(LEVEL, event === null ? 'it came again' : 'an event is stored', { ...(event === null ? {} : { event }), provider, kind });
      }
    },
    turn({ event, channel, outcome, ms }: PlayedTurn): void {
      metrics.turns.inc({ channel, outcome });
      metrics.turnSeconds.observe({ channel }, ms / 1_000);
      if (tells) logger.log(LEVEL, 'a turn is over', { event, channel, outcome, ms: Math.round(ms) });
    },
    sent({ id, key, channel, doubts }: Parcel, { outcome }: Sent, ms: number): void {
      metrics.sends.inc({ channel, outcome: outcome === 'failed' ? 'refused' : outcome });
      metrics.sendSeconds.observe({ channel }, ms / 1_000);
      if (doubts > 0) metrics.doubts.inc({ channel });
      if (tells && outcome === 'accepted') logger.log(LEVEL, 'a message is sent', { ...eventOf(key), outbox: id, channel, ms: Math.round(ms) });
    },
    acked(route: string, status: number, ms: number): void {
      metrics.ackSeconds.observe({ route, status }, ms / 1_000);
    },
    forged(provider: string): void {
      metrics.forgeries.inc({ provider });
    },
  };
}

const OF_EVENT = /^(?:turn|sorry|media):(\d+)/;

/** Which event a message answers, by its key; nothing for what was written for another reason. */
export function eventOf(key: string): { event?: number } {
  const event = OF_EVENT.exec(key)?.[1];
  return event === undefined ? {} : { event: Number(event) };
}
