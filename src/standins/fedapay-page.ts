import express, { type Express, type Response } from 'express';
import { settle } from './fedapay-settle.ts';
import type { FedapayState, FedapayStatus, FedapayTransaction } from './fedapay-state.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
type Choice = { status: FedapayStatus; errorCode?: string };
const OPEN: readonly FedapayTransaction['status'][] = ['pending', 'declined', 'canceled'];

const REFUSED: Choice = { status: 'declined', errorCode: 'APPROVAL_REJECTED' };
const CHOICES: Record<string, Choice> = { approve: { status: 'approved' }, refuse: REFUSED, poor: { status: 'declined', errorCode: 'INSUFFICIENT_FUNDS' }, leave: { status: 'canceled' } };
const BUTTONS: [choice: string, label: string][] = [['approve', 'Payer'], ['refuse', 'Paiement refusé'], ['poor', 'Solde insuffisant'], ['leave', 'Abandonner']];
const BECAME: Record<FedapayStatus, string> = {
  pending: 'Carte, Wave ou Orange Money : choisissez ce qui arrive.', declined: 'Le paiement a été refusé. On peut encore payer.', canceled: 'Le paiement a été abandonné. On peut encore payer.',
  approved: 'Payé. Vous pouvez fermer cette page.', transferred: 'Payé. Vous pouvez fermer cette page.', refunded: 'Remboursé.', approved_partially_refunded: 'Remboursé en partie.', expired: 'Trop tard : cette demande a expiré.',
};

const STYLE = `body{margin:0;background:#eef2f7;color:#14213d;font:16px/1.4 system-ui,"DejaVu Sans",sans-serif}main{max-width:400px;margin:24px auto;padding:24px;background:#fff;border-radius:16px}
p{margin:0 0 12px}h1{margin:0 0 4px;font-size:1.8rem}.brand{font-weight:700}small{font-weight:400;color:#5b6782}.state{padding:10px 14px;border-radius:10px;background:#eef2f7}
form{display:grid;gap:10px}button{min-height:48px;border:1px solid #b6c0d4;border-radius:24px;background:#fff;color:inherit;font:inherit;font-weight:600;cursor:pointer}button:first-child{border-color:#0b5fff;background:#0b5fff;color:#fff}`;

/** The page that a person without a prompt pays on. */
export function fedapayPage(app: Express, state: FedapayState): void {
  const paidBy = (token: string) => [...state.transactions.values()].find((transaction) => transaction.token === token);
  app.get('/pay/:token', (req, res) => show(res, paidBy(req.params.token)));
  app.post('/pay/:token', express.urlencoded({ extended: false }), (req, res) => {
    const transaction = paidBy(req.params.token);
    if (transaction === undefined) return show(res, undefined);
    const { choice } = (req.body ?? {}) as { choice?: string };
    const { status, ...how } = CHOICES[choice ?? ''] ?? REFUSED;
    if (OPEN.includes(transaction.status)) settle(state, String(transaction.id), status, how);
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
  const { amountXof, description, status } = transaction;
  const amount = String(amountXof).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const buttons = BUTTONS.map(([choice, label]) => `<button name="choice" value="${choice}">${label}</button>`).join('');
  res.type('html').send(`<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>FedaPay (simulation)</title><style>${STYLE}</style>
<main><p class="brand">FedaPay <small>simulation</small></p><h1>${amount} F CFA</h1><p>${escaped(description)}</p>
<p class="state">${BECAME[status]}</p>${OPEN.includes(status) ? `<form method="post">${buttons}</form>` : ''}</main></html>`);
}
