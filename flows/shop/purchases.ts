import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Card = { seq: number; number: string; supplier: string; what: string; total: number; state: string; day: string; left: string };
type Purchases = { asked: { order?: { seq: number } }; open: Choice[]; from: number; seq: number; card: Card; refusal: string };
export type PurchasesCommands = {
  'purchases.list': Command<{ from: number }, { open: Choice[] }>;
  'purchases.see': Command<{ seq: number }, { card: Card }>;
  'purchase.cancel': Command<{ seq: number }, { number: string }>;
};

/** So many rows of a list at once. */
export const PAGE = 7;
const flow = setup({ types: {} as FlowTypes<Purchases, PurchasesCommands>, actions: commands<PurchasesCommands>() });

/** « bc », « bc 12 »: what is ordered of suppliers, what of it has come, and giving it up. */
export const purchases = flow.createMachine({
  id: 'purchases',
  version: '1',
  context: { asked: {}, open: [], from: 0, seq: 0, card: { seq: 0, number: '', supplier: '', what: '', total: 0, state: 'sent', day: '', left: '' }, refusal: 'unknown' },
  initial: 'seeking',
  states: {
    seeking: { always: [{ guard: ({ context }) => context.asked.order !== undefined, target: 'seeing', actions: assign(({ context }) => ({ seq: context.asked.order?.seq ?? 0 })) }, { target: 'listing' }] },
    listing: { entry: { type: 'purchases.list', params: ({ context }) => ({ from: context.from }) }, on: { 'purchases.list.done': [{ guard: ({ event }) => event.open.length === 0, target: 'none' }, { target: 'open', actions: assign(({ event }) => ({ open: event.open })) }], 'purchases.list.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } } },
    none: { type: 'final', meta: { say: 'purchases.none' } },
    open: { meta: { say: 'purchases.open', choose: 'open', back: 'back' }, on: { 'chose.more': { target: 'listing', actions: assign(({ context }) => ({ from: context.from + PAGE })) }, 'chose.*': { target: 'seeing', actions: assign(({ event }) => ({ seq: Number(event.id) })) }, back: 'left' } },
    seeing: {
      entry: { type: 'purchases.see', params: ({ context }) => ({ seq: context.seq }) },
      on: {
        'purchases.see.done': [{ guard: ({ event }) => ['received', 'cancelled'].includes(event.card.state), target: 'over', actions: assign(({ event }) => ({ card: event.card })) }, { target: 'card', actions: assign(({ event }) => ({ card: event.card })) }],
        'purchases.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    card: { meta: { say: 'purchases.card', choose: ['drop', 'list'], back: 'menu', done: true }, on: { 'chose.drop': 'sure', 'chose.list': { target: 'listing', actions: assign({ from: 0 }) }, back: 'left' } },
    over: { type: 'final', meta: { say: 'purchases.card' } },
    sure: { meta: { say: 'purchases.sure', choose: ['yes', 'no'], back: 'back' }, on: { 'chose.yes': 'cancelling', 'chose.no': 'seeing', back: 'seeing' } },
    cancelling: { entry: { type: 'purchase.cancel', params: ({ context }) => ({ seq: context.seq }) }, on: { 'purchase.cancel.done': 'cancelled', 'purchase.cancel.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } } },
    cancelled: { type: 'final', meta: { say: 'purchases.cancelled' } },
    refused: { type: 'final', meta: { say: 'purchases.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
