import { dayAt, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import type { AlertKind, Severity } from './alert-kinds.ts';
import { titleOf } from './hold-variant.ts';

/** `name` is empty for what is wrong with the shop and not with a product. */
export type ListedAlert = { id: string; kind: AlertKind; severity: Severity; variantId: string | null; code: string; name: string; openedOn: Day; closedOn: Day | undefined; seenBy: string; remindOn: Day | undefined };
type Row = Omit<ListedAlert, 'openedOn' | 'closedOn' | 'remindOn'> & { variant: string; openedAt: Date; closedAt: Date | null; remindAt: Date | null };
type Which = { open: true } | { open: false; kind: AlertKind | undefined } | { id: string };

const LISTED_MAX = 99;

/** What is wrong now, the worst first; or what was, the newest first, of one kind where that is asked. */
export async function listAlerts(business: Business, which: Which): Promise<ListedAlert[]> {
  const { db, id: tenantId, timezone } = business;
  const [open, kind, id] = ['open' in which ? which.open : null, 'kind' in which ? (which.kind ?? null) : null, 'id' in which ? which.id : null];
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id::text, e.kind, e.severity, e."variantId"::text, coalesce(p.code, '') AS code, coalesce(p.name, '') AS name, coalesce(v.name, '') AS variant, e."openedAt", e."closedAt", e."remindAt", coalesce(x."fullName", '') AS "seenBy"
    FROM "AlertEpisode" e LEFT JOIN "Variant" v ON v.id = e."variantId" LEFT JOIN "Product" p ON p.id = v."productId"
      LEFT JOIN "Member" m ON 'member:' || m.id = e."ackedBy" LEFT JOIN "Person" x ON x.id = m."personId"
    WHERE e."tenantId" = ${tenantId}::uuid AND (${id}::uuid IS NULL OR e.id = ${id}::uuid) AND (${open}::boolean IS NULL OR (e."closedAt" IS NULL) = ${open}::boolean) AND (${kind}::text IS NULL OR e.kind = ${kind}::text)
      AND NOT (${open ?? false}::boolean AND e.kind = 'low' AND EXISTS (SELECT 1 FROM "AlertEpisode" r WHERE r."variantId" = e."variantId" AND r.kind = 'rupture' AND r."closedAt" IS NULL AND r."tenantId" = e."tenantId"))
    ORDER BY CASE WHEN ${open ?? false}::boolean THEN array_position(ARRAY['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], e.severity) END, e."openedAt" DESC, p.name, e.kind, e.id LIMIT ${LISTED_MAX}`;
  const dayOr = (at: Date | null): Day | undefined => (at === null ? undefined : dayAt(at, timezone));
  return rows.map(({ variant, openedAt, closedAt, remindAt, ...row }) => ({ ...row, name: titleOf(row.name, variant), openedOn: dayAt(openedAt, timezone), closedOn: dayOr(closedAt), remindOn: dayOr(remindAt) }));
}
