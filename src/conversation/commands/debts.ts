import type { Choice } from '../../../flows/flow.ts';
import type { DebtsCommands } from '../../../flows/shop/debts.ts';
import type { SettleCommands } from '../../../flows/shop/settle.ts';
import type { SaleCommands } from '../../../flows/shop/sale.ts';
import type { UndoCommands } from '../../../flows/shop/undo.ts';
import { addWalkIn } from '../../domain/clients/add-walk-in.ts';
import { clockAt } from '../../domain/calendar/day.ts';
import { grouped } from '../../domain/money/xof.ts';
import { DEBTORS_MAX, debtorOf, findDebtors, type Debtor } from '../../domain/shop/find-debtor.ts';
import { lastUndoable } from '../../domain/shop/last-undoable.ts';
import { listDebtors } from '../../domain/shop/list-debtors.ts';
import { forgetReminder, remindDebtor } from '../../domain/shop/remind-debtor.ts';
import { seeDebt, type Debt } from '../../domain/shop/see-debt.ts';
import { debtNumber, settleDebt } from '../../domain/shop/settle-debt.ts';
import { undoSettling } from '../../domain/shop/undo-settling.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import type { Scope } from '../../scope.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { isProven, staffWork, whoMay } from './staff-work.ts';
import { whoOf } from './walk-in.ts';
import { wordsFor } from './wording.ts';

/** With the row that leads on they fit two SMS. */
const ROWS = 6;
/** A small screen holds fewer lines of what a debt is made of. */
const LINES = { whatsapp: 8, sms: 3, ussd: 3 };
const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export const debtCommands: Handlers<DebtsCommands & SettleCommands & UndoCommands & Pick<SaleCommands, 'debtor.add'>> = {
  'debtor.find': (scope, { said }) => staffWork(scope, 'debt.look', async (business) => {
    const picked = IS_ID.test(said) ? await debtorOf(business, said) : undefined;
    const found = picked === undefined ? await findDebtors(business, said) : [picked];
    const [one, ...others] = found;
    if (one === undefined) return { refused: 'unknown' };
    if (others.length === 0) return { debtor: shown(one) };
    return { refused: found.length > DEBTORS_MAX ? 'many' : 'several', people: [...found.slice(0, DEBTORS_MAX).map(rowOf), { id: 'again' }] };
  }),
  'debtor.add': async (scope, { draft }) => {
    const allowed = whoMay(scope, 'client.add');
    if (!('member' in allowed)) return allowed;
    const added = await addWalkIn(scope.db, allowed.member.tenantId, allowed.acting, whoOf(draft));
    if ('refused' in added) return { refused: 'person' };
    return staffWork(scope, 'goods.sell', async (business) => {
      const debtor = await debtorOf(business, added.clientId);
      return debtor === undefined ? { refused: 'person' } : { debtor: shown(debtor) };
    });
  },
  'debts.list': (scope, { from }) => staffWork(scope, 'debt.look', async (business) => {
    const { rows, count, totalXof, next } = await listDebtors(business, from, ROWS);
    const list = rows.map(({ clientId, name, owedXof }): Choice => ({ id: clientId, label: rowWith(name, `${grouped(owedXof)} F`) }));
    return { list: next === undefined ? list : [...list, { id: 'next' }], count, total: totalXof, next: next ?? 0 };
  }),
  'debts.see': (scope, { clientId, before }) => staffWork(scope, 'debt.look', async (business) => {
    const debt = await seeDebt(business, clientId, { limit: LINES[scope.who.channel], ...(before === '' ? {} : { before }) });
    if (debt === undefined) return { refused: 'unknown' };
    const { owedXof, since, next = '' } = debt;
    const state = owedXof > 0 ? 'owes' as const : owedXof < 0 ? 'kept' as const : 'even' as const;
    const acts = [...(owedXof > 0 ? [{ id: 'paid' }, { id: 'remind' }] : []), ...(next === '' ? [] : [{ id: 'older' }])];
    return { owed: { state, owed: Math.abs(owedXof), since: since ?? '-', lines: linesIn(scope, debt) }, acts, older: next };
  }),
  'debts.remind': async (scope, { clientId }) => {
    const asked = await staffWork(scope, 'debt.remind', async (business) => {
      const reminded = await remindDebtor(business, clientId);
      return 'refused' in reminded ? reminded : { owed: reminded.owedXof };
    });
    if ('needs' in asked || 'refused' in asked || asked.reached) return asked;
    await staffWork(scope, 'debt.remind', async (business) => ({ forgotten: await forgetReminder(business, clientId) }));
    return { refused: 'unwilling' };
  },
  'debt.amount': async (_scope, { text }) => {
    const amount = readAmount(text);
    return amount === undefined ? { refused: 'unread' } : { amount };
  },
  'debt.take': async (scope, ask) => {
    const done = await takeIn(scope, ask);
    return 'refused' in done && done.refused === 'unproven' ? { needs: 'pin' } : done;
  },
  'debt.undo': (scope, { seq }) => staffWork(scope, 'debt.undo', async (business) => {
    const undone = await undoSettling(business, seq);
    return 'refused' in undone ? undone : { undone: { number: debtNumber(seq), name: undone.name, amount: undone.amountXof, owed: undone.owedXof } };
  }),
  'undo.last': (scope) => staffWork(scope, 'goods.sell', async (business) => {
    const last = await lastUndoable(business);
    if (last === undefined) return { refused: 'nothing' };
    const { kind, seq, what, amountXof, at } = last;
    return { last: { kind, seq, number: kind === 'sale' ? `V-${String(seq)}` : debtNumber(seq), what, amount: amountXof, time: clockAt(at, business.timezone) } };
  }),
};

/** The most that a row to tap shows. Two clients may have one name: the end of their phone tells them apart. */
const ROW_CHARS = 24;
const PHONE_CHARS = 4;
const rowWith = (name: string, kept: string): string => linesOf([name], ROW_CHARS - kept.length - 1, kept);
const rowOf = ({ clientId, name, phone }: Debtor): Choice => ({ id: clientId, label: rowWith(name, (phone ?? '').slice(-PHONE_CHARS)) });
const shown = ({ clientId, name, owedXof }: Debtor) => ({ clientId, name, owed: owedXof });

/** « 12/11 V-318 +37 000 » */
function linesIn(scope: Scope, { lines }: Debt): string {
  const say = wordsFor(scope);
  return lines.map(({ day, kind, seq, amountXof }) => say(`debts.line.${kind}`, { day, seq, amount: `${amountXof < 0 ? '-' : '+'}${grouped(Math.abs(amountXof))}` })).join('\n').slice(0, LINES[scope.who.channel] * LINE_CHARS);
}

const takeIn = (scope: Scope, { clientId, amount, how, sure }: SettleCommands['debt.take']['ask']) => staffWork(scope, 'debt.take', async (business, { hasPin }) => {
  if (amount > business.settings.pinAboveXof && hasPin && !isProven(scope)) return { refused: 'unproven' as const };
  const settled = await settleDebt(business, { clientId, amountXof: amount, how: how === 'momo' ? 'momo' : 'cash', sure, key: `letter:${String(scope.letterId)}` });
  if (!('refused' in settled)) return { number: debtNumber(settled.seq), seq: settled.seq, remaining: settled.remainingXof };
  if (settled.refused === 'tooMuch') return { refused: 'tooMuch' as const, owed: settled.owedXof };
  return settled;
});
