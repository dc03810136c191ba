import type { CollectedClient } from '../src/domain/identity/collect-client.ts';
import { html, type Html } from '../src/web/html.ts';

export type LinkSay = (key: string, values?: object) => string;
type Kept = { name: string } & CollectedClient;

/** What one business keeps of its client; nothing where there is nothing yet. */
export function clientPart(say: LinkSay, { name, orders, measures, payments, receipts, creditXof, debts, owedXof }: Kept): Html | undefined {
  const parts = [
    list(say('orders'), orders.map((order) => html`${day(order.at)} ${[order.number, order.what, say(`order.${order.status}`), money(say, order)].filter(Boolean).join(' · ')}`)),
    list(say('measures'), measures.map(({ at, whose, millimetres }) => html`${day(at)} ${whose}: ${Object.entries(millimetres).map(([key, value]) => say('measured', { what: say(`measure.${key}`), centimetres: value / MM_IN_CM })).join(', ')}`)),
    list(say('payments'), payments.map(({ at, order, amountXof, receivedXof, status }) => html`${day(at)} ${[say('amount', { xof: receivedXof || amountXof }), say(`payment.${status}`), order].filter(Boolean).join(' · ')}`)),
    list(say('receipts'), receipts.map(({ at, number, amountXof }) => html`${day(at)} ${number} · ${say('amount', { xof: amountXof })}`)),
    list(say('debts'), debts.map(({ at, kind, amountXof }) => html`${day(at)} ${say(`debt.${kind}`)} · ${say('amount', { xof: amountXof })}`)),
    owedXof > 0 && html`<p>${say('owed', { xof: owedXof })}</p>`,
    creditXof !== 0 && html`<p>${say('credit', { xof: creditXof })}</p>`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : html`<h2>${name}</h2>${parts}`;
}

const MM_IN_CM = 10;

const list = (title: string, rows: Html[]) => rows.length > 0 && html`<h3>${title} (${rows.length})</h3><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`;
const day = (at: string): Html => html`<time>${at.slice(0, 10)}</time>`;
const money = (say: LinkSay, { totalXof, paidXof }: { totalXof: number | null; paidXof: number }): string => (totalXof === null ? '' : say('paidOf', { paid: paidXof, total: totalXof }));
