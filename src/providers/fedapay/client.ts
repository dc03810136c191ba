import type { Asked, Looked, PaymentProvider, PaymentRequest, Push } from '../payment-provider.ts';
import { call, type Account } from './call.ts';
import { modeNamed } from './modes.ts';
import { isTaken, notDone } from './not-done.ts';
import { phoneNumberOf, type PhoneStyle } from './phone-number.ts';
import { pageOf, seenOf, tokenOf, transactionOf, type Page } from './transaction.ts';

/** Without `apiUrl` the key says which of their worlds it opens. */
type Config = { secretKey: string; apiUrl?: string | undefined; timeoutMs?: number; phoneStyle?: PhoneStyle };
type Client = { account: Account; phoneStyle: PhoneStyle };

const TIMEOUT_MS = 10_000;
const LIVE = 'https://api.fedapay.com';
const SANDBOX = 'https://sandbox-api.fedapay.com';
const MODE = /^[a-z][a-z0-9_]{1,39}$/;

/** The world that a key opens, by what it says of itself. */
const homeOf = (secretKey: string): string => (secretKey.startsWith('sk_sandbox_') ? SANDBOX : LIVE);

/** Whether a key opens an account, by looking at what is nobody's: nothing is asked for, nothing changes. */
export async function tryKey({ secretKey, apiUrl = homeOf(secretKey), timeoutMs = TIMEOUT_MS }: Config): Promise<'right' | 'wrong' | 'unreachable'> {
  const answer = await call({ secretKey, apiUrl, timeoutMs }, 'GET', '/transactions/1');
  if (answer.answered === 'yes') return 'right';
  if (answer.answered !== 'no') return 'unreachable';
  if (answer.status === 401 || answer.status === 403) return 'wrong';
  return answer.status === 404 && answer.json ? 'right' : 'unreachable';
}

/** One account at FedaPay. Their own library shares one key among all accounts and puts it in its errors: see DECISIONS.md. */
export function createFedapayClient({ secretKey, apiUrl = homeOf(secretKey), timeoutMs = TIMEOUT_MS, phoneStyle = 'local' }: Config): PaymentProvider {
  const account = { secretKey, apiUrl, timeoutMs };
  return {
    ask: (request) => ask({ account, phoneStyle }, request),
    prompt: (providerId, push) => promptAgain({ account, phoneStyle }, providerId, push),
    page: (providerId) => pageAgain(account, providerId),
    look: (providerId) => look(account, `/transactions/${encodeURIComponent(providerId)}`, (seen) => seen.providerId === providerId),
    find: (merchantRef) => look(account, `/transactions/merchant/${encodeURIComponent(merchantRef)}`, (seen) => seen.merchantRef === merchantRef),
  };
}

async function ask(client: Client, request: PaymentRequest): Promise<Asked> {
  if (!Number.isSafeInteger(request.amountXof) || request.amountXof <= 0) throw new Error('an amount is whole francs, above nought');
  if (request.push !== undefined && !MODE.test(request.push.mode)) return { outcome: 'refused', reason: 'mode', detail: 'no mode of theirs' };
  const created = await call(client.account, 'POST', '/transactions', transactionBody(client, request));
  if (created.answered !== 'yes') return isTaken(created) ? { outcome: 'unknown', reason: 'the reference is taken' } : notDone(created);
  const transaction = transactionOf(created.body);
  if (transaction === undefined) return { outcome: 'unknown', reason: 'created, with an answer of another shape' };
  const page = pageOf(transaction) ?? (await askForPage(client.account, transaction.id));
  if ('outcome' in page) return page;
  if (request.push !== undefined) return prompt(client, transaction.id, page, request.push);
  return page.payUrl === undefined ? { outcome: 'unknown', reason: 'a page without an address', providerId: transaction.id } : { outcome: 'asked', providerId: transaction.id, payUrl: page.payUrl };
}

async function promptAgain(client: Client, providerId: string, push: Push): Promise<Asked> {
  const page = await askForPage(client.account, providerId);
  return 'outcome' in page ? page : prompt(client, providerId, page, push);
}

async function pageAgain(account: Account, providerId: string): Promise<Asked> {
  const page = await askForPage(account, providerId);
  if ('outcome' in page) return page;
  return page.payUrl === undefined ? { outcome: 'unknown', reason: 'a page without an address', providerId } : { outcome: 'asked', providerId, payUrl: page.payUrl };
}

async function askForPage(account: Account, providerId: string): Promise<Page | Asked> {
  const answer = await call(account, 'POST', `/transactions/${providerId}/token`, {});
  if (answer.answered !== 'yes') return notDone(answer, providerId);
  return tokenOf(answer.body) ?? { outcome: 'unknown', reason: 'a token of another shape', providerId };
}

/** Their «success» only says that the prompt has left. */
async function prompt({ account, phoneStyle }: Client, providerId: string, { token, payUrl }: Page, { mode, phone }: Push): Promise<Asked> {
  const answer = await call(account, 'POST', `/${mode}`, { token, phone_number: phoneNumberOf(phone, phoneStyle, modeNamed(mode)) });
  if (answer.answered !== 'yes') return notDone(answer, providerId, 'mode');
  return { outcome: 'asked', providerId, ...(payUrl !== undefined && { payUrl }) };
}

function transactionBody({ phoneStyle }: Client, { amountXof, merchantRef, description, client: { name, phone }, push }: PaymentRequest): object {
  const [firstname = '', ...rest] = name.trim().split(/\s+/);
  // A customer without a last name is refused.
  const person = { firstname, lastname: rest.join(' ') || firstname };
  const mode = modeNamed(push?.mode ?? '');
  return {
    description, amount: amountXof, currency: { iso: 'XOF' }, merchant_reference: merchantRef,
    ...(firstname !== '' && { customer: { ...person, ...(phone !== undefined && { phone_number: phoneNumberOf(phone, phoneStyle, mode) }) } }),
  };
}

async function look(account: Account, path: string, isIt: (seen: ReturnType<typeof seenOf>) => boolean): Promise<Looked> {
  const answer = await call(account, 'GET', path);
  // A 404 in another form comes from somebody between us and them.
  if (answer.answered === 'no') return answer.status === 404 && answer.json ? { outcome: 'absent' } : { outcome: 'unreachable', reason: answer.detail };
  if (answer.answered !== 'yes') return { outcome: 'unreachable', reason: answer.reason };
  const transaction = transactionOf(answer.body);
  if (transaction === undefined) return { outcome: 'unreachable', reason: 'an answer of another shape' };
  const seen = seenOf(transaction);
  return isIt(seen) ? seen : { outcome: 'unreachable', reason: 'an answer about another transaction' };
}
