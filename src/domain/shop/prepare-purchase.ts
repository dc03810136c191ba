import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { listSuppliers, type SupplierRow } from './find-supplier.ts';
import type { PurchaseLine } from './order-goods.ts';
import type { Milli } from './quantity.ts';
import { supplyOutlook, type Outlook } from './supply-outlook.ts';

/** `variantId` empty: all that is advised to buy of that supplier. Quantity 0: as many as are advised; price 0: what it last cost. */
export type Wanted = { variantId: string; qty: Milli; priceXof: number; supplierId: string };
export type Prepared = { lines: PurchaseLine[]; outlooks: Outlook[]; supplier: SupplierRow };

/** What would be ordered of whom, before anybody says yes; or what must be said first. */
export async function preparePurchase(business: Business, { variantId, qty, priceXof, supplierId }: Wanted): Promise<Prepared | Refused<'unknown' | 'qty' | 'price' | 'supplier' | 'nothing'>> {
  const suppliers = await listSuppliers(business);
  const outlooks = await supplyOutlook(business, variantId === '' ? await boughtOf(business, supplierId) : [variantId]);
  const bought = [...outlooks.values()].filter(({ advised }) => variantId !== '' || advised > 0);
  const [one] = bought;
  if (one === undefined) return { refused: variantId === '' ? 'nothing' : 'unknown' };
  if (variantId !== '' && qty <= 0 && one.advised <= 0) return { refused: 'qty' };
  const supplier = suppliers.find(({ id }) => id === (supplierId || one.supplier?.id));
  if (supplier === undefined) return { refused: 'supplier' };
  const lines = bought.map((each) => ({ variantId: each.variantId, qty: variantId !== '' && qty > 0 ? qty : each.advised, unitXof: priceXof || (each.unitXof ?? 0) }));
  return lines.some(({ unitXof }) => unitXof <= 0) ? { refused: 'price' } : { lines, outlooks: bought, supplier };
}

const boughtOf = async ({ db }: Business, supplierId: string): Promise<string[]> =>
  (await db.variant.findMany({ where: { archivedAt: null, product: { supplierId, archivedAt: null } }, select: { id: true } })).map(({ id }) => id);
