import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

/** What somebody did last that can be undone: a sale, or money from a client. */
type Last = { kind: 'sale' | 'payment'; seq: number; number: string; what: string; amount: number; time: string };
type Undo = { last: Last; given: { asked: { sale?: number; settled?: number } }; refusal: string };
export type UndoCommands = { 'undo.last': Command<undefined, { last: Last }> };

const flow = setup({ types: {} as FlowTypes<Undo, UndoCommands>, actions: commands<UndoCommands>() });
const is = (kind: Last['kind']) => ({ guard: ({ context }: { context: Undo }) => context.last.kind === kind });

/** *Annuler* in the menu: what one did last, within 15 minutes, is shown before it is undone, by the flow that did it. */
export const undo = flow.createMachine({
  id: 'undo',
  version: '1',
  context: { last: { kind: 'sale', seq: 0, number: '', what: '', amount: 0, time: '' }, given: { asked: {} }, refusal: 'nothing' },
  initial: 'looking',
  states: {
    looking: {
      entry: 'undo.last',
      on: { 'undo.last.done': { target: 'shown', actions: assign(({ event }) => ({ last: event.last })) }, 'undo.last.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    shown: { meta: { say: 'undo.shown', choose: ['yes', 'no'], back: 'back' }, on: { 'chose.yes': 'sorting', 'chose.no': 'leaving', back: 'leaving' } },
    sorting: {
      always: [
        { ...is('sale'), target: 'toSale', actions: assign(({ context }) => ({ given: { asked: { sale: context.last.seq } } })) },
        { target: 'toSettle', actions: assign(({ context }) => ({ given: { asked: { settled: context.last.seq } } })) },
      ],
    },
    refused: { type: 'final', meta: { say: 'undo.refused' } },
    toSale: { type: 'final', meta: { goto: 'sale', give: 'given' } },
    toSettle: { type: 'final', meta: { goto: 'settle', give: 'given' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
