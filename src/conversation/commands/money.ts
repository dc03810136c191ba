import type { TakeCommands } from '../../../flows/money/take.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { askPayment } from '../../domain/payments/ask-payment.ts';
import { creditXof } from '../../domain/payments/client-balance.ts';
import { useCredit } from '../../domain/payments/client-credit.ts';
import { countRefunds } from '../../domain/payments/list-refunds.ts';
import { receiptNumber } from '../../domain/payments/receipt-number.ts';
import { takeMoney } from '../../domain/payments/take-money.ts';
import { takenBefore } from '../../domain/payments/taken-before.ts';
import { undoTake } from '../../domain/payments/undo-take.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { readParts } from '../grammar/read-command.ts';
import { todayOf } from '../read-line.ts';
import type { Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { isProven, staffWork } from './staff-work.ts';

type TillCommands = Omit<TakeCommands, 'order.find'>;

export const moneyCommands: Handlers<TillCommands> = {
  'take.waiting': (scope) => staffWork(scope, 'money.take', async (business) => ({ waiting: await countRefunds(business) })),
  'take.read': async (scope, { text, about }) => (about === 'amount' ? amountIn(text) : lineIn(text, todayOf(scope))),
  'take.ways': (scope, { orderId }) => staffWork(scope, 'money.take', async (business) => {
    const [asks, credit] = [await hasAccount(business), await creditFor(business, orderId)];
    return { asks, credit, ways: [{ id: 'cash' }, ...(asks ? [{ id: 'ask' }] : []), { id: 'declared' }, ...(credit > 0 ? [{ id: 'credit' }] : [])] };
  }),
  'take.money': async (scope, ask) => {
    const done = await takeIn(scope, ask);
    return 'refused' in done && done.refused === 'unproven' ? { needs: 'pin' } : done;
  },
  'take.ask': async (scope, { orderId, amount }) => (await hasPhone(scope, orderId) ? askAtTill(scope, orderId, amount) : { refused: 'noPhone' }),
  'take.undo': (scope, { paymentId, cause }) => staffWork(scope, 'money.undo', async (business) => {
    const undone = await undoTake(business, paymentId, cause);
    return 'refused' in undone ? undone : { due: undone.dueXof, stands: undone.order };
  }),
};

const takeIn = (scope: Scope, { orderId, amount, how, sure }: TillCommands['take.money']['ask']) => staffWork(scope, 'money.take', async (business, { hasPin }) => {
  if (amount > business.settings.pinAboveXof && hasPin && !isProven(scope)) return { refused: 'unproven' as const };
  const minutes = sure || how === 'credit' ? undefined : await takenBefore(business, { orderId, amountXof: amount });
  if (minutes !== undefined) return { refused: 'again' as const, minutes };
  const booking = { orderId, amountXof: amount, key: `take:${scope.letterId}` };
  const taken = how === 'credit' ? await useCredit(business, booking) : await takeMoney(business, { ...booking, how });
  if ('refused' in taken) return 'mostXof' in taken ? { refused: 'credit' as const } : taken.refused === 'nothingDue' ? { refused: 'paid' as const } : taken;
  const { paymentId, credited } = taken;
  return { paymentId, remaining: credited.remaining, receipt: receiptNumber(credited.receipt).number };
});

const askAtTill = (scope: Scope, orderId: string, amountXof: number) => staffWork(scope, 'money.take', async (business) => {
  // The page asks who pays for their operator: a number does not tell it for sure.
  const asked = await askPayment(business, { orderId, amountXof, method: 'link', key: `take:${scope.letterId}` });
  if ('refused' in asked) return asked;
  scope.later.ringAt = asked.askedAt;
  return {};
});

/** The request goes to the client's phone; who walked in without one has nothing to pay with. Phones stand outside the walls. */
async function hasPhone({ db }: Scope, orderId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM "Order" o JOIN "Client" c ON c.id = o."clientId" JOIN "ContactPerson" p ON p."personId" = c."personId" WHERE o.id = ${orderId}::uuid LIMIT 1`;
  return rows.length > 0;
}

async function creditFor(business: Business, orderId: string): Promise<number> {
  const order = await business.db.order.findFirst({ where: { id: orderId }, select: { clientId: true } });
  return order === null ? 0 : creditXof(business, order.clientId);
}

async function hasAccount({ db }: Business): Promise<boolean> {
  return (await db.paymentAccount.count({ where: { closedAt: null } })) > 0;
}

function amountIn(text: string) {
  const amount = readAmount(text);
  return amount === undefined ? ({ refused: 'unread' } as const) : { amount };
}

/** « 42 5000 especes », as behind the verb; what is no such line is looked for as a number. */
function lineIn(text: string, today: Day) {
  const { order, amount, method } = readParts('take', text, today) ?? {};
  return { order: order ?? text, ...(amount === undefined ? {} : { amount }), ...(method === undefined ? {} : { method }) };
}
