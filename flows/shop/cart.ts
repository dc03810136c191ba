import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

/** What is in the cart, in words and one by one. */
type Filled = { lines: string; count: number; total: number; rows: Choice[] };
/** One thing to buy. `from`: it has several prices. */
type Item = { variantId: string; name: string; price: number; left: number; inCart: number };
/** What is not there, in words, and what may be done about it; `lacking` names it. */
type Lack = { lacks: string; outs: Choice[]; lacking: { variantId: string; qty: number }[] };
/** Where one stands in the shop. */
type Place = { shelf: string; after: string };

type Cart = Filled & Lack & Place & {
  asked: { code?: string; named?: string; lapsed?: string }; shops: Choice[]; code: string; near: Choice[]; why: string; other: string;
  tenantId: string; business: string; shelves: Choice[]; goods: Choice[]; next: string; picked: string; variants: Choice[]; item: Item; text: string; had: string; left: number; adding: boolean; news: string; number: string; paying: object;
};

type Of = { tenantId: string };
export type CartCommands = {
  'cart.shops': Command<undefined, { shops: Choice[] }>;
  'cart.enter': Command<{ code: string; tenantId: string }, { tenantId: string; business: string; cart: Filled }, { near?: Choice[]; name?: string }>;
  'cart.shelves': Command<Of, { shelves: Choice[] }>;
  'cart.goods': Command<Of & Place, { goods: Choice[]; next: string; cart: Filled }>;
  'cart.pick': Command<Of & { id: string }, { variants: Choice[]; item: Item }>;
  'cart.put': Command<Of & { variantId: string; text: string; adding: boolean }, { cart: Filled }, Partial<Lack> & { left?: number }>;
  'cart.remove': Command<Of & { variantId: string }, { cart: Filled }>;
  'cart.empty': Command<Of, { cart: Filled }>;
  'cart.see': Command<Of, { cart: Filled }>;
  'cart.fit': Command<Of & { lacking: Lack['lacking']; adding: boolean }, { cart: Filled }>;
  'cart.wait': Command<Of & { lacking: Lack['lacking'] }, object>;
  'cart.refill': Command<Of & { orderId: string }, { cart: Filled } & Lack>;
  'cart.place': Command<Of & { total: number }, { number: string; order: { seq: number; year: number } }, Partial<Lack> & { cart?: Filled }>;
};

const flow = setup({ types: {} as FlowTypes<Cart, CartCommands>, actions: commands<CartCommands>() });
const when = (guard: (context: Cart) => boolean, target: string) => ({ guard: ({ context }: { context: Cart }) => guard(context), target });
const NOTHING: Filled = { lines: '', count: 0, total: 0, rows: [] };
const NO_LACK: Lack = { lacks: '', outs: [], lacking: [] };
const NO_ITEM: Item = { variantId: '', name: '', price: 0, left: 0, inCart: 0 };
const CODE = { target: 'entering', actions: assign(({ event }) => ({ code: 'id' in event ? String(event.id) : '', tenantId: '' })) } as never;
const filled = (target: string) => ({ target, actions: assign((({ event }: { event: { cart: Filled } }) => event.cart) as never) }) as never;
const lacked = (target: string, adding: boolean) => ({
  guard: ({ event }: { event: { reason: string } }) => event.reason === 'short', target,
  actions: assign((({ event: { lacks = '', outs = [], lacking = [] } }: { event: Partial<Lack> }) => ({ adding, lacks, outs, lacking })) as never),
}) as never;

