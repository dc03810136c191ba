import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Total = { products: number; amount: number; days: number; day: string };
type Dormants = { asked: object; after: string; total: Total; list: Choice[]; next: string; refusal: string; given: { asked: { goods?: string } } };
export type DormantsCommands = { 'dormants.see': Command<{ after: string }, { total: Total; list: Choice[]; next: string }> };

const flow = setup({ types: {} as FlowTypes<Dormants, DormantsCommands>, actions: commands<DormantsCommands>() });

/** « dormants »: what nobody has bought for two months, and the money that lies in it. */
export const dormants = flow.createMachine({
  id: 'dormants',
  version: '1',
  context: { asked: {}, after: '', total: { products: 0, amount: 0, days: 60, day: '' }, list: [], next: '', refusal: 'none', given: { asked: {} } },
  initial: 'looking',
  states: {
    looking: {
      entry: { type: 'dormants.see', params: ({ context }) => ({ after: context.after }) },
      on: {
        'dormants.see.done': [
          { guard: ({ event }) => event.total.products === 0, target: 'none', actions: assign(({ event }) => ({ total: event.total })) },
          { target: 'list', actions: assign(({ event: { total, list, next } }) => ({ total, list, next })) },
        ],
        'dormants.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    list: {
      meta: { say: 'dormants.list', choose: 'list', back: 'back', done: true },
      on: {
        'chose.next': { target: 'looking', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'toStock', actions: assign(({ event }) => ({ given: { asked: { goods: 'id' in event ? event.id : '' } } })) },
        back: [{ guard: ({ context }) => context.after !== '', target: 'looking', actions: assign({ after: '' }) }, { target: 'left' }],
      },
    },
    none: { type: 'final', meta: { say: 'dormants.none' } },
    refused: { type: 'final', meta: { say: 'dormants.refused' } },
    toStock: { type: 'final', meta: { goto: 'stockOf', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
