import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

type Written = { order?: OrderSaid; force?: true; words?: string };
type Deliver = Omit<AboutOrder, 'asked'> & { asked: Written; reason: string; refusal: string; told: string; given: { asked: { order?: OrderSaid } } };
export type DeliverCommands = FindOrder & { 'order.deliver': Command<{ orderId: string; reason: string }, { reached: boolean }, { dueXof?: number }> };

const flow = setup({ types: {} as FlowTypes<Deliver, DeliverCommands>, actions: commands<DeliverCommands>() });
/** Shorter is no reason. */
const REASON_CHARS_MIN = 3;

/** « livre 42 »: handed over at once when all is paid; else the money is taken first, or the owner says why not. */
export const deliver = flow.createMachine({
  id: 'deliver',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, reason: '', refusal: 'notReady', told: 'told', given: { asked: {} } },
  initial: 'seeking',
  states: {
    ...whichOrder('deliver', 'sorting'),
    sorting: {
      always: [
        { guard: ({ context: { asked } }) => asked.force === true && (asked.words ?? '').length < REASON_CHARS_MIN, target: 'reason' },
        { guard: ({ context: { asked } }) => asked.force === true, target: 'delivering', actions: assign(({ context }) => ({ reason: context.asked.words ?? '' })) },
        // « livre 42 demain matin » is no order to hand it over now.
        { guard: ({ context: { asked } }) => asked.words !== undefined, target: 'confirming' },
        // Who wrote the number with the word has said it all.
        { guard: ({ context: { asked } }) => asked.order !== undefined, target: 'delivering' },
        { guard: ({ context: { order } }) => order.due > 0 && order.status === 'ready', target: 'unpaid' },
        { target: 'confirming' },
      ],
    },
    confirming: { meta: { say: 'deliver.confirming', choose: [{ id: 'yes', key: '1' }], back: 'cancel' }, on: { 'chose.yes': 'delivering', back: 'left' } },
    delivering: {
      entry: { type: 'order.deliver', params: ({ context }) => ({ orderId: context.order.orderId, reason: context.reason }) },
      on: {
        'order.deliver.done': { target: 'delivered', actions: assign(({ event }) => ({ told: event.reached ? 'told' : 'unreached' })) },
        'order.deliver.refused': [
          { guard: ({ event }) => event.reason === 'unpaid', target: 'unpaid', actions: assign(({ context, event }) => ({ order: { ...context.order, due: event.dueXof ?? 0 } })) },
          { guard: ({ event }) => event.reason === 'notReady', target: 'notReady' },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    unpaid: {
      meta: { say: 'deliver.unpaid', choose: [{ id: 'take', key: '1' }, { id: 'force', key: '2' }], back: 'cancel' },
      on: { 'chose.take': { target: 'toTake', actions: assign(({ context }) => ({ given: { asked: { order: context.order.full } } })) }, 'chose.force': 'reason', back: 'left' },
    },
    reason: {
      meta: { say: 'deliver.reason', back: 'cancel' },
      on: { said: { guard: ({ event }) => event.text.length >= REASON_CHARS_MIN, target: 'delivering', actions: assign(({ event }) => ({ reason: event.text })) }, back: 'left' },
    },
    notReady: {
      meta: { say: 'deliver.notReady', choose: [{ id: 'ready', key: '1' }], back: 'menu', done: true },
      on: { 'chose.ready': { target: 'toReady', actions: assign(({ context }) => ({ given: { asked: { order: context.order.full } } })) }, back: 'left' },
    },
    delivered: { type: 'final', meta: { say: 'deliver.delivered' } },
    refused: { type: 'final', meta: { say: 'deliver.refused' } },
    toTake: { type: 'final', meta: { goto: 'take', give: 'given' } },
    toReady: { type: 'final', meta: { goto: 'ready', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
