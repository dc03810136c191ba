import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, whichGoods, type AboutGoods, type FindGoods } from '../which-goods.ts';

type Seen = {
  code: string; week: number; month: number; trend: string; turnover: number; margin: string; service: string; lost: number; emptyDays: number; perDay: number; cover: string;
  abc: string; xyz: string; kind: string; reliability: string; error: string; day: string;
};
type Analysis = AboutGoods & { seen: Seen; refusal: string; given: { asked: { goods: string } } };
export type AnalysisCommands = FindGoods & { 'analysis.see': Command<{ variantId: string }, { seen: Seen }> };

const flow = setup({ types: {} as FlowTypes<Analysis, AnalysisCommands>, actions: commands<AnalysisCommands>() });
const NOTHING: Seen = { code: '', week: 0, month: 0, trend: '', turnover: 0, margin: '', service: '', lost: 0, emptyDays: 0, perDay: 0, cover: '', abc: 'C', xyz: 'Z', kind: 'new', reliability: 'low', error: '', day: '' };

/** « analyse riz »: what one product sells and earns, and whether it is worth its place. */
export const analysis = flow.createMachine({
  id: 'analysis',
  version: '1',
  context: { ...ABOUT_GOODS, seen: NOTHING, refusal: 'none', given: { asked: { goods: '' } } },
  initial: 'seeking',
  states: {
    ...whichGoods('analysis', 'looking'),
    looking: {
      entry: { type: 'analysis.see', params: ({ context }) => ({ variantId: context.goods.variantId }) },
      on: {
        'analysis.see.done': { target: 'seen', actions: assign(({ event }) => ({ seen: event.seen, given: { asked: { goods: event.seen.code } } })) },
        'analysis.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    seen: { meta: { say: 'analysis.seen', choose: ['stock'], back: 'menu', done: true }, on: { 'chose.stock': 'toStock', back: 'left' } },
    refused: { type: 'final', meta: { say: 'analysis.refused' } },
    toStock: { type: 'final', meta: { goto: 'stockOf', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
