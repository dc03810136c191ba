import { z } from 'zod';
import { dayAt, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { entriesOf, type Values } from './measures.ts';

export type LastMeasures = { versionId: string; values: Values; source: string; takenAt: Date; takenOn: Day };
/** Nobody was measured yet where `last` is missing. */
export type Profile = { profileId: string; label: string; last?: LastMeasures };

type Row = { profileId: string; label: string; versionId: string | null; values: unknown; source: string; takenAt: Date };

/** Whose measures a client has, in the order in which they were begun, each as it was last taken. */
export async function findProfiles({ db, id, timezone }: Business, clientId: string): Promise<Profile[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id::text AS "profileId", p.label, v.id::text AS "versionId", v.values, v.source, v."takenAt"
    FROM "MeasureProfile" p LEFT JOIN LATERAL (
      SELECT * FROM "MeasureVersion" w WHERE w."profileId" = p.id ORDER BY w."takenAt" DESC, w.id DESC LIMIT 1
    ) v ON true
    WHERE p."tenantId" = ${id}::uuid AND p."clientId" = ${clientId}::uuid ORDER BY p."createdAt", p.id`;
  return rows.map(({ profileId, label, versionId, values, source, takenAt }) => ({
    profileId, label, ...(versionId === null ? {} : { last: { versionId, values: kept(values), source, takenAt, takenOn: dayAt(takenAt, timezone) } }),
  }));
}

/** What is not measured any more is passed over. */
export const kept = (values: unknown): Values => Object.fromEntries(entriesOf(z.record(z.string(), z.number()).parse(values)));
