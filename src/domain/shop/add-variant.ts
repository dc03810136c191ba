import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';
import type { Shelf } from './hold-variant.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,19}$/u;

/** Another size or colour of a product, at the price of the one that it is added to, with nothing of it there yet. The first one is what the product itself was, where nothing is left of that. */
export async function addVariant({ db, id: tenantId }: Business, { productId, priceXof, costXof }: Shelf, name: string): Promise<{ value: string } | Refused<'unread' | 'taken'>> {
  if (!NAME.test(name)) return { refused: 'unread' };
  const all = await db.variant.findMany({ where: { productId }, select: { id: true, name: true, onHand: true, reserved: true, archivedAt: true } });
  const [same, live] = [all.find((each) => plain(each.name) === plain(name)), all.filter(({ archivedAt }) => archivedAt === null)];
  if (same?.archivedAt === null) return { refused: 'taken' };
  const [only] = live;
  const blank = live.length === 1 && only?.name === '' && Number(only.onHand) === 0 && Number(only.reserved) === 0 ? only : undefined;
  const named = { name, words: plain(name) };
  if (same !== undefined) await db.variant.update({ where: { id: same.id }, data: { ...named, archivedAt: null }, select: { id: true } });
  else if (blank !== undefined) await db.variant.update({ where: { id: blank.id }, data: named, select: { id: true } });
  else await db.variant.create({ data: { tenantId, productId, ...named, priceXof: BigInt(priceXof), costXof: costXof === null ? null : BigInt(costXof) }, select: { id: true } });
  return { value: name };
}
