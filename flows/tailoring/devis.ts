import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

type Spoken = { day: string; rolls?: true };
type Written = { order?: OrderSaid; amount?: number; day?: Spoken };
/** `price` and `kept` are what it has so far, `usual` what an amount is compared with, `day` is what is promised. `sure`: nothing more is to be read again before it goes. */
type Devis = Omit<AboutOrder, 'asked'> & {
  asked: Written; has: string; price: number; usual: number; amount: number; deposit: number; day: string; sure: boolean; freeOn: string; taken: string; reason: string; told: string; refusal: string;
};
export type DevisCommands = FindOrder & {
  'devis.look': Command<{ orderId: string }, { day: string; priced: boolean; price: number; usual: number }>;
  'devis.read': Command<{ text: string }, { amount: number; day?: Spoken }>;
  'day.read': Command<{ text: string }, { day: string; rolls: boolean }>;
  'order.quote': Command<{ orderId: string; amount: number; day: string; reason: string }, { deposit: number; again: boolean; reached: boolean }, { freeOn?: string }>;
};

const flow = setup({ types: {} as FlowTypes<Devis, DevisCommands>, actions: commands<DevisCommands>() });
const REASON_CHARS_MIN = 3;
/** A figure too many or too few; 0 is nothing to compare with. */
const ODD_TIMES = 5;
const isOdd = ({ usual, amount }: Devis): boolean => usual > 0 && (amount > usual * ODD_TIMES || amount * ODD_TIMES < usual);
const said = (target: string) => ({ said: { target, actions: assign(({ event }: { event: { text: string } }) => ({ typed: event.text })) as never }, back: 'left' });

/** « devis 42 25000 28/12 »: the price of an order, and the day; the client is asked for their yes. */
export const devis = flow.createMachine({
  id: 'devis',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, has: 'none', price: 0, usual: 0, amount: 0, deposit: 0, day: '', sure: false, freeOn: '', taken: 'full', reason: '', told: 'told', refusal: 'frozen' },
  initial: 'seeking',
  states: {
    ...whichOrder('devis', 'looking'),
    looking: {
      entry: { type: 'devis.look', params: ({ context }) => ({ orderId: context.order.orderId }) },
      on: {
        'devis.look.done': [
          { guard: ({ context }) => context.asked.amount === undefined, target: 'amount', actions: assign(({ event }) => ({ day: event.day, has: event.priced ? 'price' : 'none', price: event.price, usual: event.usual })) },
          // Who wrote the amount with the number has said it all.
          { target: 'dating', actions: assign(({ context, event }) => ({ day: event.day, usual: event.usual, amount: context.asked.amount ?? 0, sure: true })) },
        ],
        'devis.look.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    amount: { meta: { say: 'devis.amount', back: 'cancel' }, on: said('counting') },
    counting: {
      entry: { type: 'devis.read', params: ({ context }) => ({ text: context.typed }) },
      on: { 'devis.read.done': { target: 'dating', actions: assign(({ context, event: { amount, day } }) => ({ amount, asked: { ...context.asked, ...(day === undefined ? {} : { day }) } })) }, 'devis.read.refused': 'unreadAmount' },
    },
    unreadAmount: { meta: { say: 'devis.unreadAmount', back: 'cancel' }, on: said('counting') },
    dating: {
      always: [
        { guard: ({ context }) => context.asked.day?.rolls === true, target: 'nextYear', actions: assign(({ context }) => ({ day: context.asked.day?.day ?? '' })) },
        { target: 'weighing', actions: assign(({ context }) => ({ day: context.asked.day?.day ?? context.day })) },
      ],
    },
    weighing: { always: [{ guard: ({ context }) => isOdd(context), target: 'odd' }, { guard: ({ context }) => context.sure, target: 'quoting' }, { target: 'summary' }] },
    odd: {
      meta: { say: 'devis.odd', choose: [{ id: 'yes', key: '1' }, { id: 'price', key: '2' }], back: 'cancel' },
      on: { 'chose.yes': { target: 'weighing', actions: assign({ usual: 0 }) }, 'chose.price': 'amount', back: 'left' },
    },
    summary: {
      meta: { say: 'devis.summary', choose: [{ id: 'yes', key: '1' }, { id: 'other', key: '2' }, { id: 'price', key: '3' }], back: 'cancel' },
      on: { 'chose.yes': 'quoting', 'chose.other': 'day', 'chose.price': 'amount', back: 'left' },
    },
    day: { meta: { say: 'devis.day', back: 'cancel' }, on: said('reading') },
    reading: {
      entry: { type: 'day.read', params: ({ context }) => ({ text: context.typed }) },
      on: {
        'day.read.done': [
          { guard: ({ event }) => event.rolls, target: 'nextYear', actions: assign(({ event }) => ({ day: event.day, asked: {} })) },
          { target: 'weighing', actions: assign(({ event }) => ({ day: event.day, asked: {} })) },
        ],
        'day.read.refused': 'unread',
      },
    },
    unread: { meta: { say: 'devis.unread', back: 'cancel' }, on: said('reading') },
    nextYear: {
      meta: { say: 'devis.nextYear', choose: [{ id: 'yes', key: '1' }, { id: 'other', key: '2' }], back: 'cancel' },
      on: { 'chose.yes': 'weighing', 'chose.other': 'day', back: 'left' },
    },
    quoting: {
      entry: { type: 'order.quote', params: ({ context: { order, amount, day, reason } }) => ({ orderId: order.orderId, amount, day, reason }) },
      on: {
        'order.quote.done': { target: 'quoted', actions: assign(({ event }) => ({ deposit: event.deposit, told: !event.reached ? 'unreached' : event.again ? 'again' : 'told' })) },
        'order.quote.refused': [
          { guard: ({ event }) => event.reason === 'past', target: 'past', actions: assign({ sure: true }) },
          { guard: ({ event }) => event.freeOn !== undefined, target: 'taken', actions: assign(({ event }) => ({ sure: true, taken: event.reason, freeOn: event.freeOn ?? '' })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    past: { meta: { say: 'devis.past', back: 'cancel' }, on: said('reading') },
    taken: {
      meta: { say: 'devis.taken', choose: [{ id: 'free', key: '1' }, { id: 'other', key: '2' }, { id: 'force', key: '3' }], back: 'cancel' },
      on: { 'chose.free': { target: 'quoting', actions: assign(({ context }) => ({ day: context.freeOn })) }, 'chose.other': 'day', 'chose.force': 'reason', back: 'left' },
    },
    reason: {
      meta: { say: 'devis.reason', back: 'cancel' },
      on: { said: { guard: ({ event }) => event.text.length >= REASON_CHARS_MIN, target: 'quoting', actions: assign(({ event }) => ({ reason: event.text })) }, back: 'left' },
    },
    quoted: { type: 'final', meta: { say: 'devis.quoted' } },
    refused: { type: 'final', meta: { say: 'devis.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
