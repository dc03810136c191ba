import type { Business } from '../tenants/business.ts';
import type { AlertKind } from './alert-kinds.ts';

/** A row for a product says that all its warnings rest. */
const ANY_KIND = 'any';
const MUTE_DAYS = 7;
const DAY_MS = 86_400_000;

type About = { kind: string; variantId: string | null };

/** Which warnings nobody wants now: their kind is paused or muted, or their product is. */
export async function restingAlerts({ db, now }: Business): Promise<(about: About) => boolean> {
  const rules = await db.alertRule.findMany({ where: { OR: [{ pausedAt: { not: null } }, { mutedUntil: { gt: now } }] }, select: { kind: true, variantId: true } });
  return ({ kind, variantId }) => rules.some((rule) => (rule.variantId === null ? rule.kind === kind : rule.variantId === variantId));
}

/** A kind that is paused rests until somebody says otherwise, and one that is muted for a week. */
export const changeRule = (business: Business, kind: AlertKind, change: 'pause' | 'resume' | 'mute'): Promise<void> =>
  keepRule(business, { kind, variantId: null }, { pausedAt: change === 'pause' ? business.now : null, mutedUntil: change === 'mute' ? inAWeek(business) : null });

/** « couper riz »: nothing more of this product for a week. */
export const muteProduct = (business: Business, variantId: string): Promise<void> => keepRule(business, { kind: ANY_KIND, variantId }, { pausedAt: null, mutedUntil: inAWeek(business) });
export const unmuteProduct = (business: Business, variantId: string): Promise<void> => keepRule(business, { kind: ANY_KIND, variantId }, { pausedAt: null, mutedUntil: null });

const inAWeek = ({ now }: Business): Date => new Date(now.getTime() + MUTE_DAYS * DAY_MS);

async function keepRule({ db, id, now }: Business, { kind, variantId }: About, { pausedAt, mutedUntil }: { pausedAt: Date | null; mutedUntil: Date | null }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "AlertRule" (id, "tenantId", kind, "variantId", "pausedAt", "mutedUntil", "createdAt")
    VALUES (gen_random_uuid(), ${id}::uuid, ${kind}, ${variantId}::uuid, ${pausedAt}::timestamptz, ${mutedUntil}::timestamptz, ${now}::timestamptz)
    ON CONFLICT ("tenantId", kind, (coalesce("variantId", "tenantId"))) DO UPDATE SET "pausedAt" = excluded."pausedAt", "mutedUntil" = excluded."mutedUntil"`;
}
