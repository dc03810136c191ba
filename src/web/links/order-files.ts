import type { Response } from 'express';
import { filesPage } from '../../../templates/links.ts';
import { findOrderFile, listOrderFiles } from '../../domain/orders/order-files.ts';
import { languageOf } from '../../i18n.ts';
import { isShownInline } from '../../media/accepted.ts';
import { fileName } from '../../media/file-name.ts';
import type { LinkPage, Links } from './link-page.ts';

/** Its pictures and sounds are its own; nothing else is loaded, and nothing runs. */
const PAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'";
/** Whatever is in the file: it runs nothing, loads nothing, and is nobody's page. */
const FILE = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The photos and voice notes of an order on one page; each of them behind `?file=`. */
export const orderFiles: LinkPage = async (links, { target, tenantId }, { req, res }) => {
  if (tenantId === null) return false;
  const { file } = req.query;
  if (typeof file === 'string') return sendFile(links, { tenantId, orderId: target, file }, res);
  const files = await listOrderFiles(links.db, tenantId, target);
  if (files === undefined) return false;
  res.set('Content-Security-Policy', PAGE).type('html').send(filesPage(links.texts, languageOf(req.acceptsLanguages('fr', 'en') || 'fr'), files));
  return true;
};

type Wanted = { tenantId: string; orderId: string; file: string };
async function sendFile({ db, files }: Links, { tenantId, orderId, file }: Wanted, res: Response): Promise<boolean> {
  const kept = await findOrderFile(db, tenantId, orderId, file);
  const bytes = kept && (await files.get(kept.sha256));
  if (kept === undefined || bytes === undefined) return false;
  res.attachment(fileName(kept.filename ?? `griot-${file}`, kept.mime));
  if (isShownInline(kept) || kept.mime.startsWith('audio/')) res.set('Content-Disposition', 'inline');
  res.set('Content-Security-Policy', FILE).type(kept.mime).send(bytes);
  return true;
}
