import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';
import type { Milli } from './quantity.ts';

/** So many of the unit that was said, in the unit of the shelf: « 2 cartons » are 24. Without one it is that of the shelf. `per`: so many are one of what was said, which a price is of, too. */
export async function inUnits({ db }: Business, variantId: string, qty: Milli, said: string): Promise<{ qty: Milli; per: number } | (Refused<'unit'> & { units: string })> {
  if (said === '') return { qty, per: 1 };
  const { product } = await db.variant.findUniqueOrThrow({ where: { id: variantId }, select: { product: { select: { unit: true, conversions: { select: { unit: true, factor: true } } } } } });
  if (sameUnit(product.unit, said)) return { qty, per: 1 };
  const other = product.conversions.find(({ unit }) => sameUnit(unit, said));
  if (other === undefined) return { refused: 'unit', units: [product.unit, ...product.conversions.map(({ unit }) => unit)].join(', ') };
  return { qty: Math.round(qty * Number(other.factor)), per: Number(other.factor) };
}

/** « sacs » are counted in « sac », « kilos » in « kg ». */
const sameUnit = (a: string, b: string): boolean => unitOf(a) === unitOf(b);
const SHORT: Record<string, string> = { kilo: 'kg', kilogramme: 'kg', litre: 'l', gramme: 'g', metre: 'm', bag: 'sac', bottle: 'bouteille', box: 'boite', pack: 'paquet', piece: 'piece' };
/** As a shop keeps it: « sachets » is sachet. */
export function unitOf(unit: string): string {
  const word = plain(unit).replace(/(?<=..)(?:es|s)$/, (ending) => (ending === 'es' ? 'e' : ''));
  return SHORT[word] ?? word;
}
