import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, whichGoods, type AboutGoods, type FindGoods, type Written } from '../which-goods.ts';

type Card = { code: string; price: number; cost: string; left: number; aliases: string; packs: string; min: string; max: string; barcode: string; category: string; supplier: string };
type Product = AboutGoods<Written & { also?: string; fact?: string }> & { card: Card; acts: Choice[]; fact: string; value: string; refusal: string };

export type ProductCommands = FindGoods & {
  'product.see': Command<{ variantId: string }, { card: Card; acts: Choice[] }>;
  'product.change': Command<{ variantId: string; fact: string; text: string }, { value: string }>;
};

const flow = setup({ types: {} as FlowTypes<Product, ProductCommands>, actions: commands<ProductCommands>() });

/** What is asked for when it is picked. */
const askFor = (...facts: string[]) => Object.fromEntries(facts.map((fact) => [`chose.${fact}`, { target: 'asking', actions: assign({ fact }) as never }]));
const asks = askFor('price', 'cost', 'packs', 'variant', 'alias', 'min', 'max');
const asksMore = askFor('barcode', 'category', 'supplier');

/** « produit riz », « riz s'appelle aussi riz25 »: what is known of a product, and any of it changed. */
export const product = flow.createMachine({
  id: 'product',
  version: '1',
  context: { ...ABOUT_GOODS, card: { code: '', price: 0, cost: '', left: 0, aliases: '', packs: '', min: '', max: '', barcode: '', category: '', supplier: '' }, acts: [], fact: '', value: '', refusal: 'unknown' },
  initial: 'seeking',
  states: {
    ...whichGoods('product', 'sorting'),
    sorting: {
      always: [
        { guard: ({ context }) => context.asked.also !== undefined, target: 'changing', actions: assign(({ context }) => ({ fact: 'alias', typed: context.asked.also ?? '' })) },
        { guard: ({ context }) => context.asked.fact !== undefined, target: 'asking', actions: assign(({ context }) => ({ fact: context.asked.fact ?? '' })) },
        { target: 'seeing' },
      ],
    },
    seeing: {
      entry: { type: 'product.see', params: ({ context }) => ({ variantId: context.goods.variantId }) },
      on: { 'product.see.done': { target: 'seen', actions: assign(({ event: { card, acts } }) => ({ card, acts })) }, 'product.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    seen: {
      meta: { say: 'product.seen', choose: 'acts', back: 'back', first: true },
      on: { ...asks, 'chose.more': 'more', 'chose.*': 'seeing', back: 'leaving' },
    },
    more: { meta: { say: 'product.more', choose: ['barcode', 'category', 'supplier', 'archive'], back: 'back' }, on: { ...asksMore, 'chose.archive': 'sure', back: 'seeing' } },
    sure: { meta: { say: 'product.sure', choose: ['yes', 'no'], back: 'back' }, on: { 'chose.yes': { target: 'changing', actions: assign({ fact: 'archive', typed: '' }) }, 'chose.no': 'seeing', back: 'seeing' } },
    asking: { meta: { say: 'product.asking', back: 'back' }, on: { said: { target: 'changing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'seeing' } },
    changing: {
      entry: { type: 'product.change', params: ({ context: { goods, fact, typed } }) => ({ variantId: goods.variantId, fact, text: typed }) },
      on: { 'product.change.done': { target: 'changed', actions: assign(({ event }) => ({ value: event.value })) }, 'product.change.refused': { target: 'unchanged', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    changed: { meta: { say: 'product.changed', choose: ['card'], back: 'menu', done: true }, on: { 'chose.card': 'seeing', back: 'leaving' } },
    unchanged: { meta: { say: 'product.unchanged', choose: ['card'], back: 'menu', done: true }, on: { 'chose.card': 'seeing', back: 'leaving' } },
    refused: { type: 'final', meta: { say: 'product.refused' } },
  },
});
