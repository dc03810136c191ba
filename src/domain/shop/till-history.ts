import { clockAt, dayAt, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';

export type PastCount = { day: Day; time: string; by: string; countedXof: number; differenceXof: number; reason: string | null };

/** The counts of a shop, the newest first, with who counted. `next`: the number from which the rest goes on. */
export async function tillHistory({ db, id, timezone }: Business, before: number | undefined, limit: number): Promise<{ rows: PastCount[]; next: number | undefined }> {
  const rows = await db.$queryRaw<{ seq: number; at: Date; name: string | null; countedXof: bigint; expectedXof: bigint; reason: string | null }[]>`
    SELECT t.seq, t.at, p."fullName" AS name, t."countedXof", t."expectedXof", t.reason
    FROM "TillCount" t LEFT JOIN "Member" m ON 'member:' || m.id = t.by LEFT JOIN "Person" p ON p.id = m."personId"
    WHERE t."tenantId" = ${id}::uuid AND (${before ?? null}::int IS NULL OR t.seq < ${before ?? null}::int) ORDER BY t.seq DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map(({ at, name, countedXof, expectedXof, reason }) => ({ day: dayAt(at, timezone), time: clockAt(at, timezone), by: name ?? '', countedXof: xof(countedXof), differenceXof: xof(countedXof - expectedXof), reason })),
    next: rows.length > limit ? shown.at(-1)?.seq : undefined,
  };
}
