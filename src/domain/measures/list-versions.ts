import { dayAt, type Day } from '../calendar/day.ts';
import { pageOf, type ListPage, type PageAsk } from '../operators/list-page.ts';
import type { Business } from '../tenants/business.ts';
import { kept } from './find-profiles.ts';
import type { Values } from './measures.ts';

/** `by`: who of the workshop took them; empty where that is not known, and for the client. */
export type Version = { id: string; values: Values; takenOn: Day; by: string; byClient: boolean };

type Row = { id: string; values: unknown; takenAt: Date; by: string | null; byClient: boolean };

/** Every time that somebody was measured, the latest first. */
export async function listVersions({ db, id, timezone }: Business, profileId: string, { after = '', limit }: PageAsk): Promise<ListPage<Version>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id::text, v.values, v."takenAt", p."fullName" AS by, v."takenBy" LIKE 'client:%' AS "byClient"
    FROM "MeasureVersion" v LEFT JOIN "Member" s ON 'member:' || s.id::text = v."takenBy" LEFT JOIN "Person" p ON p.id = s."personId"
    WHERE v."tenantId" = ${id}::uuid AND v."profileId" = ${profileId}::uuid
      AND (${after} = '' OR (v."takenAt", v.id) < (SELECT k."takenAt", k.id FROM "MeasureVersion" k WHERE k.id = nullif(${after}, '')::uuid))
    ORDER BY v."takenAt" DESC, v.id DESC LIMIT ${limit + 1}`;
  return pageOf(rows.map(({ takenAt, by, values, ...row }) => ({ ...row, values: kept(values), takenOn: dayAt(takenAt, timezone), by: by ?? '' })), limit);
}

export const countVersions = ({ db }: Business, profileId: string): Promise<number> => db.measureVersion.count({ where: { profileId } });
