import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { titleOf } from './hold-variant.ts';
import { keptQty, lineOf, milliOf, type Milli } from './quantity.ts';

export type CartLine = { variantId: string; name: string; unit: string; qty: Milli; unitXof: number; lineXof: number; available: Milli };
export type Cart = { lines: CartLine[]; totalXof: number };

const LINES_MAX = 12;
const QTY_MAX: Milli = 10_000_000;

/** What a client has put in their cart here, at the prices of now. What the shop no longer sells is in it no more. */
export async function seeCart({ db, id: tenantId }: Business, clientId: string): Promise<Cart> {
  const rows = await db.$queryRaw<{ variantId: string; name: string; variant: string; unit: string; qty: object; priceXof: bigint; onHand: object; reserved: object }[]>`
    SELECT c."variantId"::text, p.name, v.name AS variant, p.unit, c.qty, v."priceXof", v."onHand", v.reserved
    FROM "CartLine" c JOIN "Variant" v ON v.id = c."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE c."clientId" = ${clientId}::uuid AND c."tenantId" = ${tenantId}::uuid AND v."archivedAt" IS NULL AND p."archivedAt" IS NULL
    ORDER BY c.at, c."variantId"`;
  const lines = rows.map(({ variantId, name, variant, unit, qty, priceXof, onHand, reserved }): CartLine => {
    const [milli, unitXof] = [milliOf(qty), Number(priceXof)];
    return { variantId, name: titleOf(name, variant), unit, qty: milli, unitXof, lineXof: lineOf(milli, unitXof), available: Math.max(0, milliOf(onHand) - milliOf(reserved)) };
  });
  return { lines, totalXof: lines.reduce((sum, { lineXof }) => sum + lineXof, 0) };
}

/** So many of it are in the cart: none, and it is out. */
export async function putInCart({ db, id: tenantId, now }: Business, clientId: string, { variantId, qty }: { variantId: string; qty: Milli }): Promise<object | Refused<'quantity' | 'full' | 'unknown'>> {
  if (qty < 0 || qty > QTY_MAX) return { refused: 'quantity' };
  if (qty === 0) return db.cartLine.deleteMany({ where: { clientId, variantId } });
  if ((await db.variant.count({ where: { id: variantId, archivedAt: null } })) === 0) return { refused: 'unknown' };
  if ((await db.cartLine.count({ where: { clientId, variantId: { not: variantId } } })) >= LINES_MAX) return { refused: 'full' };
  await db.cartLine.upsert({ where: { clientId_variantId: { clientId, variantId } }, create: { tenantId, clientId, variantId, qty: keptQty(qty), at: now }, update: { qty: keptQty(qty) } });
  return {};
}

export const emptyCart = ({ db }: Business, clientId: string) => db.cartLine.deleteMany({ where: { clientId } });

/** No more of anything than is there. */
export async function fitCart(business: Business, clientId: string): Promise<void> {
  const { lines } = await seeCart(business, clientId);
  for (const { variantId, qty, available } of lines) if (qty > available) await putInCart(business, clientId, { variantId, qty: available });
}
