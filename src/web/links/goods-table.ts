import { may } from '../../conversation/acts.ts';
import { exportProducts } from '../../domain/shop/export-products.ts';
import { inBusiness } from '../../domain/tenants/business.ts';
import type { LinkPage } from './link-page.ts';

/** The goods of a shop as they are when the file is opened, for as long as who asked for it may. */
export const goodsTable: LinkPage = async ({ db }, { target, tenantId }, { res, at }) => {
  if (tenantId === null) return false;
  const [memberId = ''] = target.split(':');
  const csv = await db.$transaction((tx) => inBusiness(tx, tenantId, { now: at, actor: 'system', role: 'system', channel: 'web' }, async (business) => {
    const member = await business.db.member.findFirst({ where: { id: memberId, status: 'active' }, select: { role: true, permissions: true } });
    return member !== null && may(member, 'goods.export') ? exportProducts(business) : undefined;
  }));
  if (csv === undefined) return false;
  // WhatsApp carries a text, and no text/csv.
  res.set({ 'Content-Disposition': 'attachment; filename="produits.csv"' }).type('text/plain; charset=utf-8').send(csv);
  return true;
};
