import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventBody } from './fedapay-entity.ts';
import type { FedapayAccount, FedapayState, FedapayTransaction, Telling } from './fedapay-state.ts';
import type { Webhook } from './webhook-delivery.ts';

const OLD_SECONDS = 3_600;

/** Tells the account of a transaction what became of it, as the transaction is now. */
export function tell(state: FedapayState, transaction: FedapayTransaction, name: string, how: Telling): void {
  const account = state.accounts.get(transaction.account);
  if (account === undefined || how.withheld || state.disabled.has(account.ref)) return;
  const body = eventBody(state, account, transaction, name);
  if (how.outOfOrder && name === 'transaction.created') return void transaction.held.push(body);
  state.delivery.background(post(state, account, [body, ...transaction.held.splice(0)], how));
}

async function post(state: FedapayState, account: FedapayAccount, bodies: readonly string[], how: Telling): Promise<void> {
  if (how.lateMs) await sleep(how.lateMs, undefined, { signal: state.stopped, ref: false }).catch(() => undefined);
  for (const body of bodies) {
    const { delivered } = await state.delivery.deliverCopies(() => signed(state, account, body, how), 1 + (how.duplicates ?? 0));
    // FedaPay gives an address up when all its tries have failed.
    if (!delivered && !state.stopped.aborted) state.disabled.add(account.ref);
  }
}

/** Each try has a time and a signature of its own. */
function signed(state: FedapayState, { webhookUrl: url, webhookSecret }: FedapayAccount, body: string, { forged, old }: Telling): Webhook {
  const seconds = Math.floor(state.now().getTime() / 1000) - (old ? OLD_SECONDS : 0);
  const signature = createHmac('sha256', forged ? 'somebody else' : webhookSecret).update(`${seconds}.${body}`).digest('hex');
  return { url, body, headers: { 'content-type': 'application/json', 'x-fedapay-signature': `t=${seconds},s=${signature}` } };
}
