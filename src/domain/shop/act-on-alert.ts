import type { Refused } from '../../scope.ts';
import { dayAt, endOf } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { holdVariant } from './hold-variant.ts';
import { noteEpisodes, type Happened } from './keep-episodes.ts';
import { keptQty, type Milli } from './quantity.ts';
import { muteProduct, unmuteProduct } from './resting-alerts.ts';
import { watchShelf } from './watch-shelf.ts';

export type AlertAct = 'later' | 'seen' | 'mute' | 'unmute';
const HOUR_MS = 3_600_000;
const AT_HOUR = 8;

/** What somebody wants done about the warnings of a product: told again tomorrow, noted as seen, or a week without them. */
export async function actOnAlert(business: Business, variantId: string, act: AlertAct): Promise<object | Refused<'none'>> {
  if (act === 'unmute') return unmuteProduct(business, variantId).then(() => ({}));
  const open = await business.db.alertEpisode.findMany({ where: { variantId, closedAt: null }, select: { id: true } });
  if (act === 'mute') await muteProduct(business, variantId);
  else if (open.length === 0) return { refused: 'none' };
  await change(business, open.map(({ id }) => id), act);
  return {};
}

/** The same of one warning, whatever it is about. */
export const actOnEpisode = (business: Business, id: string, act: 'later' | 'seen'): Promise<void> => change(business, [id], act);

const HAPPENED: Record<Exclude<AlertAct, 'unmute'>, Happened> = { later: 'later', seen: 'seen', mute: 'muted' };

async function change(business: Business, ids: string[], act: Exclude<AlertAct, 'unmute'>): Promise<void> {
  const { db, now, actor, timezone } = business;
  const tomorrow = new Date(endOf(dayAt(now, timezone), timezone).getTime() + AT_HOUR * HOUR_MS);
  const data = { later: { remindAt: tomorrow }, seen: { ackedBy: actor, ackedAt: now }, mute: { remindAt: null } }[act];
  await db.alertEpisode.updateMany({ where: { id: { in: ids }, closedAt: null }, data });
  await noteEpisodes(business, HAPPENED[act], ids);
}

/** « alerte riz 5 »: below what a stock is low. Its warning begins or ends with that. */
export async function setMinimum(business: Business, variantId: string, min: Milli): Promise<{ before: Milli | null } | Refused<'unknown'>> {
  const shelf = await holdVariant(business, variantId);
  if (shelf === undefined) return { refused: 'unknown' };
  await business.db.variant.update({ where: { id: variantId }, data: { minStock: keptQty(min) }, select: { id: true } });
  await watchShelf(business, { ...shelf, min });
  return { before: shelf.min };
}
