import { awaitReceipts, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import type { Watch } from '../watch/watch.ts';
import { attentive } from './attentive.ts';
import { dispatching } from './dispatch.ts';
import { FULL_MS, freeHands, openDoors } from './free-hands.ts';
import { heeding } from './heed.ts';
import { mendFailures } from './late-failures.ts';
import { openLines } from './line.ts';
import { nextParcels } from './next-parcels.ts';
import { COURTESY, type Pacer } from './pacer.ts';
import { exchangeNotes } from './note-exchange.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Send, Sending } from './senders.ts';
import { settler } from './settle-parcel.ts';
import { settleSurely } from './settle-surely.ts';
import { underWay } from './under-way.ts';

type Room = { db: Prisma; send: Send; pacer: Pacer; now: () => Date; logger: Logger; watch: Watch; sweeps: boolean };

/** With more than this under way, blue ticks are left out: answers come first. */
const COURTESY_MAX = 10;
const SWEEP_MS = 1_000;

/** Sends what turns have written, after their commit. The rows carry everything; this only empties them. */
export function openPostRoom({ db, send, pacer, now, logger, watch, sweeps }: Room) {
  const lines = openLines({ db, now, logger });
  const heed = heeding({ db, lines, now });
  const flying = underWay({ db, now, logger });
  const courteously: Sending['courteously'] = (act) => void (flying.count() <= COURTESY_MAX && pacer.isQuiet() && pacer.turn(COURTESY).then((may) => may && act()).catch(() => undefined));
  const asking = attentive({ db, now });
  const settle = settler({ db, heed, now, logger });
  const { dispatch, follow } = dispatching({ db, send, settle: settleSurely((parcel, sent) => asking(() => settle(parcel, sent)), () => closing), pacer, lines, now, watch, note: exchangeNotes({ db, now, logger }), courteously });
  const unread = (what: string) => (error: unknown) => void logger.warn(what, reason(error));
  const looking = oneAtATime(look);
  const sweeping = oneAtATime(() => sweep().catch(unread('the outbox could not be swept')).then(() => ({ more: false })));
  let owed = false; // rung while something was being sent: what waits behind it may become free only when it is done
  let doors = 0; // that were open at the last look
  let closing = false;

  async function look(): Promise<{ more: boolean }> {
    if (closing) return { more: false };
    const room = freeHands(flying, pacer);
    doors = openDoors(room);
    const next = await asking(() => nextParcels(db, { lines, now, ...room })).catch(unread('the outbox could not be read')) ?? [];
    for (const { parcel, plan } of next) fly(parcel, () => follow(parcel, plan()));
    const othersTaken = next.some(({ parcel }) => parcel.lane > 0); // each business got only its share
    return { more: othersTaken || (next.length > 0 && next.length === room.answers.limit) };
  }

  function fly(parcel: Parcel, work: () => Promise<boolean>): void {
    flying.track(parcel, async () => {
      const behind = await work();
      if (behind || owed || openDoors(freeHands(flying, pacer)) > doors) looking.ask();
      if (flying.count() <= 1) owed = false;
    });
  }

  async function sweep(): Promise<void> {
    await asking(() => Promise.all([lines.whatsapp.refresh(), lines.sms.refresh()]));
    await mendFailures({ db, heed, now });
    looking.ask();
  }

  const sweeper = sweeps ? setInterval(sweeping.ask, SWEEP_MS).unref() : undefined;
  const busy = () => [looking.running(), sweeping.running(), flying.allDone()].filter((work) => work !== undefined);
  const quiet = async (): Promise<void> => {
    while (busy().length > 0) await Promise.all(busy());
  };

  return {
    /** Something waits in the outbox. */
    ring: (): void => {
      owed = flying.count() > 0;
      looking.ask();
    },
    sweep,
    /** Sends parcels that a turn has just written and leased to this process: answers, to people who have just written. */
    take: (parcels: Parcel[]): void => parcels.forEach((parcel) => fly(parcel, () => dispatch(parcel, 'message'))),
    /** Whether there is room to take any, instead of leaving them in their rows. */
    hasRoom: (): boolean => !closing && pacer.waitMs(0) < FULL_MS && lines.whatsapp.isOpen(),
    /** What was being sent when the process died gets its time to be told of again. */
    begin: () => awaitReceipts(db, now()),
    /** Resolves when nothing is being sent here. */
    quiet,
    close: async (): Promise<void> => {
      closing = true;
      clearInterval(sweeper);
      pacer.close();
      await quiet();
      flying.close();
    },
  };
}
