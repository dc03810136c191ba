import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Seen = { outs: number; products: number; amount: number; suppliers: number; reliability: string; error: string; day: string };
type Forecast = { asked: object; after: string; seen: Seen; list: Choice[]; next: string; refusal: string; given: { asked: { goods?: string } } };
export type ForecastCommands = { 'forecast.see': Command<{ after: string }, { seen: Seen; list: Choice[]; next: string }> };

const flow = setup({ types: {} as FlowTypes<Forecast, ForecastCommands>, actions: commands<ForecastCommands>() });

/** « prevision »: what will run out within a fortnight and when, what to order, and how far that can be leaned on. */
export const forecast = flow.createMachine({
  id: 'forecast',
  version: '1',
  context: { asked: {}, after: '', seen: { outs: 0, products: 0, amount: 0, suppliers: 0, reliability: 'low', error: '', day: '' }, list: [], next: '', refusal: 'none', given: { asked: {} } },
  initial: 'looking',
  states: {
    looking: {
      entry: { type: 'forecast.see', params: ({ context }) => ({ after: context.after }) },
      on: {
        'forecast.see.done': { target: 'list', actions: assign(({ event: { seen, list, next } }) => ({ seen, list, next })) },
        'forecast.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    list: {
      meta: { say: 'forecast.list', choose: 'list', back: 'back', done: true },
      on: {
        'chose.toOrder': 'toOrder',
        'chose.next': { target: 'looking', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'toStock', actions: assign(({ event }) => ({ given: { asked: { goods: 'id' in event ? event.id : '' } } })) },
        back: [{ guard: ({ context }) => context.after !== '', target: 'looking', actions: assign({ after: '' }) }, { target: 'left' }],
      },
    },
    refused: { type: 'final', meta: { say: 'forecast.refused' } },
    toOrder: { type: 'final', meta: { goto: 'toOrder' } },
    toStock: { type: 'final', meta: { goto: 'stockOf', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
