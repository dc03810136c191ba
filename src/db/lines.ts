import type { ChannelName } from '../channels/channel.ts';
import type { Prisma } from './open-database.ts';

export type LineRow = { heldUntil: Date | null; bulkHeldUntil: Date | null; stoppedAt: Date | null; stoppedBy: string | null };

export const readLine = (db: Prisma, channel: ChannelName): Promise<LineRow | null> => db.line.findUnique({ where: { channel } });

export const writeLine = (db: Prisma, channel: ChannelName, row: Partial<LineRow>) => db.line.upsert({ where: { channel }, create: { channel, ...row }, update: row });

/** A slice of a line's time: this many messages may leave, one each `everyMs`, the first in `inMs` (which may be past). */
export type Slice = { inMs: number; count: number; everyMs: number };

/** Further ahead than all workers together ever ask for: the server's clock was put back. */
const CLOCK_MOVED_MS = 60_000;

/** Takes a slice for one worker; the others get theirs behind it. `burst` may leave at once after a pause. By the server's clock: workers need not agree on theirs. */
export async function takeSlice(db: Prisma, channel: ChannelName, { count, everyMs, burst }: { count: number; everyMs: number; burst: number }): Promise<Slice> {
  const [row] = await db.$queryRaw<{ endMs: number }[]>`
    INSERT INTO "LineRate" AS line (channel, "nextAt") VALUES (${channel}::"Channel", clock_timestamp() + ${(count - burst) * everyMs}::float8 * interval '1 millisecond')
    ON CONFLICT (channel) DO UPDATE SET "nextAt" = greatest(CASE WHEN line."nextAt" <= clock_timestamp() + ${CLOCK_MOVED_MS}::float8 * interval '1 millisecond' THEN line."nextAt" END, clock_timestamp() - ${burst * everyMs}::float8 * interval '1 millisecond') + ${count * everyMs}::float8 * interval '1 millisecond'
    RETURNING (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000)::float8 AS "endMs"`;
  return { inMs: (row?.endMs ?? 0) - count * everyMs, count, everyMs };
}
