import { Router } from 'express';
import { languageOf } from '../i18n.ts';
import { gonePage } from '../../templates/links.ts';
import { ownData } from './links/data-page.ts';
import type { LinkPage, Links } from './links/link-page.ts';
import { goodsTable } from './links/goods-table.ts';
import { orderFiles } from './links/order-files.ts';
import { picture } from './links/picture.ts';
import { payWay } from './links/pay-way.ts';
import { posterPaper } from './links/poster-paper.ts';
import { receiptPaper } from './links/receipt-paper.ts';
import { reportFile } from './links/report-file.ts';

/** What may be behind a link. A new kind is a file and a line here. */
const PAGES = new Map<string, LinkPage>([['data', ownData], ['receipt', receiptPaper], ['poster', posterPaper], ['files', orderFiles], ['pay', payWay], ['goods', goodsTable], ['report', reportFile], ['picture', picture]]);

const HEADERS = {
  'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

/** /r/:code — a page, a paper or a file, for whoever was given its code, which cannot be guessed. */
export function shortLinks(links: Links): Router {
  const router = Router();
  router.get('/:code', async (req, res) => {
    res.set(HEADERS);
    const at = links.now();
    const link = await links.db.shortLink.findUnique({ where: { code: req.params.code } });
    const page = link === null || link.expiresAt < at ? undefined : PAGES.get(link.kind);
    if (link !== null && page !== undefined && (await page(links, link, { req, res, at }))) return;
    res.status(404).type('html').send(gonePage(links.texts, languageOf(req.acceptsLanguages('fr', 'en') || 'fr')));
  });
  return router;
}
