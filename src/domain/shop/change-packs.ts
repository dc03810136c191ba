import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import { readQuantity } from '../spoken/quantity.ts';
import type { Business } from '../tenants/business.ts';
import type { Shelf } from './hold-variant.ts';
import { unitOf } from './in-units.ts';
import { keptQty, milliOf, pieces } from './quantity.ts';

/** « sac 25 », « 1 sac de 25 kg », « sac 0 »: none any more. */
const PACK = /^(?:1\s+)?(\p{L}{1,12})\s*(?:de)?\s*([\d.,]+)\s*(\p{L}+)?$/u;

/** What else a product is bought and sold by, and how many of its own unit that is. What was counted so before stays as it is. */
export async function changePacks({ db, id: tenantId }: Business, { productId, unit: own }: Shelf, text: string): Promise<{ value: string } | Refused<'unread' | 'doubt'>> {
  const [, said = '', number = '', counted = own] = PACK.exec(text) ?? [];
  const unit = unitOf(said);
  if (said === '' || unit === unitOf(own) || unitOf(counted) !== unitOf(own)) return { refused: 'unread' };
  if (/^0+$/.test(number)) {
    await db.unitConversion.deleteMany({ where: { productId, unit } });
    return { value: `${said} -` };
  }
  const read = readQuantity(number);
  if (read === undefined) return { refused: 'unread' };
  if (read.or !== undefined) return { refused: 'doubt' };
  await db.unitConversion.upsert({ where: { productId_unit: { productId, unit } }, create: { tenantId, productId, unit, factor: keptQty(read.milli) }, update: { factor: keptQty(read.milli) }, select: { unit: true } });
  return { value: packOf({ unit, factor: keptQty(read.milli) }, own) };
}

/** « sac = 25 kg » */
export const packOf = ({ unit, factor }: { unit: string; factor: { toString: () => string } }, own: string): string => `${unit} = ${String(pieces(milliOf(factor))).replace('.', ',')} ${plain(own)}`;
