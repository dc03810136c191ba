import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { canonicalPhone } from '../phone.ts';
import { entityOf, payUrl } from './fedapay-entity.ts';
import { tell } from './fedapay-events.ts';
import { settle } from './fedapay-settle.ts';
import type { FedapayAccount, FedapayState, FedapayStep, FedapayTransaction } from './fedapay-state.ts';

type Answer = { status: number; body: object; about?: string };
type Act = (account: FedapayAccount, req: Request) => Answer;

const KEPT_MAX = 20_000;
const MODES = ['mtn_open', 'moov', 'sbin', 'moov_tg', 'togocel', 'mtn_ci', 'airtel_ne', 'free_sn', 'momo_test'];
const SANDBOX_PAYS = /^(229)?(01)?(64000001|66000001)$/;
const TYPED_KEY = /^Bearer (sk_(?:live|sandbox)_[\w-]{6,})$/;
const HTML_ERROR = '<!DOCTYPE html><html><body><h1>500 Internal Server Error</h1></body></html>';

const creation = z.object({
  description: z.string().min(1),
  amount: z.int().positive(),
  currency: z.object({ iso: z.literal('XOF') }),
  merchant_reference: z.string().min(1).nullish(),
  callback_url: z.url().nullish(),
  mode: z.enum(MODES).nullish(),
  customer: z.looseObject({ firstname: z.string().min(1), lastname: z.string().min(1) }).optional(),
});
const pushing = z.object({ token: z.string().min(1), phone_number: z.object({ number: z.string().regex(/^\+?\d{8,15}$/), country: z.string().regex(/^[a-z]{2}$/i).optional() }) });

export function fedapayApi(app: Express, state: FedapayState): void {
  app.use('/v1', express.json({ limit: '100kb' }));
  app.post('/v1/transactions', answering(state, 'create', (account, req) => create(state, account, req.body)));
  app.get('/v1/transactions/merchant/:reference', answering(state, 'look', (account, req) => shown(state, ownBy(state, account, ({ merchantRef }) => merchantRef === req.params['reference']))));
  app.get('/v1/transactions/:id', answering(state, 'look', (account, req) => shown(state, ownBy(state, account, ({ id }) => String(id) === req.params['id']))));
  app.post('/v1/transactions/:id/token', answering(state, 'token', (account, req) => token(state, ownBy(state, account, ({ id }) => String(id) === req.params['id']))));
  app.post('/v1/:mode', answering(state, 'push', (account, req) => push(state, account, String(req.params['mode']), req.body)));
}

/** The key first, then what was switched on, then what was asked for. */
function answering(state: FedapayState, step: FedapayStep, act: Act) {
  return async (req: Request, res: Response): Promise<void> => {
    const account = accountOf(state, req.get('authorization') ?? '');
    const fault = account === undefined ? {} : faultAt(state, account.ref, step);
    if (fault.delayMs) await sleep(fault.delayMs);
    if (fault.silent) return note(state, account, step);
    const refused = account === undefined ? refusal('badKey') : fault.refuse && refusal(fault.refuse);
    if (account === undefined || refused) {
      note(state, account, step, refused);
      return void res.status(refused?.status ?? 401).send(refused?.body);
    }
    const answer = act(account, req);
    note(state, account, step, answer);
    if (fault.dropAfterAccept) req.socket.destroy();
    else res.status(answer.status).json(answer.body);
  };
}

/** Until its webhook is set, an account that is new here is told of nothing. */
function accountOf({ accounts, byHand }: FedapayState, authorization: string): FedapayAccount | undefined {
  const known = [...accounts.values()].find(({ secretKey }) => authorization === `Bearer ${secretKey}`);
  const [, secretKey] = TYPED_KEY.exec(authorization) ?? [];
  return known ?? (byHand && secretKey !== undefined && !secretKey.includes('wrong') ? { ref: 'new', secretKey, webhookSecret: '', webhookUrl: '' } : undefined);
}

function faultAt(state: FedapayState, ref: string, step: FedapayStep) {
  const fault = state.faults.of(ref);
  if (fault.at !== undefined && fault.at !== step) return {};
  state.faults.use(ref);
  return { ...fault };
}

