import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, whichGoods, type AboutGoods, type FindGoods, type Written } from '../which-goods.ts';

type Shelf = {
  code: string; left: number; kept: number; coming: number; free: number; min: number; price: number; average: number; cost: 'known' | 'unknown'; state: string; day: string; time: string;
  outlook: string; cover: number; on: string; from: string; to: string; advice: string; advised: number;
};
type StockOf = AboutGoods<Written & { verb?: string; category?: string }> & { shelf: Shelf; acts: Choice[]; given: { asked: { goods?: string; category?: string } } };
export type StockOfCommands = FindGoods & { 'stock.see': Command<{ variantId: string }, { shelf: Shelf; acts: Choice[] }> };

const flow = setup({ types: {} as FlowTypes<StockOf, StockOfCommands>, actions: commands<StockOfCommands>() });
const UNKNOWN: Shelf = { code: '', left: 0, kept: 0, coming: 0, free: 0, min: 0, price: 0, average: 0, cost: 'unknown', state: 'fine', day: '', time: '', outlook: 'unknown', cover: 0, on: '', from: '', to: '', advice: 'none', advised: 0 };

/** « stock riz »: what is on the shelf now, how long it lasts, and what may be done about it. « stock » alone is all shelves. */
export const stockOf = flow.createMachine({
  id: 'stockOf',
  version: '2',
  context: { ...ABOUT_GOODS, shelf: UNKNOWN, acts: [], given: { asked: {} } },
  initial: 'seeking',
  states: {
    ...whichGoods('stockOf', 'looking'),
    seeking: {
      always: [
        { guard: ({ context: { asked } }) => asked.goods !== undefined, target: 'finding', actions: assign(({ context }) => ({ said: context.asked.goods ?? '' })) },
        { guard: ({ context: { asked } }) => asked.verb !== undefined, target: 'toShelves', actions: assign(({ context: { asked } }) => ({ given: { asked: asked.category === undefined ? {} : { category: asked.category } } })) },
        { target: 'naming' },
      ],
    },
    looking: {
      entry: { type: 'stock.see', params: ({ context }) => ({ variantId: context.goods.variantId }) },
      on: { 'stock.see.done': { target: 'shelf', actions: assign(({ event }) => ({ shelf: event.shelf, acts: event.acts, given: { asked: { goods: event.shelf.code } } })) }, 'stock.see.refused': 'naming' },
    },
    shelf: {
      meta: { say: 'stockOf.shelf', choose: 'acts', back: 'back', done: true },
      on: { 'chose.sell': 'toSale', 'chose.in': 'toGoodsIn', 'chose.chart': 'toChart', 'chose.*': 'looking', back: 'left' },
    },
    toShelves: { type: 'final', meta: { goto: 'shelves', give: 'given' } },
    toSale: { type: 'final', meta: { goto: 'sale', give: 'given' } },
    toGoodsIn: { type: 'final', meta: { goto: 'goodsIn', give: 'given' } },
    toChart: { type: 'final', meta: { goto: 'chart', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
