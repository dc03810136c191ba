import type { Sent } from '../channels/channel.ts';
import { writeExchanges, type ExchangeRow } from '../db/exchanges.ts';
import { inBatches } from '../db/in-batches.ts';
import type { Prisma } from '../db/open-database.ts';
import type { Parcel } from '../db/outbox.ts';
import { reason, type Logger } from '../logger.ts';

export type NoteExchange = (parcel: Parcel, sent: Sent, ms: number) => Promise<void>;

const BATCH = 200;
const CODE_CHARS_MAX = 80;
const NOTED = Promise.resolve();

/**
 * Keeps how a network answered when it refused, when its answer was lost, and when a message went again without knowing.
 * What was simply taken has its id and its time in the outbox. A note that cannot be written holds up no message.
 */
export function exchangeNotes({ db, now, logger }: { db: Prisma; now: () => Date; logger: Logger }): NoteExchange {
  const write = inBatches(async (rows: ExchangeRow[]) => {
    await writeExchanges(db, rows);
    return rows;
  }, { max: BATCH });

  return (parcel, sent, ms) => {
    if (sent.outcome === 'accepted' && parcel.doubts === 0) return NOTED;
    return write(rowOf(parcel, sent, { ms, at: now() })).then(() => undefined, (error: unknown) => void logger.warn('an exchange could not be noted', { outbox: parcel.id, ...reason(error) }));
  };
}

function rowOf({ id, key, attempts, doubts }: Parcel, sent: Sent, { ms, at }: { ms: number; at: Date }): ExchangeRow {
  const { status = null, ...call } = ('exchange' in sent ? sent.exchange : undefined) ?? {};
  const code = sent.outcome === 'failed' && sent.code !== undefined ? String(sent.code).slice(0, CODE_CHARS_MAX) : null;
  // Why an answer is lost, or nobody was asked, we say ourselves; a refusal is told in the network's words, which may quote a message.
  const why = sent.outcome === 'unknown' || (sent.outcome === 'failed' && status === null) ? { why: sent.reason } : {};
  return { outboxId: id, at, ms: Math.round(ms), outcome: sent.outcome === 'failed' ? 'refused' : sent.outcome, status, code, detail: { ...call, ourId: key, attempt: attempts, doubts, ...why } };
}
