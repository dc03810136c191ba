import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

/** What is told of it beside what every flow knows: the day its status is about, the workshop's number, what was complained of. */
type Seen = { status: string; day: string; phone: string; note: string };
/** With what another conversation about the same order begins. */
type Ahead = { asked: { order?: { seq: number; year: number }; named?: string } };
type MyOrders = AboutOwnOrder & { mine: Choice[]; after: string; next: string; seen: Seen; acts: Choice[]; ahead: Ahead; told: string; refusal: string };
type Where = { orderId: string; tenantId: string };
export type MyOrdersCommands = FindOwnOrder & {
  'orders.list': Command<{ after: string }, { mine: Choice[]; next: string }>;
  'orders.see': Command<Where, { seen: Seen; acts: Choice[] }>;
  'orders.cancel': Command<Where, { owed: number }>;
  'orders.askDay': Command<Where & { words: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<MyOrders, MyOrdersCommands>, actions: commands<MyOrdersCommands>() });
const of = ({ order }: MyOrders): Where => ({ orderId: order.orderId, tenantId: order.tenantId });
const to = (goto: string) => ({ type: 'final' as const, meta: { goto, give: 'ahead' } });

/** « Mes commandes », « ou est 42 »: how each stands, what is left to pay, and what may be done about it. */
export const myOrders = flow.createMachine({
  id: 'orders',
  version: '1',
  context: { ...ABOUT_OWN_ORDER, mine: [], after: '', next: '', seen: { status: '', day: '', phone: '', note: '' }, acts: [], ahead: { asked: {} }, told: 'cancelled', refusal: 'impossible' },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('orders', 'seeing', 'listing'),
    listing: {
      entry: { type: 'orders.list', params: ({ context }) => ({ after: context.after }) },
      on: { 'orders.list.done': { target: 'sorting', actions: assign(({ event }) => ({ mine: event.mine, next: event.next })) }, 'orders.list.refused': 'none' },
    },
    sorting: { always: [{ guard: ({ context }) => context.mine.length > 0, target: 'mine' }, { target: 'none' }] },
    mine: {
      meta: { say: 'orders.mine', choose: 'mine', back: 'back' },
      on: {
        'chose.following': { target: 'listing', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'finding', actions: assign(({ event }) => ({ said: event.id })) },
        back: 'leaving',
      },
    },
    none: { type: 'final', meta: { say: 'orders.none' } },
    seeing: {
      entry: { type: 'orders.see', params: ({ context }) => of(context) },
      on: {
        'orders.see.done': { target: 'shown', actions: assign(({ context: { order: { seq, year, tenantId } }, event }) => ({ seen: event.seen, acts: event.acts, ahead: { asked: { order: { seq, year }, named: tenantId } } })) },
        'orders.see.refused': 'none',
      },
    },
    shown: {
      meta: { say: 'orders.shown', choose: 'acts', back: 'back', done: true },
      on: {
        'chose.pay': 'toPay', 'chose.retake': 'toPay', 'chose.quote': 'toQuote', 'chose.complain': 'toComplain', 'chose.rate': 'toRate', 'chose.receipt': 'toReceipt', 'chose.refund': 'toRefund',
        'chose.call': 'calling', 'chose.callShop': 'calling', 'chose.day': 'day', 'chose.cancel': 'confirming', 'chose.*': 'seeing', back: 'returning',
      },
    },
    returning: { always: [{ guard: ({ context }) => context.mine.length > 0, target: 'mine' }, { target: 'listing' }] },
    calling: { meta: { say: 'orders.call', back: 'back' }, on: { said: 'seeing', back: 'seeing' } },
    day: { meta: { say: 'orders.day', back: 'back' }, on: { said: { target: 'asking', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'seeing' } },
    asking: {
      entry: { type: 'orders.askDay', params: ({ context }) => ({ ...of(context), words: context.typed }) },
      on: { 'orders.askDay.done': { target: 'told', actions: assign({ told: 'day' }) }, 'orders.askDay.refused': 'refused' },
    },
    confirming: {
      meta: { say: 'orders.confirming', choose: [{ id: 'yes', key: '1' }, { id: 'no', key: '2' }], back: 'back' },
      on: { 'chose.yes': 'cancelling', 'chose.no': 'seeing', back: 'seeing' },
    },
    cancelling: {
      entry: { type: 'orders.cancel', params: ({ context }) => of(context) },
      on: {
        'orders.cancel.done': { target: 'told', actions: assign(({ event }) => ({ told: event.owed > 0 ? 'owed' : 'cancelled' })) },
        'orders.cancel.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    told: { type: 'final', meta: { say: 'orders.told' } },
    refused: { type: 'final', meta: { say: 'orders.refused' } },
    toPay: to('pay'), toQuote: to('quote'), toComplain: to('complain'), toRate: to('rate'), toReceipt: to('receipts'), toRefund: to('askRefund'),
  },
});
