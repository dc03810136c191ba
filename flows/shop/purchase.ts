import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, whichGoods, type AboutGoods, type FindGoods, type Goods, type Written } from '../which-goods.ts';

/** Quantities in thousandths. */
export type BuyLine = { variantId: string; qty: number; unitXof: number };
/** What is bought, in words: one product and its quantity, or the first of several. */
type Buy = { what: string; shown: number; unit: string; price: number; total: number; count: number; of: string; supplier: string };
type Asked = Written & { code?: string; supplierId?: string };
type Purchase = AboutGoods<Asked> & { qty: number; unit: string; price: number; supplierId: string; lines: BuyLine[]; buy: Buy; suppliers: Choice[]; number: string; told: string; refusal: string; seq: number; order: { asked: { code: string } } };
type Wanted = { variantId: string; qty: number; unit: string; price: number; supplierId: string };
type Ask = { shown?: number; suppliers?: Choice[] };

export type PurchaseCommands = FindGoods & {
  'purchase.meant': Command<{ said: string }, { goods: Goods }, { typed?: string; near?: Choice[] }>;
  'purchase.prepare': Command<Wanted, { lines: BuyLine[]; buy: Buy; supplierId: string }, Ask>;
  'purchase.supplier': Command<{ text: string; supplierId: string }, { supplierId: string }>;
  'purchase.send': Command<{ supplierId: string; lines: BuyLine[] }, { number: string; seq: number; reached: boolean }>;
  'purchase.cancel': Command<{ seq: number }, { number: string }>;
};

const flow = setup({ types: {} as FlowTypes<Purchase, PurchaseCommands>, actions: commands<PurchaseCommands>() });
const because = (reason: string) => ({ guard: ({ event }: { event: { reason: string } }) => event.reason === reason });

