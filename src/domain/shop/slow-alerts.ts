import { addDays, dateOf, dayAt, daysBetween, endOf } from '../calendar/day.ts';
import { isDormant } from '../stock/dormant.ts';
import type { Business } from '../tenants/business.ts';
import { severityOf, type AlertKind } from './alert-kinds.ts';
import { closeEpisodes, noteEpisodes, openEpisodes } from './keep-episodes.ts';
import { milliOf } from './quantity.ts';
import { restingAlerts } from './resting-alerts.ts';
import { servedLately } from './served-lately.ts';
import { seeGoods } from './supply-goods.ts';
import { tellRecipients } from './tell-shelves.ts';

/** `stays`: it is wrong no more as when it began, but not well either. */
type Finding = { kind: AlertKind; variantId: string | null; stays: boolean };
export type SlowEpisode = { id: string; kind: AlertKind; variantId: string | null };
const SLOW: AlertKind[] = ['service', 'overstock', 'dormant', 'expiring'];

/** More than this many days of sales lie on the shelf; it is over below nine tenths of that. */
const OVERSTOCK_DAYS = 120;
const OVER_SHARE = 0.9;
const SOLD_DAYS = 90;
/** Of what is newer nobody knows how it sells. */
const DAYS_TO_KNOW = 28;
const EXPIRES_WITHIN_DAYS = 15;
const NAMES_MAX = 3;

/** Once a day: what no single movement shows. */
export async function lookAtAlerts(business: Business): Promise<void> {
  const { db, now } = business;
  const found = [...(await sleeping(business)), ...(await expiring(business)), ...(await failing(business))];
  const open = await db.alertEpisode.findMany({ where: { kind: { in: SLOW }, closedAt: null }, select: { id: true, kind: true, variantId: true } });
  const same = (a: { kind: string; variantId: string | null }, b: { kind: string; variantId: string | null }): boolean => a.kind === b.kind && a.variantId === b.variantId;
  await closeEpisodes(business, open.filter((episode) => !found.some((each) => same(each, episode))).map(({ id }) => id));
  const begins = found.filter((each) => !each.stays && !open.some((episode) => same(each, episode)));
  const rests = await restingAlerts(business);
  const opened = await openEpisodes(business, begins.map(({ kind, variantId }) => ({ kind, variantId, severity: severityOf(kind, undefined), toldAt: rests({ kind, variantId }) ? null : now })));
  await tellSlow(business, opened.filter((episode) => !rests(episode)).map(({ id, kind, variantId }) => ({ id, kind: kind as AlertKind, variantId })));
}

/** What does not sell, or not for as much as there is of it. */
async function sleeping({ db, id, now, timezone }: Business): Promise<Finding[]> {
  const today = dayAt(now, timezone);
  const since = endOf(addDays(today, -SOLD_DAYS - 1), timezone);
  const rows = await db.$queryRaw<{ id: string; onHand: object; maxStock: object | null; lastSoldAt: Date | null; lastInAt: Date; firstAt: Date | null; sold: number }[]>`
    SELECT v.id::text, v."onHand", v."maxStock", v."lastSoldAt", v."lastInAt", (SELECT m.at FROM "StockMove" m WHERE m."variantId" = v.id ORDER BY m.id LIMIT 1) AS "firstAt", coalesce((
      SELECT sum(l.qty) FROM "SaleLine" l JOIN "Sale" s ON s.id = l."saleId" AND s."voidedAt" IS NULL WHERE l."variantId" = v.id AND l."soldAt" >= ${since}::timestamptz), 0)::float8 AS sold
    FROM "Variant" v JOIN "Product" p ON p.id = v."productId"
    WHERE v."tenantId" = ${id}::uuid AND v."onHand" > 0 AND v."lastInAt" IS NOT NULL AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL`;
  return rows.flatMap(({ id: variantId, onHand, maxStock, lastSoldAt, lastInAt, firstAt, sold }): Finding[] => {
    const units = milliOf(onHand) / 1_000;
    if (isDormant({ onHand: units, lastEntryOn: dayAt(lastInAt, timezone), ...(lastSoldAt === null ? {} : { lastSoldOn: dayAt(lastSoldAt, timezone) }) }, today)) return [{ kind: 'dormant', variantId, stays: false }];
    const known = Math.min(SOLD_DAYS, daysBetween(dayAt(firstAt ?? now, timezone), today));
    const most = maxStock !== null ? milliOf(maxStock) / 1_000 : known >= DAYS_TO_KNOW && sold > 0 ? (sold / known) * OVERSTOCK_DAYS : Infinity;
    return units > most * OVER_SHARE ? [{ kind: 'overstock', variantId, stays: units <= most }] : [];
  });
}

