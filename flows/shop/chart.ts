import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, whichGoods, type AboutGoods, type FindGoods } from '../which-goods.ts';

type Paper = { url: string; fileName: string };
type Chart = AboutGoods & { paper: Paper; what: string; refusal: string };
export type ChartCommands = FindGoods & { 'chart.make': Command<{ variantId: string }, { paper: Paper }> };

const flow = setup({ types: {} as FlowTypes<Chart, ChartCommands>, actions: commands<ChartCommands>() });

/** « graphique », « graphique riz »: the sales of the last days, or how one stock has gone and is expected to go, as a picture. */
export const chart = flow.createMachine({
  id: 'chart',
  version: '1',
  context: { ...ABOUT_GOODS, paper: { url: '', fileName: '' }, what: 'sales', refusal: 'right' },
  initial: 'seeking',
  states: {
    ...whichGoods('chart', 'making'),
    seeking: {
      always: [
        { guard: ({ context: { asked } }) => asked.goods !== undefined, target: 'finding', actions: assign(({ context: { asked } }) => ({ said: asked.goods ?? '', what: 'stock' })) },
        { target: 'making' },
      ],
    },
    making: {
      entry: { type: 'chart.make', params: ({ context }) => ({ variantId: context.goods.variantId }) },
      on: { 'chart.make.done': { target: 'made', actions: assign(({ event }) => ({ paper: event.paper })) }, 'chart.make.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    made: { type: 'final', meta: { say: 'chart.made', document: 'paper' } },
    refused: { type: 'final', meta: { say: 'chart.refused' } },
  },
});
