import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Total = { products: number; amount: number; suppliers: number; day: string };
type Line = { name: string; units: number; unit: string; cost: number; amount: number; price: 'known' | 'unknown'; perDay: number; lead: number; days: number; safety: number; target: number; left: number; coming: number };
type ToOrder = { asked: object; given: { asked: { supplierId: string } }; after: string; total: Total; suppliers: Choice[]; supplierId: string; supplier: string; amount: number; lines: Choice[]; next: string; line: Line; texts: number; refusal: string };
export type ToOrderCommands = {
  'order.suppliers': Command<undefined, { total: Total; suppliers: Choice[] }>;
  'order.text': Command<undefined, { texts: number }>;
  'order.lines': Command<{ supplierId: string; after: string }, { supplier: string; amount: number; lines: Choice[]; next: string }>;
  'order.why': Command<{ variantId: string }, { line: Line }>;
};

const flow = setup({ types: {} as FlowTypes<ToOrder, ToOrderCommands>, actions: commands<ToOrderCommands>() });
const NO_LINE: Line = { name: '', units: 0, unit: '', cost: 0, amount: 0, price: 'known', perDay: 0, lead: 0, days: 0, safety: 0, target: 0, left: 0, coming: 0 };

/** « a commander »: what to order, by supplier, why so much of each, and the order itself. */
export const toOrder = flow.createMachine({
  id: 'toOrder',
  version: '1',
  context: { asked: {}, given: { asked: { supplierId: '' } }, after: '', total: { products: 0, amount: 0, suppliers: 0, day: '' }, suppliers: [], supplierId: '', supplier: '', amount: 0, lines: [], next: '', line: NO_LINE, texts: 0, refusal: 'none' },
  initial: 'looking',
  states: {
    looking: {
      entry: 'order.suppliers',
      on: {
        'order.suppliers.done': [
          { guard: ({ event }) => event.suppliers.length === 0, target: 'nothing', actions: assign(({ event }) => ({ total: event.total })) },
          { target: 'suppliers', actions: assign(({ event: { total, suppliers } }) => ({ total, suppliers })) },
        ],
        'order.suppliers.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    suppliers: {
      meta: { say: 'toOrder.suppliers', choose: 'suppliers', back: 'back', done: true },
      on: { 'chose.text': 'texting', 'chose.*': { target: 'listing', actions: assign(({ event }) => ({ supplierId: 'id' in event ? event.id : '', after: '' })) }, back: 'left' },
    },
    texting: { entry: 'order.text', on: { 'order.text.done': { target: 'texted', actions: assign(({ event }) => ({ texts: event.texts })) }, 'order.text.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } } },
    texted: { type: 'final', meta: { say: 'toOrder.texted' } },
    listing: {
      entry: { type: 'order.lines', params: ({ context: { supplierId, after } }) => ({ supplierId, after }) },
      on: { 'order.lines.done': { target: 'lines', actions: assign(({ event: { supplier, amount, lines, next } }) => ({ supplier, amount, lines, next })) }, 'order.lines.refused': 'looking' },
    },
    lines: {
      meta: { say: 'toOrder.lines', choose: 'lines', back: 'back', done: true },
      on: {
        'chose.order': { target: 'toPurchase', actions: assign(({ context }) => ({ given: { asked: { supplierId: context.supplierId } } })) },
        'chose.next': { target: 'listing', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'asking', actions: assign(({ context, event }) => ({ line: { ...context.line, name: 'id' in event ? event.id : '' } })) },
        back: [{ guard: ({ context }) => context.after !== '', target: 'listing', actions: assign({ after: '' }) }, { target: 'looking' }],
      },
    },
    asking: {
      entry: { type: 'order.why', params: ({ context }) => ({ variantId: context.line.name }) },
      on: { 'order.why.done': { target: 'why', actions: assign(({ event }) => ({ line: event.line })) }, 'order.why.refused': 'listing' },
    },
    why: { meta: { say: 'toOrder.why', back: 'back', done: true }, on: { back: 'listing' } },
    toPurchase: { type: 'final', meta: { goto: 'purchase', give: 'given' } },
    nothing: { type: 'final', meta: { say: 'toOrder.nothing' } },
    refused: { type: 'final', meta: { say: 'toOrder.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
