import type { ChannelName } from '../channels/channel.ts';
import { parcelEnds, parcelRests, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { traitsOf } from '../purposes.ts';
import type { Watch } from '../watch/watch.ts';
import type { Plan } from './decide.ts';
import { fallBack } from './fall-back.ts';
import type { Lines } from './line.ts';
import type { NoteExchange } from './note-exchange.ts';
import type { Pacer } from './pacer.ts';
import type { Send, Sending } from './senders.ts';
import type { Settle } from './settle-parcel.ts';

type Desk = { db: Prisma; send: Send; settle: Settle; pacer: Pacer; lines: Lines; now: () => Date; watch: Watch; note: NoteExchange; courteously: Sending['courteously'] };

const PROBE_AGAIN_MS = 1_000;
const DOUBTS_MAX = 2;
const LOST = 'its answer was lost';

/** Does with one parcel what was decided. Each answers whether the outbox is worth another look. */
export function dispatching({ db, send, settle, pacer, lines, now, watch, note, courteously }: Desk) {
  const probing = new Set<ChannelName>();

  async function dispatch(parcel: Parcel, as: Sending['as']): Promise<boolean> {
    const { channel, lane } = parcel;
    if (channel === 'whatsapp' && !(await pacer.turn(lane))) return rest(parcel, now(), 'this process ends');
    const { heldUntil, stopped } = lines[channel].state();
    if (heldUntil > now()) return rest(parcel, heldUntil, 'the line is held');
    if (!stopped) return hand(parcel, as);
    // A stopped line is tried by one message, not by all that wait.
    if (probing.has(channel)) return rest(parcel, new Date(now().getTime() + PROBE_AGAIN_MS), 'the line is stopped');
    probing.add(channel);
    return hand(parcel, as).finally(() => probing.delete(channel));
  }

  async function hand(parcel: Parcel, as: Sending['as']): Promise<boolean> {
    const began = performance.now();
    const sent = await send(parcel, { as, courteously });
    const ms = performance.now() - began;
    watch.sent(parcel, sent, ms);
    const noted = note(parcel, sent, ms);
    if (sent.outcome === 'accepted') lines[parcel.channel].worked();
    const behind = await settle(parcel, sent);
    await noted;
    return behind;
  }

  async function follow(parcel: Parcel, plan: Plan): Promise<boolean> {
    if (plan.do === 'wait') return rest(parcel, plan.until, plan.why, plan.passable);
    if (plan.do === 'send' && mayGoAgain(parcel)) return dispatch(parcel, plan.as);
    if (plan.do === 'instead') return instead(parcel, plan);
    if (plan.do === 'withdraw') await parcelEnds(db, parcel.id, 'withdrawn', plan.why);
    else if (!(await fallBack(db, parcel, { from: 'sending', why: LOST, now: now() }))) await parcelEnds(db, parcel.id, 'unknown', LOST);
    return true;
  }

  async function instead(parcel: Parcel, { why, until }: Extract<Plan, { do: 'instead' }>): Promise<boolean> {
    if (await fallBack(db, parcel, { from: 'sending', why, now: now() })) return true;
    if (until !== undefined) return rest(parcel, until, why);
    await parcelEnds(db, parcel.id, 'failed', why);
    return true;
  }

  /** What is said to one person keeps its order while the line is held; what waits for the morning lets others pass. */
  async function rest({ id }: Parcel, availableAt: Date, error: string, passable = false): Promise<boolean> {
    await parcelRests(db, id, { status: passable ? 'held' : 'waiting', error, availableAt, again: false });
    return passable;
  }

  return { dispatch, follow };
}

/** Sent before, perhaps. WhatsApp would have told by now, and may be doubled twice; an SMS is worth doubling once, unless it goes to many. */
const mayGoAgain = ({ channel, doubts, purpose }: Parcel): boolean =>
  doubts === 0 || (channel === 'whatsapp' ? doubts <= DOUBTS_MAX : doubts === 1 && traitsOf(purpose).lane < 2);