/** « commander riz 32 »: how much of whom at what price, and at a yes the order goes to the supplier's phone. With a supplier instead, all that is advised to buy of them. */
export const purchase = flow.createMachine({
  id: 'purchase',
  version: '1',
  context: {
    ...ABOUT_GOODS, qty: 0, unit: '', price: 0, supplierId: '', lines: [], buy: { what: '', shown: 0, unit: '', price: 0, total: 0, count: 0, of: 'one', supplier: '' }, suppliers: [],
    number: '', told: 'sent', refusal: 'unknown', seq: 0, order: { asked: { code: '' } },
  },
  initial: 'seeking',
  states: {
    ...whichGoods('purchase', 'preparing', 'receive'),
    seeking: {
      always: [
        { guard: ({ context }) => context.asked.supplierId !== undefined, target: 'preparing', actions: assign(({ context }) => ({ supplierId: context.asked.supplierId ?? '' })) },
        { guard: ({ context }) => context.asked.goods !== undefined, target: 'finding', actions: assign(({ context: { asked } }) => ({ said: asked.goods ?? '', qty: asked.qty?.milli ?? 0, unit: asked.unit ?? '' })) },
        // « commander riz »: one word may also be the code of a business.
        { guard: ({ context }) => context.asked.code !== undefined, target: 'trying', actions: assign(({ context }) => ({ said: context.asked.code ?? '', order: { asked: { code: context.asked.code ?? '' } } })) },
        { target: 'naming' },
      ],
    },
    trying: {
      entry: { type: 'purchase.meant', params: ({ context }) => ({ said: context.said }) },
      on: {
        'purchase.meant.done': { target: 'preparing', actions: assign(({ event }) => ({ goods: event.goods })) },
        'purchase.meant.refused': [{ ...because('business'), target: 'toOrder' }, { target: 'which', actions: assign(({ event: { reason, typed = '', near = [] } }) => ({ why: reason, typed, near })) }],
      },
    },
    preparing: {
      entry: { type: 'purchase.prepare', params: ({ context: { goods, qty, unit, price, supplierId, asked } }) => ({ variantId: goods.variantId, qty: qty || (asked.qty?.milli ?? 0), unit: unit || (asked.unit ?? ''), price, supplierId }) },
      on: {
        'purchase.prepare.done': { target: 'summary', actions: assign(({ event: { lines, buy, supplierId } }) => ({ lines, buy, supplierId })) },
        'purchase.prepare.refused': [
          { ...because('qty'), target: 'qty' }, { ...because('price'), target: 'price' },
          { ...because('supplier'), target: 'supplier', actions: assign(({ event }) => ({ suppliers: event.suppliers ?? [] })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    qty: { meta: { say: 'purchase.qty', back: 'cancel' }, on: { said: { target: 'counting', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    counting: {
      entry: { type: 'goods.read', params: ({ context }) => ({ text: context.typed, about: 'qty', for: 'receive' }) },
      on: { 'goods.read.done': { target: 'preparing', actions: assign(({ event: { qty, unit } }) => ({ qty: qty?.milli ?? 0, unit: unit ?? '' })) }, 'goods.read.refused': 'qty' },
    },
    price: { meta: { say: 'purchase.price', back: 'cancel' }, on: { said: { target: 'pricing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    pricing: {
      entry: { type: 'goods.read', params: ({ context }) => ({ text: context.typed, about: 'price', for: 'receive' }) },
      on: { 'goods.read.done': { target: 'preparing', actions: assign(({ event }) => ({ price: event.price ?? 0 })) }, 'goods.read.refused': 'price' },
    },
    supplier: {
      meta: { say: 'purchase.supplier', choose: 'suppliers', back: 'cancel' },
      on: { 'chose.newSupplier': { target: 'contact', actions: assign({ supplierId: '' }) }, 'chose.*': { target: 'preparing', actions: assign(({ event }) => ({ supplierId: event.id })) }, back: 'leaving' },
    },
    contact: { meta: { say: 'purchase.contact', back: 'cancel' }, on: { said: { target: 'knowing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    phone: { meta: { say: 'purchase.phone', back: 'cancel' }, on: { said: { target: 'knowing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    knowing: {
      entry: { type: 'purchase.supplier', params: ({ context: { typed, supplierId } }) => ({ text: typed, supplierId }) },
      on: { 'purchase.supplier.done': { target: 'preparing', actions: assign(({ event }) => ({ supplierId: event.supplierId })) }, 'purchase.supplier.refused': 'unknown' },
    },
    unknown: { meta: { say: 'purchase.unknown', back: 'cancel' }, on: { said: { target: 'knowing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    summary: {
      meta: { say: 'purchase.summary', choose: [{ id: 'send', key: '1' }, { id: 'change', key: '2' }], back: 'cancel' },
      on: { 'chose.send': 'sending', 'chose.change': [{ guard: ({ context }) => context.lines.length > 1, target: 'naming', actions: assign({ supplierId: '', lines: [], asked: {}, qty: 0 }) }, { target: 'qty' }], back: 'leaving' },
    },
    sending: {
      entry: { type: 'purchase.send', params: ({ context: { supplierId, lines } }) => ({ supplierId, lines }) },
      on: {
        'purchase.send.done': { target: 'sent', actions: assign(({ event: { number, seq, reached } }) => ({ number, seq, told: reached ? 'sent' : 'unreached' })) },
        'purchase.send.refused': [{ ...because('phone'), target: 'phone' }, { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) }],
      },
    },
    sent: { meta: { say: 'purchase.sent', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'cancelling', back: 'leaving' } },
    cancelling: {
      entry: { type: 'purchase.cancel', params: ({ context }) => ({ seq: context.seq }) },
      on: { 'purchase.cancel.done': 'cancelled', 'purchase.cancel.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    cancelled: { type: 'final', meta: { say: 'purchase.cancelled' } },
    refused: { type: 'final', meta: { say: 'purchase.refused' } },
    toOrder: { type: 'final', meta: { goto: 'tailoredOrder', give: 'order' } },
  },
});