/** What will be good no more, of what is still there: the oldest is taken to leave first. */
async function expiring({ db, id, now, timezone }: Business): Promise<Finding[]> {
  const rows = await db.$queryRaw<{ variantId: string }[]>`
    SELECT DISTINCT r."variantId"::text FROM "GoodsReceipt" r JOIN "Variant" v ON v.id = r."variantId"
    WHERE r."tenantId" = ${id}::uuid AND r."expiresOn" <= ${dateOf(addDays(dayAt(now, timezone), EXPIRES_WITHIN_DAYS))}::date
      AND v."onHand" > coalesce((SELECT sum(later.qty) FROM "GoodsReceipt" later WHERE later."variantId" = r."variantId" AND (later."expiresOn" > r."expiresOn" OR (later."expiresOn" IS NULL AND later.at > r.at))
        AND NOT EXISTS (SELECT 1 FROM "StockMove" m WHERE m."refType" = 'receipt' AND m."refId" = later.id AND m.kind = 'return')), 0)
      AND NOT EXISTS (SELECT 1 FROM "StockMove" m WHERE m."refType" = 'receipt' AND m."refId" = r.id AND m.kind = 'return')`;
  return rows.map(({ variantId }) => ({ kind: 'expiring', variantId, stays: false }));
}

async function failing(business: Business): Promise<Finding[]> {
  const { isFalling, isWell } = await servedLately(business);
  return isFalling || !isWell ? [{ kind: 'service', variantId: null, stays: !isFalling }] : [];
}

/** One message a kind, however many products it is about. */
export async function tellSlow(business: Business, episodes: SlowEpisode[]): Promise<void> {
  const goods = new Map((await seeGoods(business, episodes.flatMap(({ variantId }) => variantId ?? []))).map((each) => [each.variantId, each]));
  const said = [];
  for (const [kind, own] of Map.groupBy(episodes, (episode) => episode.kind)) {
    const about = own.flatMap(({ variantId }) => goods.get(variantId ?? '') ?? []).toSorted((a, b) => b.worthXof - a.worthXof);
    const more = about.length > NAMES_MAX ? '…' : '';
    const values = kind === 'service' ? await serviceValues(business) : { count: about.length, names: about.slice(0, NAMES_MAX).map(({ name }) => name).join(', ') + more, amount: about.reduce((sum, { worthXof }) => sum + worthXof, 0) };
    said.push({ key: `alerts:${kind}:${own[0]?.id ?? ''}:${String(business.now.getTime())}`, what: WORDS[kind], values, offers: [{ verb: 'alerts', line: `alertes ${business.code}` }] });
  }
  await tellRecipients(business, said);
  await noteEpisodes(business, 'told', episodes.map(({ id }) => id));
}

const WORDS: Record<AlertKind, string> = { service: 'serviceFalls', overstock: 'overstock', dormant: 'dormant', expiring: 'expiring', rupture: 'stockOut', low: 'stockLow' };

async function serviceValues(business: Business) {
  const { rate = 0, usual = 0, gone } = await servedLately(business);
  return { rate: Math.round(rate * 100), usual: Math.round(usual * 100), gone };
}