function note({ calls }: FedapayState, account: FedapayAccount | undefined, step: FedapayStep, answer?: { status: number; about?: string }): void {
  calls.push({ account: account?.ref, step, ...(answer && { status: answer.status }), ...(answer?.about !== undefined && { about: answer.about }) });
  if (calls.length > KEPT_MAX) calls.splice(0, KEPT_MAX / 2);
}

function refusal(how: 'down' | 'badKey' | 'invalid' | 'busy'): { status: number; body: object | string } {
  if (how === 'down') return { status: 500, body: HTML_ERROR };
  if (how === 'badKey') return { status: 401, body: { message: 'Erreur d\'authentification' } };
  if (how === 'busy') return { status: 429, body: { message: 'Too many requests' } };
  return { status: 500, body: { message: 'Account creation failed', errors: { lastname: ['lastname field required'] } } };
}

const invalid = (field: string, words: string): Answer => ({ status: 400, body: { message: 'Paramètres invalides', errors: { [field]: [words] } } });
const unknown: Answer = { status: 404, body: { message: 'Not found' } };

function ownBy({ transactions }: FedapayState, { ref }: FedapayAccount, isIt: (transaction: FedapayTransaction) => boolean): FedapayTransaction | undefined {
  return [...transactions.values()].find((transaction) => transaction.account === ref && isIt(transaction));
}

function shown(state: FedapayState, transaction: FedapayTransaction | undefined): Answer {
  if (transaction === undefined) return unknown;
  const entity = entityOf(state, transaction);
  return { status: 200, body: state.plain ? entity : { 'v1/transaction': entity }, about: String(transaction.id) };
}

function token(state: FedapayState, transaction: FedapayTransaction | undefined): Answer {
  if (transaction === undefined) return unknown;
  const body = { token: transaction.token, url: payUrl(state, transaction) };
  return { status: 200, body: state.plain ? body : { 'v1/token': { klass: 'v1/token', ...body } }, about: String(transaction.id) };
}

function create(state: FedapayState, account: FedapayAccount, body: unknown): Answer {
  const parsed = creation.safeParse(body);
  if (!parsed.success) return invalid(parsed.error.issues[0]?.path.join('.') ?? 'body', 'is invalid');
  const { merchant_reference: merchantRef = null, callback_url: callbackUrl = null, customer = {}, mode = null, amount: amountXof, description } = parsed.data;
  if (merchantRef !== null && ownBy(state, account, (other) => other.merchantRef === merchantRef)) return invalid('merchant_reference', 'has already been taken');
  const at = state.now();
  state.lastId += 1;
  const id = state.lastId;
  const transaction: FedapayTransaction = {
    id, account: account.ref, amountXof, description, merchantRef, callbackUrl, customer, status: 'pending', mode,
    phone: null, errorCode: null, token: randomBytes(24).toString('base64url'), createdAt: at, updatedAt: at, approvedAt: null, held: [],
  };
  state.transactions.set(id, transaction);
  const [oldest] = state.transactions.keys();
  if (state.transactions.size > KEPT_MAX && oldest !== undefined) state.transactions.delete(oldest);
  tell(state, transaction, 'transaction.created', state.faults.of(account.ref));
  return shown(state, transaction);
}

function push(state: FedapayState, account: FedapayAccount, mode: string, body: unknown): Answer {
  if (!MODES.includes(mode)) return unknown;
  const parsed = pushing.safeParse(body);
  if (!parsed.success) return invalid(String(parsed.error.issues[0]?.path[0] ?? 'token'), 'is invalid');
  const transaction = ownBy(state, account, (own) => own.token === parsed.data.token);
  if (transaction === undefined) return unknown;
  if (transaction.approvedAt !== null || transaction.status === 'expired') return invalid('status', 'cannot be paid any more');
  const { number, country } = parsed.data.phone_number;
  const phone = number.replace(/\D/g, '');
  Object.assign(transaction, { mode, phone, status: 'pending', updatedAt: state.now() });
  state.prompts.add(phone, { id: `${transaction.id}-${state.calls.length}`, mode, transaction, to: canonicalPhone(number, country) ?? `+${phone}`, answers: [] });
  // Their sandbox has no phones: it answers for them.
  if (mode === 'momo_test' && (!state.byHand || SANDBOX_PAYS.test(phone))) settle(state, String(transaction.id), SANDBOX_PAYS.test(phone) ? 'approved' : 'declined', { afterMs: state.sandboxAnswerMs });
  return { status: 200, body: { message: 'success' }, about: String(transaction.id) };
}
