import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder } from '../which-order.ts';

type Ready = AboutOrder & { quiet: boolean; told: string; undone: string; refusal: string };
export type ReadyCommands = FindOrder & {
  'order.ready': Command<{ orderId: string; quiet: boolean }, { due: number; reached: boolean }>;
  'order.unready': Command<{ orderId: string }, { tookBack: boolean }>;
};

const flow = setup({ types: {} as FlowTypes<Ready, ReadyCommands>, actions: commands<ReadyCommands>() });

/** « prêt 42 »: done at once, and the client is told a minute later; until then it is as if it had not been said. */
export const ready = flow.createMachine({
  id: 'ready',
  version: '1',
  context: { ...ABOUT_ORDER, quiet: false, told: 'told', undone: 'unsent', refusal: 'impossible' },
  initial: 'seeking',
  states: {
    ...whichOrder('ready', 'sorting'),
    // Who wrote the number with the word has said it all.
    sorting: { always: [{ guard: ({ context }) => context.asked.order !== undefined, target: 'marking' }, { target: 'confirming' }] },
    confirming: {
      meta: { say: 'ready.confirming', choose: [{ id: 'yes', key: '1' }, { id: 'quiet', key: '2' }], back: 'cancel' },
      on: { 'chose.yes': 'marking', 'chose.quiet': { target: 'marking', actions: assign({ quiet: true }) }, back: 'left' },
    },
    marking: {
      entry: { type: 'order.ready', params: ({ context }) => ({ orderId: context.order.orderId, quiet: context.quiet }) },
      on: {
        'order.ready.done': { target: 'marked', actions: assign(({ context, event }) => ({ told: context.quiet ? 'quiet' : event.reached ? 'told' : 'unreached', order: { ...context.order, due: event.due } })) },
        'order.ready.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    marked: { meta: { say: 'ready.marked', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'undoing', back: 'left' } },
    undoing: {
      entry: { type: 'order.unready', params: ({ context }) => ({ orderId: context.order.orderId }) },
      on: {
        'order.unready.done': { target: 'undone', actions: assign(({ event }) => ({ undone: event.tookBack ? 'unsent' : 'corrected' })) },
        'order.unready.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    undone: { type: 'final', meta: { say: 'ready.undone' } },
    refused: { type: 'final', meta: { say: 'ready.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
