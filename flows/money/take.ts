import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

/** `asked`, `ask`: by Mobile Money, from the client's own phone. `declared`: it is said to have come, and nobody has verified it. `credit`: out of what the client has with the business. */
type How = 'cash' | 'declared' | 'credit';
type Written = { order?: OrderSaid; amount?: number; method?: string };
type Take = Omit<AboutOrder, 'asked'> & { asked: Written; amount: number; after: number; how: How; sure: boolean; ways: Choice[]; waiting: number; credit: number; paymentId: string; receipt: string; minutes: number; cause: string; stands: string; refusal: string; unasked: string };

export type TakeCommands = FindOrder & {
  'take.waiting': Command<undefined, { waiting: number }>;
  'take.read': Command<{ text: string; about: 'order' | 'amount' }, Written>;
  'take.ways': Command<{ orderId: string }, { ways: Choice[]; asks: boolean; credit: number }>;
  'take.money': Command<{ orderId: string; amount: number; how: How; sure: boolean }, { remaining: number; receipt: string; paymentId: string }, { dueXof?: number; minutes?: number }>;
  'take.ask': Command<{ orderId: string; amount: number }, object>;
  'take.undo': Command<{ paymentId: string; cause: string }, { due: number; stands: string }>;
};

const flow = setup({ types: {} as FlowTypes<Take, TakeCommands>, actions: commands<TakeCommands>() });
const CAUSES = ['amount', 'order', 'unreceived'];

