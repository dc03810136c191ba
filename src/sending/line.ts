import type { ChannelName } from '../channels/channel.ts';
import { readLine, writeLine, type LineRow } from '../db/lines.ts';
import type { Prisma } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';

export type LineState = { heldUntil: Date; bulkHeldUntil: Date; stopped: boolean };
export type Line = ReturnType<typeof openLine>;
export type Lines = Record<ChannelName, Line>;
type Room = { db: Prisma; now: () => Date; logger: Logger };

const NEVER = new Date(0);
/** A stopped line lets one message try this often: whoever mended it need not tell us. */
const PROBE_MS = 60_000;
const SLOW_MS = { first: 1_000, max: 60_000 };

export const openLines = (room: Room): Lines => ({ whatsapp: openLine('whatsapp', room), sms: openLine('sms', room), ussd: openLine('ussd', room) });

/** One line we send over: what the network said about all of it. In rows, so that every worker heeds it. */
function openLine(channel: ChannelName, { db, now, logger }: Room) {
  let state: LineState = { heldUntil: NEVER, bulkHeldUntil: NEVER, stopped: false };
  let slowdowns = 0;
  let changes = 0;
  let writing = 0;

  const inMs = (ms: number): Date => new Date(now().getTime() + ms);

  async function change(row: Partial<LineRow>): Promise<void> {
    const { stoppedAt, ...held } = row;
    changes += 1;
    writing += 1;
    state = { ...state, ...nonNull(held), ...(stoppedAt === undefined ? {} : { stopped: stoppedAt !== null }) };
    if (row.heldUntil === null) state.heldUntil = NEVER;
    await writeLine(db, channel, row).catch((error: unknown) => logger.warn('a line could not be noted', reason(error))).finally(() => (writing -= 1));
  }

  return {
    state: (): LineState => state,
    isOpen: (): boolean => !state.stopped && state.heldUntil <= now(),
    /** What other workers and the network's notices have written meanwhile. */
    async refresh(): Promise<void> {
      const before = changes;
      const row = await readLine(db, channel);
      // What was learnt here while reading is newer than what was read.
      if (before !== changes || writing > 0) return;
      state = { heldUntil: row?.heldUntil ?? NEVER, bulkHeldUntil: row?.bulkHeldUntil ?? NEVER, stopped: row?.stoppedAt != null };
    },
    /** Asked to slow down: each time in a row for longer. */
    async slowDown(ms = Math.min(SLOW_MS.first * 2 ** slowdowns, SLOW_MS.max)): Promise<void> {
      if (state.heldUntil > now()) return; // said by a message that was already under way
      slowdowns += 1;
      logger.warn('a line slows down', { channel, ms });
      await change({ heldUntil: inMs(ms) });
    },
    async stop(by: string): Promise<void> {
      if (!state.stopped) logger.error('a line is stopped: nothing leaves until somebody mends it', { channel, by });
      await change({ heldUntil: inMs(PROBE_MS), stoppedAt: now(), stoppedBy: by });
    },
    async holdBulk(ms: number, by: string): Promise<void> {
      logger.error('bulk messages are held', { channel, by });
      await change({ bulkHeldUntil: inMs(ms) });
    },
    /** A message was taken: whatever was wrong is over. */
    worked(): void {
      slowdowns = 0;
      if (!state.stopped) return;
      logger.info('a line works again', { channel });
      void change({ heldUntil: null, stoppedAt: null, stoppedBy: null });
    },
  };
}

const nonNull = ({ heldUntil, bulkHeldUntil }: Partial<LineRow>): Partial<LineState> => ({ ...(heldUntil == null ? {} : { heldUntil }), ...(bulkHeldUntil == null ? {} : { bulkHeldUntil }) });
