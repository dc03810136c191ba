import { Router } from 'express';
import type { i18n } from 'i18next';
import type { Prisma } from '../db/open-database.ts';
import { collectPerson } from '../domain/identity/collect-person.ts';
import { languageOf } from '../i18n.ts';
import { dataPage, gonePage } from '../../templates/links.ts';

type Links = { db: Prisma; texts: i18n; now: () => Date };

/** /r/:code — today the page of somebody's own data, behind a code that cannot be guessed. */
export function shortLinks({ db, texts, now }: Links): Router {
  const router = Router();
  router.get('/:code', async (req, res) => {
    res.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" });
    const link = await db.shortLink.findUnique({ where: { code: req.params.code } });
    const data = link === null || link.kind !== 'data' || link.expiresAt < now() ? undefined : await collectPerson(db, link.target, link.contactId);
    if (data === undefined) {
      res.status(404).type('html').send(gonePage(texts, languageOf(req.acceptsLanguages('fr', 'en') || 'fr')));
      return;
    }
    if (req.query['format'] === 'json') res.attachment('griot.json').json(data);
    else res.type('html').send(dataPage(texts, languageOf(data.person.language), data));
  });
  return router;
}
