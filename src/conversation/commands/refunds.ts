import type { AskRefundCommands } from '../../../flows/money/ask-refund.ts';
import type { RefundCommands, ShownRefund } from '../../../flows/money/refunds.ts';
import { dayAt } from '../../domain/calendar/day.ts';
import { grouped } from '../../domain/money/xof.ts';
import { listRefunds, type ListedRefund } from '../../domain/payments/list-refunds.ts';
import { offerRefund } from '../../domain/payments/offer-refund.ts';
import { PAID_HOW, recordRefundPaid, undoRefundPaid } from '../../domain/payments/pay-refund.ts';
import { agreeRefund, askRefund, refuseRefund } from '../../domain/payments/refunds.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Say } from '../../i18n.ts';
import { displayPhone } from '../../phone.ts';
import type { Refused, Scope } from '../../scope.ts';
import { LINE_CHARS, linesOf, orderLine } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { ownOrderWork } from './own-order.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';

/** What two parts of an SMS hold. */
const PAGE = 6;
const NOTHING = '-';

export const refundCommands: Handlers<Omit<RefundCommands & AskRefundCommands, 'order.find' | 'order.findOwn'>> = {
  'refund.list': (scope, { orderId, after }) => staffWork(scope, 'refund.look', async (business) => {
    const rows = await listRefunds(business, { ...(orderId === '' ? {} : { orderId }), after, limit: PAGE + 1 });
    const say = wordsFor(scope);
    const next = rows.length > PAGE ? (rows[PAGE - 1]?.refundId ?? '') : '';
    return { refunds: [...rows.slice(0, PAGE).map((row) => ({ id: row.refundId, label: lineOf(row, say) })), ...(next === '' ? [] : [{ id: 'following' }])], next, most: orderId === '' ? 0 : await paidFor(business, orderId) };
  }),
  'refund.see': (scope, { refundId }) => staffWork(scope, 'refund.look', (business) => shown(scope, business, refundId)),
  'refund.read': (_scope, { text, most }) => Promise.resolve(readPart(text, most)),
  'refund.start': (scope, { orderId, amount, reason }) => staffWork(scope, 'refund.answer', async (business) => {
    const order = await business.db.order.findFirst({ where: { id: orderId }, select: { clientId: true } });
    const asked = order === null ? ({ refused: 'unknown' } as const) : await askRefund(business, { clientId: order.clientId, orderId, amountXof: amount, reason });
    if ('refused' in asked) return { refused: asked.refused === 'tooMuch' ? 'gone' : 'unknown' };
    const agreed = await agreeRefund(business, asked.refundId);
    return 'refused' in agreed ? agreed : shown(scope, business, asked.refundId);
  }),
  'refund.agree': (scope, { refundId, amount }) => staffWork(scope, 'refund.answer', async (business) => {
    const agreed = await agreeRefund(business, refundId, amount);
    return 'refused' in agreed ? agreed : shown(scope, business, refundId);
  }),
  'refund.refuse': (scope, { refundId, reason }) => staffWork(scope, 'refund.answer', (business) => refuseRefund(business, refundId, reason)),
  'refund.pay': (scope, { refundId, how: said, reference }) => staffWork(scope, 'refund.pay', (business) => recordRefundPaid(business, refundId, { how: PAID_HOW.find((each) => each === said) ?? 'cash', reference })),
  'refund.undo': (scope, { refundId }) => staffWork(scope, 'refund.pay', async (business) => {
    const undone = await undoRefundPaid(business, refundId);
    return 'refused' in undone ? undone : shown(scope, business, undone.refundId);
  }),

  'refund.offer': (scope, where) => ownOrderWork(scope, where, async (business, clientId) => {
    const offered = await offerRefund(business, { clientId, orderId: where.orderId });
    if (!('refused' in offered)) return { most: offered.mostXof, source: offered.from, policy: business.settings.refundPolicy ?? wordsFor(scope)('askRefund.usual') };
    return offered.refused === 'nothing' ? offered : { refused: 'open', amount: offered.amountXof, stands: offered.stands, day: dayAt(offered.at, business.timezone) };
  }),
  'refund.ask': (scope, { amount, source, reason, ...where }) => ownOrderWork(scope, where, (business, clientId) =>
    askRefund(business, { clientId, ...(source === 'order' ? { orderId: where.orderId } : {}), amountXof: amount, reason })),
};

function readPart(text: string, most: number): { amount: number } | Refused<'unread' | 'tooMuch'> {
  const amount = readAmount(text);
  if (amount === undefined || amount === 0) return { refused: 'unread' };
  return amount > most ? { refused: 'tooMuch' } : { amount };
}

async function paidFor({ db }: Business, orderId: string): Promise<number> {
  const order = await db.order.findFirst({ where: { id: orderId }, select: { paidXof: true } });
  return Number(order?.paidXof ?? 0n);
}

/** « 0042 Awa D. 12 500F demandé » */
function lineOf({ seq, client, amountXof, status }: ListedRefund, say: Say): string {
  const end = `${grouped(amountXof)}F ${say(`refunds.short.${status}`)}`;
  const room = LINE_CHARS - end.length - 1;
  return linesOf([seq === null ? linesOf([say('refunds.credit'), client], room) : orderLine({ seq, name: client, description: '' }, room)], room, end);
}

async function shown(scope: Scope, business: Business, refundId: string): Promise<{ refund: ShownRefund } | Refused<'unknown'>> {
  const [row] = await listRefunds(business, { refundId, limit: 1 });
  if (row === undefined) return { refused: 'unknown' };
  const say = wordsFor(scope);
  const { status, seq, client, description, amountXof, paidXof, reason, bySelf, createdAt, phone } = row;
  return {
    refund: {
      refundId, state: status, client, amount: amountXof, paid: paidXof, number: seq === null ? NOTHING : shortNumber(seq), what: description ?? NOTHING,
      why: bySelf ? say(`refunds.cause.${reason}`) : reason, day: dayAt(createdAt, business.timezone), phone: phone === null ? NOTHING : displayPhone(phone, business.country),
    },
  };
}