/** A client buys, « commander DIOP »: from the shelves into the cart; confirmed it is kept a quarter of an hour, to be paid. */
export const cart = flow.createMachine({
  id: 'cart',
  version: '1',
  context: {
    ...NOTHING, ...NO_LACK, shelf: '', after: '', asked: {}, shops: [], code: '', near: [], why: 'unknown', other: '', tenantId: '', business: '',
    shelves: [], goods: [], next: '', picked: '', variants: [], item: NO_ITEM, text: '', had: 'ask', left: 0, adding: false, news: 'none', number: '', paying: {},
  },
  initial: 'opening',
  states: {
    opening: {
      always: [
        { guard: ({ context }) => context.asked.code !== undefined || context.asked.named !== undefined, target: 'entering', actions: assign(({ context }) => ({ code: context.asked.code ?? '', tenantId: context.asked.code === undefined ? (context.asked.named ?? '') : '' })) },
        { target: 'listing' },
      ],
    },
    listing: { entry: 'cart.shops', on: { 'cart.shops.done': [{ guard: ({ event }) => event.shops.length === 1, target: 'code' }, { target: 'shop', actions: assign(({ event }) => ({ shops: event.shops })) }], 'cart.shops.refused': 'code' } },
    shop: { meta: { say: 'cart.shop', choose: 'shops', back: 'back' }, on: { 'chose.code': 'code', 'chose.*': CODE, back: 'left' } },
    code: { meta: { say: 'cart.code', back: 'back' }, on: { said: { target: 'entering', actions: assign(({ event }) => ({ code: event.text, tenantId: '' })) }, back: 'left' } },
    entering: {
      entry: { type: 'cart.enter', params: ({ context: { code, tenantId } }) => ({ code, tenantId }) },
      on: {
        'cart.enter.done': { target: 'beginning', actions: assign(({ event: { tenantId, business, cart: known } }) => ({ tenantId, business, ...known })) },
        'cart.enter.refused': { target: 'noShop', actions: assign(({ event: { reason, near = [], name = '' } }) => ({ why: reason, near, other: name })) },
      },
    },
    noShop: { meta: { say: 'cart.noShop', choose: 'near', back: 'back' }, on: { 'chose.code': 'code', 'chose.*': CODE, back: 'left' } },
    beginning: { always: [when(({ asked }) => asked.lapsed !== undefined, 'refilling'), { target: 'shelving' }] },
    refilling: {
      entry: { type: 'cart.refill', params: ({ context: { tenantId, asked } }) => ({ tenantId, orderId: asked.lapsed ?? '' }) },
      on: {
        'cart.refill.done': [
          { guard: ({ event }) => event.lacking.length > 0, target: 'short', actions: assign(({ event: { cart: again, lacks, outs, lacking } }) => ({ ...again, lacks, outs, lacking, adding: false, asked: {} })) },
          { target: 'sorting', actions: assign(({ event }) => ({ ...event.cart, asked: {} })) },
        ],
        'cart.refill.refused': 'shelving',
      },
    },

    shelving: { entry: { type: 'cart.shelves', params: ({ context }) => ({ tenantId: context.tenantId }) }, on: { 'cart.shelves.done': { target: 'sortingShelves', actions: assign(({ event }) => ({ shelves: event.shelves, shelf: '', after: '' })) }, 'cart.shelves.refused': 'stocking' } },
    sortingShelves: { always: [when(({ shelves }) => shelves.length > 1, 'shelf'), { target: 'stocking' }] },
    shelf: { meta: { say: 'cart.shelf', choose: 'shelves', back: 'back' }, on: { 'chose.cart': 'sorting', 'chose.*': { target: 'stocking', actions: assign(({ event }) => ({ shelf: event.id, after: '' })) }, back: 'left' } },
    stocking: {
      entry: { type: 'cart.goods', params: ({ context: { tenantId, shelf, after } }) => ({ tenantId, shelf, after }) },
      on: { 'cart.goods.done': { target: 'sortingGoods', actions: assign(({ event }) => ({ goods: event.goods, next: event.next, ...event.cart })) }, 'cart.goods.refused': 'nothing' },
    },
    sortingGoods: { always: [when(({ goods }) => goods.length > 0, 'goods'), { target: 'nothing' }] },
    nothing: { type: 'final', meta: { say: 'cart.nothing' } },
    goods: {
      meta: { say: 'cart.goods', choose: 'goods', back: 'back' },
      on: {
        'chose.cart': 'sorting', 'chose.following': { target: 'stocking', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'picking', actions: assign(({ event }) => ({ picked: event.id })) },
        back: [when(({ after }) => after !== '', 'returning'), when(({ shelves }) => shelves.length > 1, 'shelving'), { target: 'left' }],
      },
    },
    returning: { always: { target: 'stocking', actions: assign({ after: '' }) } },
    picking: {
      entry: { type: 'cart.pick', params: ({ context }) => ({ tenantId: context.tenantId, id: context.picked }) },
      on: { 'cart.pick.done': { target: 'sortingPicked', actions: assign(({ event }) => ({ variants: event.variants, item: event.item, had: 'ask', adding: true })) }, 'cart.pick.refused': 'stocking' },
    },
    sortingPicked: { always: [when(({ variants }) => variants.length > 0, 'variant'), { target: 'qty' }] },
    variant: { meta: { say: 'cart.variant', choose: 'variants', back: 'back' }, on: { 'chose.*': { target: 'picking', actions: assign(({ event }) => ({ picked: event.id })) }, back: 'stocking' } },
    qty: { meta: { say: 'cart.qty', back: 'back' }, on: { said: { target: 'putting', actions: assign(({ event }) => ({ text: event.text })) }, back: [when(({ adding }) => adding, 'stocking'), { target: 'sorting' }] } },
    putting: {
      entry: { type: 'cart.put', params: ({ context: { tenantId, item, text, adding } }) => ({ tenantId, variantId: item.variantId, text, adding }) },
      on: {
        'cart.put.done': filled('sorting'),
        'cart.put.refused': [lacked('few', true), { target: 'qty', actions: assign(({ event }) => ({ had: event.reason })) }],
      },
    },
    /** Of one thing that is being put in. */
    few: {
      meta: { say: 'cart.short', choose: 'outs', back: 'back' },
      on: { 'chose.take': 'fitting', 'chose.wait': 'waiting', 'chose.drop': 'stocking', 'chose.*': 'stocking', back: 'stocking' },
    },

    sorting: { always: [when(({ count }) => count > 0, 'cart'), { target: 'emptied' }] },
    emptied: { meta: { say: 'cart.emptied', choose: ['more'], back: 'menu' }, on: { 'chose.more': 'shelving', back: 'left' } },
    cart: {
      meta: { say: 'cart.cart', choose: [{ id: 'order', key: '1' }, { id: 'more', key: '2' }, { id: 'change', key: '3' }, { id: 'empty', key: '4' }], back: 'menu' },
      on: { 'chose.order': 'placing', 'chose.more': 'shelving', 'chose.change': 'line', 'chose.empty': 'emptying', back: 'left' },
    },
    line: { meta: { say: 'cart.line', choose: 'rows', back: 'back' }, on: { 'chose.*': { target: 'taking', actions: assign(({ event }) => ({ picked: event.id })) }, back: 'sorting' } },
    taking: {
      entry: { type: 'cart.pick', params: ({ context }) => ({ tenantId: context.tenantId, id: context.picked }) },
      on: { 'cart.pick.done': { target: 'lineActs', actions: assign(({ event }) => ({ item: event.item, had: 'ask', adding: false })) }, 'cart.pick.refused': 'seeing' },
    },
    lineActs: { meta: { say: 'cart.lineActs', choose: ['requantify', 'remove'], back: 'back' }, on: { 'chose.requantify': 'qty', 'chose.remove': 'removing', back: 'sorting' } },
    removing: { entry: { type: 'cart.remove', params: ({ context: { tenantId, item } }) => ({ tenantId, variantId: item.variantId }) }, on: { 'cart.remove.done': filled('sorting'), 'cart.remove.refused': 'sorting' } },
    emptying: { entry: { type: 'cart.empty', params: ({ context }) => ({ tenantId: context.tenantId }) }, on: { 'cart.empty.done': filled('sorting'), 'cart.empty.refused': 'sorting' } },
    seeing: { entry: { type: 'cart.see', params: ({ context }) => ({ tenantId: context.tenantId }) }, on: { 'cart.see.done': filled('sorting'), 'cart.see.refused': 'left' } },

    placing: {
      entry: { type: 'cart.place', params: ({ context: { tenantId, total } }) => ({ tenantId, total }) },
      on: {
        'cart.place.done': { target: 'toPay', actions: assign(({ context, event: { number, order } }) => ({ number, paying: { asked: { order, named: context.tenantId } } })) },
        'cart.place.refused': [
          lacked('short', false),
          { guard: ({ event }) => event.reason === 'price', target: 'priced', actions: assign(({ event }) => event.cart ?? {}) },
          { guard: ({ event }) => event.reason === 'closed', target: 'closed' },
          { target: 'seeing' },
        ],
      },
    },
    priced: { meta: { say: 'cart.priced', choose: ['yes-go', 'change'], back: 'cancel' }, on: { 'chose.yes-go': 'placing', 'chose.change': 'line', back: 'dropped' } },
    short: {
      meta: { say: 'cart.short', choose: 'outs', back: 'back' },
      on: { 'chose.take': 'fitting', 'chose.wait': 'waiting', 'chose.drop': 'dropped', 'chose.*': 'seeing', back: 'seeing' },
    },
    fitting: {
      entry: { type: 'cart.fit', params: ({ context: { tenantId, lacking, adding } }) => ({ tenantId, lacking, adding }) },
      on: { 'cart.fit.done': [{ guard: ({ context }) => context.adding, target: 'sorting', actions: assign(({ event }) => event.cart) }, { target: 'reordering', actions: assign(({ event }) => event.cart) }], 'cart.fit.refused': 'seeing' },
    },
    reordering: { always: [when(({ count }) => count > 0, 'placing'), { target: 'emptied' }] },
    waiting: {
      entry: { type: 'cart.wait', params: ({ context: { tenantId, lacking } }) => ({ tenantId, lacking }) },
      on: { 'cart.wait.done': 'noted', 'cart.wait.refused': 'seeing' },
    },
    noted: { type: 'final', meta: { say: 'cart.noted' } },
    toPay: { type: 'final', meta: { goto: 'pay', give: 'paying', notice: 'cart.kept' } },
    closed: { type: 'final', meta: { say: 'cart.closed' } },
    dropped: { type: 'final', meta: { goto: OPEN, notice: 'cart.dropped' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
