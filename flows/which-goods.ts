import { assign } from 'xstate';
import type { Choice, Command } from './flow.ts';

/** Something on the shelf, with its quantities in plain numbers. */
export type Goods = { variantId: string; name: string; unit: string; price: number; onHand: number; available: number };
/** As it is written: « riz 2 sacs a 18000 momo ». A quantity is in thousandths; `or` is what else it may mean. */
export type Written = { goods?: string; qty?: { milli: number; or?: number }; unit?: string; price?: number; method?: string; debtor?: string };
/** What is to be done with them: whoever may not is told before they choose. */
export type For = 'look' | 'sell' | 'receive' | 'count';

/** What a flow about one of the goods keeps to find it: as it was written in a line, typed, or picked. `menu`: it was asked for, not said in one line. */
export type AboutGoods<A extends Written = Written> = { asked: A; menu: boolean; said: string; near: Choice[]; why: string; typed: string; goods: Goods; less: number; more: number; unknown: { asked: { goods: string } } };
export const ABOUT_GOODS: AboutGoods = { asked: {}, menu: false, said: '', near: [], why: 'unknown', typed: '', goods: { variantId: '', name: '', unit: '', price: 0, onHand: 0, available: 0 }, less: 0, more: 0, unknown: { asked: { goods: '' } } };

export type FindGoods = {
  'goods.find': Command<{ said: string; for: For }, { goods: Goods }, { typed?: string; near?: Choice[] }>;
  'goods.read': Command<{ text: string; about: 'goods' | 'qty' | 'price'; for: For }, Written>;
};

type Told = { context: AboutGoods; event: { reason?: string; text?: string; id?: string; goods?: Goods | string; typed?: string; near?: Choice[] } & Omit<Written, 'goods'> };
const keep = (patch: (told: Told) => Partial<AboutGoods>) => assign(patch as never) as never;
type In = { context: AboutGoods };
const THOUSAND = 1_000;

/**
 * The states in which it is said which goods are meant. The first is `seeking`; `next` is where the flow goes on with
 * `goods`. What it asks is `<flow>.goods`.
 */
export const whichGoods = (flow: string, next: string, what: For = 'look') => ({
  seeking: {
    always: [
      { guard: ({ context }: In) => context.asked.goods !== undefined, target: 'finding', actions: keep(({ context }) => ({ said: context.asked.goods ?? '' })) },
      { target: 'naming' },
    ],
  },
  naming: {
    meta: { say: `${flow}.goods`, back: 'back' as const },
    on: { said: { target: 'reading', actions: keep(({ event }) => ({ typed: event.text ?? '', menu: true })) }, back: 'leaving' },
  },
  reading: {
    entry: { type: 'goods.read' as const, params: ({ context }: In) => ({ text: context.typed, about: 'goods' as const, for: what }) },
    on: { 'goods.read.done': { target: 'finding', actions: keep(({ event }) => ({ said: typeof event.goods === 'string' ? event.goods : '', asked: partsOf(event) })) }, 'goods.read.refused': 'naming' },
  },
  finding: {
    entry: { type: 'goods.find' as const, params: ({ context }: In) => ({ said: context.said, for: what }) },
    on: {
      'goods.find.done': { target: next, actions: keep(({ event }) => (typeof event.goods === 'object' ? { goods: event.goods } : {})) },
      'goods.find.refused': { target: 'which', actions: keep(({ event: { reason = '', typed = '', near = [] } }) => ({ why: reason, typed, near })) },
    },
  },
  which: {
    meta: { say: 'goods.which', choose: 'near' as const, back: 'back' as const },
    on: { 'chose.again': 'naming', 'chose.add': { target: 'toAdd', actions: keep(({ context }) => ({ unknown: { asked: { goods: context.typed } } })) }, 'chose.*': { target: 'finding', actions: keep(({ event }) => ({ said: event.id ?? '' })) }, back: 'leaving' },
  },
  toAdd: { type: 'final' as const, meta: { goto: 'addGoods', give: 'unknown' } },
  leaving: { type: 'final' as const, meta: { goto: '@open' } },
});

/** The same, and how many: `next` goes on with `goods` and `asked.qty`. What it asks more is `<flow>.qty`. */
export const howMuch = (flow: string, next: string, what: For) => ({
  ...whichGoods(flow, 'weighing', what),
  weighing: {
    always: [
      { guard: ({ context }: In) => context.asked.qty === undefined, target: 'qty' },
      // « 2.500 » is two and a half, and to some two thousand five hundred.
      { guard: ({ context }: In) => context.asked.qty?.or !== undefined, target: 'doubt', actions: keep(({ context: { asked } }) => ({ less: (asked.qty?.milli ?? 0) / THOUSAND, more: (asked.qty?.or ?? 0) / THOUSAND })) },
      { target: next },
    ],
  },
  doubt: {
    meta: { say: 'goods.doubt', choose: ['less', 'more'], back: 'cancel' as const },
    on: { 'chose.less': meaning(({ milli }) => milli), 'chose.more': meaning(({ milli, or = milli }) => or), back: 'leaving' },
  },
  qty: { meta: { say: `${flow}.qty`, back: 'cancel' as const }, on: { said: { target: 'counting', actions: keep(({ event }) => ({ typed: event.text ?? '' })) }, back: 'leaving' } },
  counting: {
    entry: { type: 'goods.read' as const, params: ({ context }: In) => ({ text: context.typed, about: 'qty' as const, for: what }) },
    on: { 'goods.read.done': { target: 'weighing', actions: keep(({ context, event }) => ({ asked: { ...context.asked, ...partsOf(event) } })) }, 'goods.read.refused': 'qty' },
  },
});

const meaning = (of: (qty: { milli: number; or?: number }) => number) =>
  ({ target: 'weighing', actions: keep(({ context: { asked } }) => ({ asked: { ...asked, qty: { milli: of(asked.qty ?? { milli: 0 }) } } })) });

/** What was not written is left out, not empty. */
function partsOf({ qty, unit, price, method, debtor }: Omit<Written, 'goods'>): Written {
  return { ...(qty && { qty }), ...(unit === undefined ? {} : { unit }), ...(price === undefined ? {} : { price }), ...(method === undefined ? {} : { method }), ...(debtor === undefined ? {} : { debtor }) };
}
