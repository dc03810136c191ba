import { inBusiness } from '../../domain/tenants/business.ts';
import { letterheadOf } from '../../domain/tenants/letterhead.ts';
import { DEFAULT_LANGUAGE } from '../../i18n.ts';
import { displayPhone } from '../../phone.ts';
import { sendPaper, type LinkPage } from './link-page.ts';

/** In another country than any: with its calling code, for whoever stands before the poster. */
const ABROAD = '';

/** What hangs on the wall of a business. Nothing on it is secret; without our own number there is none. */
export const posterPaper: LinkPage = async ({ db, texts, ussd, whatsapp }, { target }, { res, at }) => {
  const number = await whatsapp();
  const open = await db.tenant.findUnique({ where: { id: target }, select: { isActive: true } });
  if (number === undefined || open?.isActive !== true) return false;
  const business = await db.$transaction((tx) => inBusiness(tx, target, { now: at, actor: 'system', role: 'system', channel: 'web' }, (found) => Promise.resolve(letterheadOf(found))));
  const { drawPoster } = await import('../../../templates/pdf/poster.ts'); // what draws is heavy, and not needed to start
  const poster = await drawPoster(texts, { language: DEFAULT_LANGUAGE, business, whatsapp: displayPhone(`+${number}`, ABROAD), ussd, at });
  return sendPaper(res, poster, `griot-${business.code}.pdf`);
};
