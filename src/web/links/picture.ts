import { may } from '../../conversation/acts.ts';
import { salesPictured, stockPictured } from '../../domain/shop/knowing/pictured.ts';
import { inBusiness, type Business } from '../../domain/tenants/business.ts';
import { letterheadOf } from '../../domain/tenants/letterhead.ts';
import { languageOf } from '../../i18n.ts';
import type { LinkPage } from './link-page.ts';

/** A chart for a conversation, drawn when it is looked at, for as long as who asked for it may: of one stock, or of the sales. */
export const picture: LinkPage = async ({ db, texts }, { target, tenantId }, { res, at }) => {
  if (tenantId === null) return false;
  const [memberId = '', language = '', variantId = ''] = target.split(':');
  const read = await db.$transaction((tx) => inBusiness(tx, tenantId, { now: at, actor: 'system', role: 'system', channel: 'web' }, (business) => readFor(business, memberId, variantId)));
  if (read === undefined) return false;
  const { drawSalesPicture, drawStockPicture } = await import('../../../templates/reports/pictures.ts'); // what draws is heavy, and not needed to start
  const of = { language: languageOf(language), business: read.business, at, timezone: read.timezone };
  res.type('image/png').send('curve' in read ? drawStockPicture(texts, { ...of, ...read.curve }) : drawSalesPicture(texts, { ...of, perDay: read.perDay }));
  return true;
};

async function readFor(business: Business, memberId: string, variantId: string) {
  const member = await business.db.member.findFirst({ where: { id: memberId, status: 'active' }, select: { role: true, permissions: true } });
  if (member === null || !may(member, variantId === '' ? 'shop.figures' : 'goods.look')) return undefined;
  const head = { business: letterheadOf(business), timezone: business.timezone };
  if (variantId === '') return { ...head, perDay: await salesPictured(business) };
  const curve = await stockPictured(business, variantId);
  return curve && { ...head, curve };
}
