import type { Business } from '../tenants/business.ts';
import { SHELF_KINDS, severityOf, type ShelfKind } from './alert-kinds.ts';
import type { Shelf } from './hold-variant.ts';
import { openEpisodes, closeEpisodes } from './keep-episodes.ts';
import type { Milli } from './quantity.ts';
import { restingAlerts } from './resting-alerts.ts';
import { supplyOutlook } from './supply-outlook.ts';
import { tellShelves } from './tell-shelves.ts';

/** A low stock is over only once it is clearly above its minimum, or it would be told at each sale around it. */
const CLEAR = { least: 1_000, share: 0.1 };

type Begun = { shelf: Shelf; kind: ShelfKind; told: boolean };

/** Opens and ends what is wrong with shelves, in the transaction of whatever moved them and however many, and tells who wants to know of what begins. */
export async function watchShelf(business: Business, ...shelves: Shelf[]): Promise<void> {
  const { db, now } = business;
  const open = await db.alertEpisode.findMany({ where: { variantId: { in: shelves.map(({ variantId }) => variantId) }, closedAt: null, kind: { in: [...SHELF_KINDS] } }, select: { id: true, kind: true, variantId: true } });
  const ofShelf = (shelf: Shelf) => open.filter(({ variantId }) => variantId === shelf.variantId).map(({ id, kind }) => ({ id, kind: kind as ShelfKind }));
  await closeEpisodes(business, shelves.flatMap((shelf) => ofShelf(shelf).filter(({ kind }) => isOver(kind, shelf)).map(({ id }) => id)));
  const begun = shelves.filter(({ archived }) => !archived).flatMap((shelf) => beginning(shelf, ofShelf(shelf)));
  if (begun.length === 0) return;

  const outlooks = await supplyOutlook(business, [...new Set(begun.map(({ shelf }) => shelf.variantId))]);
  const rests = await restingAlerts(business);
  const opened = await openEpisodes(business, begun.map(({ shelf: { variantId }, kind }) => ({ kind, variantId, severity: severityOf(kind, outlooks.get(variantId)), toldAt: rests({ kind, variantId }) ? null : now })));
  const worth = opened.flatMap(({ id, kind, variantId }) => {
    const one = begun.find((each) => each.told && each.kind === kind && each.shelf.variantId === variantId);
    return one === undefined || rests({ kind, variantId }) ? [] : [{ id, kind: one.kind, shelf: one.shelf, outlook: outlooks.get(one.shelf.variantId) }];
  });
  await tellShelves(business, worth);
}

/** Only the worst is told; and what was empty and is a little less so needs no new alarm. */
function beginning(shelf: Shelf, open: { kind: ShelfKind }[]): Begun[] {
  const begins = SHELF_KINDS.filter((kind) => open.every((episode) => episode.kind !== kind) && holds(kind, shelf));
  const recovers = open.some(({ kind }) => isOver(kind, shelf));
  return begins.map((kind) => ({ shelf, kind, told: kind === begins[0] && !(kind === 'low' && recovers) }));
}

/** The worst that is wrong with it now. */
export const stateOf = (shelf: Shelf): ShelfKind | 'fine' => SHELF_KINDS.find((kind) => holds(kind, shelf)) ?? 'fine';

const holds = (kind: ShelfKind, { available, min }: Shelf): boolean => (kind === 'rupture' ? available <= 0 : min !== null && available <= min);
const isOver = (kind: ShelfKind, { available, min }: Shelf): boolean => (kind === 'rupture' ? available > 0 : min === null || available > min + margin(min));
const margin = (min: Milli): Milli => Math.max(CLEAR.least, Math.round(min * CLEAR.share));
