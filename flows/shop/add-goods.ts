import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

type Written = { goods?: string; amount?: number; qty?: { milli: number }; unit?: string };
type New = { name: string; price: number; qty: number; shown: number; unit: string };
type AddGoods = { asked: Written; media: { eventId?: number }; goods: New; typed: string; code: string; given: { asked: { goods: string; fact?: string } }; refusal: string };

export type AddGoodsCommands = {
  /** Who may not is told before anything is asked. */
  'product.begin': Command<{ unit: string }, { unit: string }>;
  /** What is missing of it is zero, and asked next. */
  'product.read': Command<{ text: string; about: 'name' | 'price' | 'qty' | 'unit'; goods: New }, { goods: New }>;
  'product.add': Command<{ goods: New; photo: number }, { code: string }>;
};

const flow = setup({ types: {} as FlowTypes<AddGoods, AddGoodsCommands>, actions: commands<AddGoodsCommands>() });
const UNITS = ['piece', 'sac', 'kg', 'litre', 'carton', 'paquet', 'bouteille'];
const missing = (of: (goods: New) => boolean, target: string) => ({ guard: ({ context }: { context: AddGoods }) => of(context.goods), target });
const asks = (about: 'name' | 'price' | 'qty', reading: string) => ({
  [about]: { meta: { say: `addGoods.${about}`, back: 'cancel' as const }, on: { said: { target: reading, actions: assign({ typed: ({ event }: { event: { text: string } }) => event.text }) as never }, back: 'leaving' } },
  [reading]: {
    entry: { type: 'product.read' as const, params: ({ context }: { context: AddGoods }) => ({ text: context.typed, about, goods: context.goods }) },
    on: { 'product.read.done': { target: 'sorting', actions: assign({ goods: ({ event }: { event: { goods: New } }) => event.goods }) as never }, 'product.read.refused': about },
  },
});

/** « nouveau produit savon noir 500 20 », a photo with those words, or a name that nothing has: what is missing is asked, and all of it shown before it is kept. */
export const addGoods = flow.createMachine({
  id: 'addGoods',
  version: '1',
  context: { asked: {}, media: {}, goods: { name: '', price: 0, qty: -1, shown: 0, unit: '' }, typed: '', code: '', given: { asked: { goods: '' } }, refusal: 'name' },
  initial: 'seeking',
  states: {
    seeking: {
      always: {
        target: 'beginning',
        actions: assign(({ context: { asked: { goods = '', amount = 0, qty, unit = '' } } }) => ({ goods: { name: goods.trim(), price: amount, qty: qty?.milli ?? -1, shown: (qty?.milli ?? 0) / 1_000, unit } })),
      },
    },
    beginning: {
      entry: { type: 'product.begin', params: ({ context }) => ({ unit: context.goods.unit }) },
      on: { 'product.begin.done': { target: 'sorting', actions: assign(({ context, event }) => ({ goods: { ...context.goods, unit: event.unit } })) }, 'product.begin.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    sorting: { always: [missing(({ name }) => name === '', 'name'), missing(({ price }) => price === 0, 'price'), missing(({ qty }) => qty < 0, 'qty'), missing(({ unit }) => unit === '', 'unit'), { target: 'sure' }] },
    ...asks('name', 'readingName'),
    ...asks('price', 'readingPrice'),
    ...asks('qty', 'readingQty'),
    unit: {
      meta: { say: 'addGoods.unit', choose: [...UNITS, 'other'], back: 'cancel' },
      on: { 'chose.other': 'unitSaid', 'chose.*': { target: 'sorting', actions: assign(({ context, event }) => ({ goods: { ...context.goods, unit: 'id' in event ? event.id : '' } })) }, back: 'leaving' },
    },
    unitSaid: { meta: { say: 'addGoods.unitSaid', back: 'back' }, on: { said: { target: 'readingUnit', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'unit' } },
    readingUnit: {
      entry: { type: 'product.read', params: ({ context }) => ({ text: context.typed, about: 'unit', goods: context.goods }) },
      on: { 'product.read.done': { target: 'sorting', actions: assign(({ event }) => ({ goods: event.goods })) }, 'product.read.refused': 'unitSaid' },
    },
    sure: {
      meta: { say: 'addGoods.sure', choose: ['yes', 'correct'], back: 'cancel' },
      on: { 'chose.yes': 'adding', 'chose.correct': { target: 'name', actions: assign({ goods: { name: '', price: 0, qty: -1, shown: 0, unit: '' } }) }, back: 'leaving' },
    },
    adding: {
      entry: { type: 'product.add', params: ({ context: { goods, media } }) => ({ goods, photo: media.eventId ?? 0 }) },
      on: { 'product.add.done': { target: 'added', actions: assign(({ event }) => ({ code: event.code, given: { asked: { goods: event.code } } })) }, 'product.add.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    added: {
      meta: { say: 'addGoods.added', choose: ['sell', 'cost', 'more'], back: 'menu', done: true },
      on: { 'chose.sell': 'toSale', 'chose.cost': { target: 'toProduct', actions: assign(({ context: { code } }) => ({ given: { asked: { goods: code, fact: 'cost' } } })) }, 'chose.more': { target: 'name', actions: assign({ goods: { name: '', price: 0, qty: -1, shown: 0, unit: '' }, media: {} }) }, back: 'leaving' },
    },
    refused: { type: 'final', meta: { say: 'addGoods.refused' } },
    toSale: { type: 'final', meta: { goto: 'sale', give: 'given' } },
    toProduct: { type: 'final', meta: { goto: 'product', give: 'given' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
