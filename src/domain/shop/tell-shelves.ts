import type { Business } from '../tenants/business.ts';
import { unitFor } from '../spoken/units.ts';
import type { Notice } from '../tenants/notice.ts';
import type { ShelfKind } from './alert-kinds.ts';
import type { Shelf } from './hold-variant.ts';
import { noteEpisodes } from './keep-episodes.ts';
import { pieces } from './quantity.ts';
import type { Outlook } from './supply-outlook.ts';

export type ShelfAlarm = { id: string; kind: ShelfKind; shelf: Pick<Shelf, 'code' | 'name' | 'available' | 'min'>; outlook: Outlook | undefined };
type Said = Pick<Notice, 'key' | 'what' | 'values' | 'offers'>;

/** Tells who wants to know what is wrong with shelves, how long it will last and what to do about it. */
export async function tellShelves(business: Business, alarms: ShelfAlarm[]): Promise<void> {
  await tellRecipients(business, alarms.map((alarm) => sayShelf(business, alarm)));
  await noteEpisodes(business, 'told', alarms.map(({ id }) => id));
}

/** To the owners, and to whoever has said yes to being told. */
export async function tellRecipients({ db, notices }: Business, said: Said[]): Promise<void> {
  if (said.length === 0) return;
  const agreed = await db.alertRecipient.findMany({ where: { status: 'agreed' }, select: { memberId: true } });
  const whom = [{ owners: true } as const, ...agreed.map(({ memberId }) => ({ memberId }))];
  for (const each of said) notices.push(...whom.map((to) => ({ ...each, to, purpose: 'alert' as const })));
}

function sayShelf({ code, now }: Business, { id, kind, shelf, outlook }: ShelfAlarm): Said {
  const line = (word: string): string => `${word} ${shelf.code} ${code}`;
  const { what, values } = wordsFor(kind, outlook);
  return {
    key: `alert:${id}:${String(now.getTime())}`, what,
    values: { product: shelf.name, left: pieces(shelf.available), min: pieces(shelf.min ?? 0), ...values },
    offers: [{ verb: 'buy', line: line('commander') }, { verb: 'later', line: line('rappeler') }, { verb: 'mute', line: line('couper alerte') }],
  };
}

const WORDS = {
  rupture: { bare: 'stockOut', soon: 'stockOut', order: 'stockOutOrder', coming: 'stockOutComing' },
  low: { bare: 'stockLow', soon: 'stockLowSoon', order: 'stockLowOrder', coming: 'stockLowComing' },
} as const satisfies Record<ShelfKind, object>;

/** As much as is known: what is on its way, what to order of whom, how long it lasts. */
function wordsFor(kind: ShelfKind, outlook: Outlook | undefined): { what: string; values: Notice['values'] } {
  const words = WORDS[kind];
  const arrival = outlook?.coming?.arrivals[0];
  if (arrival?.on !== undefined) return { what: words.coming, values: { coming: pieces(arrival.qty), day: arrival.on } };
  const { advised = 0, unit = '', supplier, coverage, emptyOn } = outlook ?? {};
  const soon = coverage === undefined || emptyOn === undefined ? undefined : { coverage, day: emptyOn };
  if (soon === undefined && kind === 'low') return { what: words.bare, values: {} };
  if (advised === 0 || supplier === undefined) return { what: words.soon, values: { ...soon } };
  return { what: words.order, values: { ...soon, units: `${String(pieces(advised))} ${unitFor(unit, pieces(advised))}`, supplier: supplier.name } };
}
