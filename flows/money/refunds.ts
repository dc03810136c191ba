import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

/** Money that is asked back or owed, as the shop is shown it. `state`: asked, or agreed and to be given back. `why`: the client's words, or what happened. */
export type ShownRefund = { refundId: string; state: string; number: string; client: string; what: string; amount: number; paid: number; why: string; day: string; phone: string };
const NO_REFUND: ShownRefund = { refundId: '', state: 'asked', number: '', client: '', what: '', amount: 0, paid: 0, why: '', day: '', phone: '' };

type Refunds = Omit<AboutOrder, 'asked'> & {
  asked: { order?: OrderSaid }; refunds: Choice[]; after: string; next: string; picked: string; refund: ShownRefund; most: number; amount: number; part: string; reason: string; how: string; news: string; refusal: string;
};
export type RefundCommands = FindOrder & {
  'refund.list': Command<{ orderId: string; after: string }, { refunds: Choice[]; next: string; most: number }>;
  'refund.see': Command<{ refundId: string }, { refund: ShownRefund }>;
  'refund.read': Command<{ text: string; most: number }, { amount: number }>;
  'refund.start': Command<{ orderId: string; amount: number; reason: string }, { refund: ShownRefund }>;
  'refund.agree': Command<{ refundId: string; amount: number }, { refund: ShownRefund }>;
  'refund.refuse': Command<{ refundId: string; reason: string }, object>;
  'refund.pay': Command<{ refundId: string; how: string; reference: string }, object>;
  'refund.undo': Command<{ refundId: string }, { refund: ShownRefund }>;
};

const flow = setup({ types: {} as FlowTypes<Refunds, RefundCommands>, actions: commands<RefundCommands>() });
const REASON_CHARS_MIN = 3;
const refused = { target: 'refused', actions: assign(({ event }: { event: { reason: string } }) => ({ refusal: event.reason })) as never } as const;
const begins = ({ context: { refund } }: { context: Refunds }) => refund.refundId === '';