/** « recu 42 5000 especes »: money in the hand is booked at once where the line says all; else what it makes of the order is shown first. */
export const take = flow.createMachine({
  id: 'take',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, amount: 0, after: 0, how: 'cash', sure: false, ways: [], waiting: 0, credit: 0, paymentId: '', receipt: '', minutes: 0, cause: '', stands: 'same', refusal: 'unknown', unasked: 'noAccount' },
  initial: 'seeking',
  states: {
    ...whichOrder('take', 'sorting', 'take'),
    seeking: {
      always: [
        { guard: ({ context }) => context.asked.order !== undefined, target: 'finding', actions: assign(({ context }) => ({ said: context.asked.order ?? '' })) },
        { target: 'opening' },
      ],
    },
    opening: { entry: 'take.waiting', on: { 'take.waiting.done': [{ guard: ({ event }) => event.waiting > 0, target: 'till', actions: assign(({ event }) => ({ waiting: event.waiting })) }, { target: 'number' }], 'take.waiting.refused': 'number' } },
    till: { meta: { say: 'take.till', choose: [{ id: 'take', key: '1' }, { id: 'refunds', key: '2' }], back: 'back' }, on: { 'chose.take': 'number', 'chose.refunds': 'toRefunds', back: 'leaving' } },
    number: { meta: { say: 'take.number', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    reading: {
      entry: { type: 'take.read', params: ({ context }) => ({ text: context.typed, about: 'order' }) },
      on: {
        'take.read.done': { target: 'finding', actions: assign(({ event: { order = '', amount, method } }) => ({ said: order, asked: { order, ...(amount === undefined ? {} : { amount }), ...(method === undefined ? {} : { method }) } })) },
        'take.read.refused': 'number',
      },
    },
    sorting: {
      always: [
        { guard: ({ context: { order } }) => order.due <= 0, target: 'refused', actions: assign(({ context: { order } }) => ({ refusal: order.status === 'quote' ? 'unknown' : 'paid' })) },
        { guard: ({ context }) => context.asked.amount === undefined, target: 'amount' },
        { target: 'weighing', actions: assign(({ context }) => ({ amount: context.asked.amount ?? 0 })) },
      ],
    },
    amount: { meta: { say: 'take.amount', back: 'back' }, on: { said: { target: 'counting', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    counting: {
      entry: { type: 'take.read', params: ({ context }) => ({ text: context.typed, about: 'amount' }) },
      on: { 'take.read.done': { target: 'weighing', actions: assign(({ event }) => ({ amount: event.amount ?? 0 })) }, 'take.read.refused': 'unread' },
    },
    unread: { meta: { say: 'take.unread', back: 'back' }, on: { said: { target: 'counting', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    weighing: {
      always: [
        { guard: ({ context }) => context.amount > context.order.due, target: 'tooMuch' },
        // Who wrote the amount and the way with the number has said it all.
        { guard: ({ context: { asked, amount } }) => asked.method === 'cash' && asked.amount === amount, target: 'taking', actions: assign({ how: 'cash' }) },
        { target: 'looking', actions: assign(({ context }) => ({ after: context.order.due - context.amount })) },
      ],
    },
    tooMuch: {
      meta: { say: 'take.tooMuch', choose: ['due', 'other'], back: 'cancel' },
      on: { 'chose.due': { target: 'weighing', actions: assign(({ context }) => ({ amount: context.order.due })) }, 'chose.other': 'amount', back: 'leaving' },
    },
    looking: {
      entry: { type: 'take.ways', params: ({ context }) => ({ orderId: context.order.orderId }) },
      on: {
        'take.ways.done': [
          { guard: ({ context: { asked, amount }, event }) => asked.method === 'momo' && asked.amount === amount && !event.asks, target: 'taking', actions: assign({ how: 'declared' }) },
          { target: 'choosing', actions: assign(({ context, event }) => ({ credit: event.credit, ways: context.asked.method === 'momo' ? event.ways.filter(({ id }) => id !== 'cash') : event.ways })) },
        ],
        'take.ways.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    choosing: {
      meta: { say: 'take.choosing', choose: 'ways', back: 'cancel' },
      on: { 'chose.cash': { target: 'taking', actions: assign({ how: 'cash' }) }, 'chose.declared': { target: 'taking', actions: assign({ how: 'declared' }) }, 'chose.credit': { target: 'taking', actions: assign({ how: 'credit' }) }, 'chose.ask': 'asking', 'chose.*': 'choosing', back: 'leaving' },
    },
    taking: {
      entry: { type: 'take.money', params: ({ context: { order, amount, how, sure } }) => ({ orderId: order.orderId, amount, how, sure }) },
      on: {
        'take.money.done': { target: 'taken', actions: assign(({ event: { remaining, receipt, paymentId } }) => ({ after: remaining, receipt, paymentId })) },
        'take.money.refused': [
          { guard: ({ event }) => event.reason === 'again', target: 'again', actions: assign(({ event }) => ({ minutes: event.minutes ?? 0 })) },
          { guard: ({ event }) => event.reason === 'tooMuch' && (event.dueXof ?? 0) > 0, target: 'tooMuch', actions: assign(({ context, event }) => ({ order: { ...context.order, due: event.dueXof ?? 0 } })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason === 'tooMuch' ? 'paid' : event.reason })) },
        ],
      },
    },
    again: { meta: { say: 'take.again', choose: ['yes', 'no'], back: 'cancel' }, on: { 'chose.yes': { target: 'taking', actions: assign({ sure: true }) }, 'chose.no': 'leaving', back: 'leaving' } },
    taken: { meta: { say: 'take.taken', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'whyUndo', back: 'leaving' } },
    whyUndo: {
      meta: { say: 'take.whyUndo', choose: CAUSES, back: 'cancel' },
      on: { 'chose.*': { target: 'undoing', actions: assign(({ event }) => ({ cause: 'id' in event ? event.id : '' })) }, back: 'leaving' },
    },
    undoing: {
      entry: { type: 'take.undo', params: ({ context: { paymentId, cause } }) => ({ paymentId, cause }) },
      on: {
        'take.undo.done': { target: 'undone', actions: assign(({ event }) => ({ after: event.due, stands: event.stands })) },
        'take.undo.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    asking: {
      entry: { type: 'take.ask', params: ({ context: { order, amount } }) => ({ orderId: order.orderId, amount }) },
      on: { 'take.ask.done': 'awaited', 'take.ask.refused': { target: 'unasked', actions: assign(({ event }) => ({ unasked: event.reason })) } },
    },
    awaited: { type: 'final', meta: { say: 'take.awaited' } },
    unasked: { type: 'final', meta: { say: 'take.unasked' } },
    undone: { type: 'final', meta: { say: 'take.undone' } },
    refused: { type: 'final', meta: { say: 'take.refused' } },
    toRefunds: { type: 'final', meta: { goto: 'refunds' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
