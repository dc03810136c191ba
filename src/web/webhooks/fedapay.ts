import { createHash } from 'node:crypto';
import express, { Router, type Response } from 'express';
import type { PaymentNewsRow } from '../../db/payments.ts';
import { reason } from '../../logger.ts';
import { readWebhook, type PaymentNews } from '../../providers/fedapay/read-webhook.ts';
import { verifySignature } from '../../providers/fedapay/signature.ts';
import { BODY_MAX, refuse, type Intake } from './intake.ts';

export type PaymentLine = {
  /** The secret of an account by its name in the address, undefined for one that is not ours. */
  secretOf: (ref: string) => Promise<string | undefined>;
  /** Undefined where FedaPay is off for the platform: then only what has an account is there. */
  isOff: boolean;
  store: (news: PaymentNewsRow) => Promise<'new' | 'known' | 'unknown'>;
  /** Something is to be looked at now. */
  ring: () => void;
};

const PLATFORM = 'platform';
const REF = /^[a-z][a-z0-9]{0,19}$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What they tell is a reason to look, and nothing more: the transaction itself is read again before anything changes. */
export function fedapayWebhook(line: PaymentLine, intake: Intake): Router {
  const router = Router();
  router.post('/:account', express.raw({ type: () => true, limit: BODY_MAX, inflate: false }), async (req, res) => {
    const raw: unknown = req.body;
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    const ref = refOf(req.params.account);
    try {
      const secret = ref === undefined ? undefined : await line.secretOf(ref);
      if (ref === undefined || secret === undefined) return line.isOff ? void res.status(404).type('text/plain').send('not found') : refuse(res, intake, 'fedapay');
      if (!verifySignature(bytes, req.get('x-fedapay-signature'), secret, intake.now())) return refuse(res, intake, 'fedapay');
      await take(res, line, { ref, bytes });
    } catch (error) {
      intake.logger.error('news of a payment could not be stored', reason(error));
      res.status(503).type('text/plain').send('try again');
    }
  });
  return router;
}

/** The code of a business in any case. */
const refOf = (account: string): string | undefined => (account.toLowerCase() === PLATFORM ? PLATFORM : REF.test(account) ? account.toUpperCase() : undefined);

async function take(res: Response, line: PaymentLine, { ref, bytes }: { ref: string; bytes: Buffer }): Promise<void> {
  const news = readWebhook(bytes);
  if (news.kind === 'unknown' && news.name === undefined) return void res.status(400).type('text/plain').send('not an event');
  const stored = news.kind === 'transaction' ? await line.store(rowOf(ref, news, bytes)) : 'unknown';
  res.status(200).type('text/plain').send('ok');
  if (stored === 'new') line.ring();
}

const rowOf = (account: string, { providerId, merchantRef, status, amountXof, key }: Extract<PaymentNews, { kind: 'transaction' }>, bytes: Buffer): PaymentNewsRow => ({
  account, providerId, status, amountXof,
  merchantRef: merchantRef !== undefined && UUID.test(merchantRef) ? merchantRef : null,
  // Two accounts may have an event of the same name.
  key: `${account}:${key}`,
  hash: createHash('sha256').update(bytes).digest('hex'),
});
