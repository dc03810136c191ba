import express, { Router, type Request, type Response } from 'express';
import type { i18n } from 'i18next';
import { z } from 'zod';
import type { Prisma } from '../db/open-database.ts';
import { limitTries } from '../domain/operators/limit-tries.ts';
import type { AccountKeys } from '../domain/payments/account-keys.ts';
import { connectAccount, findKeyPage, paymentUnderWay, type KeyPage } from '../domain/payments/key-page.ts';
import { languageOf, sayer } from '../i18n.ts';
import { workIn } from '../conversation/work-in.ts';
import { createFedapayClient, tryKey } from '../providers/fedapay/client.ts';
import { keyDone, keyForm, keyGone, type KeyForm } from '../../templates/key-page.ts';
import { refuseForeignPosts, securityHeaders } from './admin/security-headers.ts';

export type KeyPages = { db: Prisma; texts: i18n; now: () => Date; production: boolean; publicUrl: string; serviceCode: string; secretKey: string; fedapayUrl: string | undefined; simulated: boolean; connected: (account: AccountKeys & { ref: string }) => void; posted: () => void };

/** Each try asks FedaPay: enough for a slip of the hand, too few to guess with. */
const TRIES = { max: 10, windowMs: 30 * 60_000 };
const FORM_MAX = '4kb';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const typedKeys = z.object({
  secretKey: z.string().trim().regex(/^sk_(live|sandbox)_[\w-]{6,180}$/),
  webhookSecret: z.string().trim().regex(/^wh_[\w-]{6,190}$/),
});

/** /keys/:token — where an owner types the keys of a payment account. Opening the page spends nothing: preview robots open links too. */
export function keyPages(pages: KeyPages): Router {
  const { db, now } = pages;
  const router = Router();
  const takeTry = limitTries(TRIES);
  router.use(securityHeaders(pages.production), (_req, res, next) => {
    res.set({ 'content-security-policy': POLICY, 'x-robots-tag': 'noindex' });
    next();
  });
  router.get('/:token', async (req, res) => {
    const page = await findKeyPage(db, req.params.token, now());
    if (page === undefined) gone(pages, req, res);
    else showForm(pages, page, res);
  });
  router.post('/:token', refuseForeignPosts, express.urlencoded({ extended: false, limit: FORM_MAX }), async (req: Request<{ token: string }>, res) => {
    const page = await findKeyPage(db, req.params.token, now());
    if (page === undefined) return gone(pages, req, res);
    const typed = typedKeys.safeParse(req.body);
    if (!typed.success) return showForm(pages, page, res, 'shape');
    if (takeTry([page.tokenHash], now()) === undefined) return showForm(pages, page, res, 'tooMany');
    const tried = await tryKey({ secretKey: typed.data.secretKey, apiUrl: pages.fedapayUrl });
    if (tried !== 'right') return showForm(pages, page, res, tried);
    if (await strandsPayment(pages, page, typed.data)) return showForm(pages, page, res, 'paying');
    await connect(pages, page, typed.data, req, res);
  });
  return router;
}

/** Whether a payment is under way that these keys do not see: they open another account, or nobody can tell yet. */
async function strandsPayment({ db, fedapayUrl: apiUrl }: KeyPages, page: KeyPage, { secretKey }: AccountKeys): Promise<boolean> {
  const payment = await paymentUnderWay(db, page);
  if (payment === null) return false;
  if (payment.providerId === null) return true;
  const looked = await createFedapayClient({ secretKey, apiUrl }).look(payment.providerId);
  return looked.outcome !== 'seen' || looked.merchantRef !== payment.id;
}

async function connect(pages: KeyPages, page: KeyPage, keys: AccountKeys, req: Request, res: Response): Promise<void> {
  const { db, now, texts, serviceCode, secretKey, publicUrl } = pages;
  const acting = { now: now(), actor: `member:${page.memberId}`, role: 'owner', channel: 'web' } as const;
  const { result } = await db.$transaction((tx) => workIn(tx, page.tenantId, acting, { texts, serviceCode, publicUrl, now: acting.now }, (business) => connectAccount(business, page, keys, secretKey)));
  if ('refused' in result) return gone(pages, req, res);
  pages.connected({ ref: page.code, ...keys });
  pages.posted();
  const { business, language } = page;
  res.type('html').send(keyDone(inWords(pages, language), { business, webhook: webhookOf(pages, page), trial: keys.secretKey.startsWith('sk_sandbox_') }));
}

function showForm(pages: KeyPages, page: KeyPage, res: Response, problem?: KeyForm['problem']): void {
  const form = { business: page.business, webhook: webhookOf(pages, page), simulated: pages.simulated, ...(problem && { problem }) };
  res.status(problem === undefined ? 200 : problem === 'tooMany' ? 429 : 422).type('html').send(keyForm(inWords(pages, page.language), form));
}

const webhookOf = ({ publicUrl }: KeyPages, { code }: KeyPage): string => `${publicUrl}/webhooks/fedapay/${code}`;

const gone = (pages: KeyPages, req: Request, res: Response): void => void res.status(404).type('html').send(keyGone(inWords(pages, req.acceptsLanguages('fr', 'en') || null)));

function inWords({ texts }: KeyPages, wanted: string | null) {
  const language = languageOf(wanted);
  return { language, say: sayer(texts, language, 'web') };
}