/** « À rembourser », « rembourser 42 »: the owner answers what is asked back, and says how it was given back; with nothing asked, gives back of their own accord. */
export const refunds = flow.createMachine({
  id: 'refunds',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, refunds: [], after: '', next: '', picked: '', refund: NO_REFUND, most: 0, amount: 0, part: 'ask', reason: '', how: 'cash', news: 'none', refusal: 'unknown' },
  initial: 'seeking',
  states: {
    ...whichOrder('refunds', 'listing'),
    seeking: {
      always: [
        { guard: ({ context }) => context.asked.order !== undefined, target: 'finding', actions: assign(({ context }) => ({ said: context.asked.order ?? '' })) },
        { target: 'listing' },
      ],
    },
    listing: {
      entry: { type: 'refund.list', params: ({ context: { order, after } }) => ({ orderId: order.orderId, after }) },
      on: { 'refund.list.done': { target: 'sorting', actions: assign(({ event: { refunds: all, next, most } }) => ({ refunds: all, next, most, refund: NO_REFUND })) }, 'refund.list.refused': refused },
    },
    sorting: {
      always: [
        { guard: ({ context: { order, refunds: all } }) => order.orderId !== '' && all.length === 1, target: 'seeing', actions: assign(({ context }) => ({ picked: context.refunds[0]?.id ?? '' })) },
        { guard: ({ context: { refunds: all } }) => all.length > 0, target: 'list' },
        { guard: ({ context: { order, most } }) => order.orderId !== '' && most > 0, target: 'begin' },
        { guard: ({ context: { order } }) => order.orderId !== '', target: 'nothing' },
        { target: 'none' },
      ],
    },
    list: {
      meta: { say: 'refunds.list', choose: 'refunds', back: 'menu' },
      on: { 'chose.following': { target: 'listing', actions: assign(({ context }) => ({ after: context.next })) }, 'chose.*': { target: 'seeing', actions: assign(({ event }) => ({ picked: 'id' in event ? event.id : '' })) }, back: 'leaving' },
    },
    none: { type: 'final', meta: { say: 'refunds.none' } },
    nothing: { type: 'final', meta: { say: 'refunds.nothing' } },
    begin: {
      meta: { say: 'refunds.begin', choose: [{ id: 'most', key: '1' }, { id: 'part', key: '2' }], back: 'cancel' },
      on: { 'chose.most': { target: 'reason', actions: assign(({ context }) => ({ amount: context.most })) }, 'chose.part': { target: 'part', actions: assign({ part: 'ask' }) }, back: 'leaving' },
    },
    seeing: {
      entry: { type: 'refund.see', params: ({ context }) => ({ refundId: context.picked }) },
      on: {
        'refund.see.done': [
          { guard: ({ event }) => event.refund.state === 'agreed', target: 'how', actions: assign(({ event }) => ({ refund: event.refund, news: 'none' })) },
          { target: 'asked', actions: assign(({ event }) => ({ refund: event.refund, amount: event.refund.amount, most: event.refund.amount })) },
        ],
        'refund.see.refused': refused,
      },
    },
    asked: {
      meta: { say: 'refunds.asked', choose: [{ id: 'all', key: '1' }, { id: 'part', key: '2' }, { id: 'refuse', key: '3' }], back: 'back' },
      on: { 'chose.all': 'agreeing', 'chose.part': { target: 'part', actions: assign({ part: 'ask' }) }, 'chose.refuse': 'reason', back: 'leaving' },
    },
    part: { meta: { say: 'refunds.part', back: 'cancel' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    reading: {
      entry: { type: 'refund.read', params: ({ context: { typed, most } }) => ({ text: typed, most }) },
      on: {
        'refund.read.done': [{ guard: begins, target: 'reason', actions: assign(({ event }) => ({ amount: event.amount })) }, { target: 'agreeing', actions: assign(({ event }) => ({ amount: event.amount })) }],
        'refund.read.refused': { target: 'part', actions: assign(({ event }) => ({ part: event.reason })) },
      },
    },
    reason: {
      meta: { say: 'refunds.reason', back: 'cancel' },
      on: {
        said: [
          { guard: ({ event, context }) => event.text.trim().length >= REASON_CHARS_MIN && begins({ context }), target: 'starting', actions: assign(({ event }) => ({ reason: event.text })) },
          { guard: ({ event }) => event.text.trim().length >= REASON_CHARS_MIN, target: 'refusing', actions: assign(({ event }) => ({ reason: event.text })) },
        ],
        back: 'leaving',
      },
    },
    starting: {
      entry: { type: 'refund.start', params: ({ context: { order, amount, reason } }) => ({ orderId: order.orderId, amount, reason }) },
      on: { 'refund.start.done': { target: 'how', actions: assign(({ event }) => ({ refund: event.refund, news: 'agreed' })) }, 'refund.start.refused': refused },
    },
    agreeing: {
      entry: { type: 'refund.agree', params: ({ context: { refund, amount } }) => ({ refundId: refund.refundId, amount }) },
      on: { 'refund.agree.done': { target: 'how', actions: assign(({ event }) => ({ refund: event.refund, news: 'agreed' })) }, 'refund.agree.refused': refused },
    },
    refusing: {
      entry: { type: 'refund.refuse', params: ({ context: { refund, reason } }) => ({ refundId: refund.refundId, reason }) },
      on: { 'refund.refuse.done': 'turnedDown', 'refund.refuse.refused': refused },
    },
    turnedDown: { type: 'final', meta: { say: 'refunds.turnedDown' } },
    how: {
      meta: { say: 'refunds.how', choose: [{ id: 'cash', key: '1' }, { id: 'declared', key: '2' }, { id: 'credit', key: '3' }], back: 'menu', done: true },
      on: {
        'chose.cash': { target: 'paying', actions: assign({ how: 'cash', reason: '' }) }, 'chose.declared': { target: 'reference', actions: assign({ how: 'declared' }) },
        'chose.credit': { target: 'paying', actions: assign({ how: 'credit', reason: '' }) }, back: 'leaving',
      },
    },
    reference: {
      meta: { say: 'refunds.reference', back: 'cancel' },
      on: { said: { guard: ({ event }) => event.text.trim().length >= REASON_CHARS_MIN, target: 'paying', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' },
    },
    paying: {
      entry: { type: 'refund.pay', params: ({ context: { refund, how, typed } }) => ({ refundId: refund.refundId, how, reference: how === 'declared' ? typed : '' }) },
      on: { 'refund.pay.done': 'paid', 'refund.pay.refused': refused },
    },
    paid: { meta: { say: 'refunds.paid', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'undoing', back: 'leaving' } },
    undoing: {
      entry: { type: 'refund.undo', params: ({ context }) => ({ refundId: context.refund.refundId }) },
      on: { 'refund.undo.done': { target: 'how', actions: assign(({ event }) => ({ refund: event.refund, news: 'undone' })) }, 'refund.undo.refused': refused },
    },
    refused: { type: 'final', meta: { say: 'refunds.refused' } },
  },
});
