import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, howMuch, type AboutGoods, type FindGoods, type Written } from '../which-goods.ts';

type Day = `${number}-${number}-${number}`;
/** `of`: what it did to the order that it was counted against: none, part or all of it, or more than was ordered. */
type Into = { shown: number; unit: string; price: number; left: number; average: number; receiptId: string; of: string; number: string; coming: number; beyond: number };
type GoodsIn = AboutGoods<Written & { supplier?: string; expiry?: Day }> & { into: Into; supplier: string; suppliers: Choice[]; refusal: string };

export type GoodsInCommands = FindGoods & {
  'in.receive': Command<{ variantId: string; qty: number; unit: string; price: number; supplier: string; expiry: Day | '' }, { into: Into }, { suppliers?: Choice[] }>;
  'in.undo': Command<{ receiptId: string }, { left: number }>;
};

const flow = setup({ types: {} as FlowTypes<GoodsIn, GoodsInCommands>, actions: commands<GoodsInCommands>() });

/** « entrée riz 10 à 17500 »: goods have come, and the average cost moves with them. */
export const goodsIn = flow.createMachine({
  id: 'goodsIn',
  version: '1',
  context: { ...ABOUT_GOODS, into: { shown: 0, unit: '', price: 0, left: 0, average: 0, receiptId: '', of: 'none', number: '', coming: 0, beyond: 0 }, supplier: '', suppliers: [], refusal: 'unknown' },
  initial: 'seeking',
  states: {
    ...howMuch('goodsIn', 'receiving', 'receive'),
    receiving: {
      entry: { type: 'in.receive', params: ({ context: { goods, asked, supplier } }) => ({ variantId: goods.variantId, qty: asked.qty?.milli ?? 0, unit: asked.unit ?? '', price: asked.price ?? 0, supplier: supplier || (asked.supplier ?? ''), expiry: asked.expiry ?? '' }) },
      on: {
        'in.receive.done': { target: 'received', actions: assign(({ event }) => ({ into: event.into })) },
        'in.receive.refused': [
          { guard: ({ event }) => event.reason === 'price', target: 'price' },
          { guard: ({ event }) => event.reason === 'supplier', target: 'whose', actions: assign(({ event }) => ({ suppliers: event.suppliers ?? [] })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    // The goods are there, whoever brought them.
    whose: { meta: { say: 'goodsIn.whose', choose: 'suppliers', back: 'cancel' }, on: { 'chose.nobody': { target: 'receiving', actions: assign({ supplier: 'nobody' }) }, 'chose.*': { target: 'receiving', actions: assign(({ event }) => ({ supplier: event.id })) }, back: 'leaving' } },
    price: { meta: { say: 'goodsIn.price', back: 'cancel' }, on: { said: { target: 'pricing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    pricing: {
      entry: { type: 'goods.read', params: ({ context }) => ({ text: context.typed, about: 'price', for: 'receive' }) },
      on: { 'goods.read.done': { target: 'receiving', actions: assign(({ context: { asked }, event }) => ({ asked: { ...asked, price: event.price ?? 0 } })) }, 'goods.read.refused': 'price' },
    },
    received: { meta: { say: 'goodsIn.received', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'undoing', back: 'leaving' } },
    undoing: {
      entry: { type: 'in.undo', params: ({ context }) => ({ receiptId: context.into.receiptId }) },
      on: { 'in.undo.done': { target: 'undone', actions: assign(({ context, event }) => ({ into: { ...context.into, left: event.left } })) }, 'in.undo.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    undone: { type: 'final', meta: { say: 'goodsIn.undone' } },
    refused: { type: 'final', meta: { say: 'goodsIn.refused' } },
  },
});
