import express, { type Express, type Response } from 'express';
import { settle } from './fedapay-settle.ts';
import type { FedapayState, FedapayTransaction } from './fedapay-state.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
const OPEN: readonly FedapayTransaction['status'][] = ['pending', 'declined', 'canceled'];

/** The page that a person without a prompt pays on. */
export function fedapayPage(app: Express, state: FedapayState): void {
  const paidBy = (token: string) => [...state.transactions.values()].find((transaction) => transaction.token === token);
  app.get('/pay/:token', (req, res) => show(res, paidBy(req.params.token)));
  app.post('/pay/:token', express.urlencoded({ extended: false }), (req, res) => {
    const transaction = paidBy(req.params.token);
    if (transaction === undefined) return show(res, undefined);
    const { choice } = (req.body ?? {}) as { choice?: string };
    if (OPEN.includes(transaction.status)) settle(state, String(transaction.id), choice === 'approve' ? 'approved' : 'declined', choice === 'approve' ? {} : { errorCode: 'APPROVAL_REJECTED' });
    res.redirect(303, backTo(transaction) ?? `/pay/${transaction.token}`);
  });
}

/** What the browser is told proves nothing: anybody can write it. */
function backTo({ callbackUrl, id, status }: FedapayTransaction): string | undefined {
  if (callbackUrl === null) return undefined;
  const url = new URL(callbackUrl);
  url.searchParams.append('id', String(id));
  url.searchParams.append('status', status);
  return url.href;
}

function show(res: Response, transaction: FedapayTransaction | undefined): void {
  if (transaction === undefined) return void res.status(404).type('html').send('<!DOCTYPE html><title>404</title><h1>Ce lien n\'existe pas</h1>');
  const { amountXof, description, account, status } = transaction;
  const buttons = '<form method="post"><button name="choice" value="approve">Approuver</button> <button name="choice" value="refuse">Refuser</button></form>';
  res.type('html').send(`<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>FedaPay (simulation)</title>
<h1>FedaPay <small>simulation</small></h1><p>${escaped(account)} demande <strong>${amountXof} F CFA</strong></p><p>${escaped(description)}</p><p>${status}</p>${OPEN.includes(status) ? buttons : ''}</html>`);
}
