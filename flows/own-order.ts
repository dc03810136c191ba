import { assign } from 'xstate';
import type { Choice, Command } from './flow.ts';

/** An order as its client is shown it. `due` is what is still to pay, `deposit` what of it is paid before the work begins. */
export type OwnOrder = { orderId: string; tenantId: string; seq: number; year: number; number: string; full: string; business: string; what: string; status: string; total: number; due: number; deposit: number };
/** As it was written in a line, typed, or picked from a list of their own. */
export type OwnOrderSaid = { seq: number; year?: number } | string;

/** What a client's flow about one order keeps to find it. `named` is the business that the message itself names. */
export type AboutOwnOrder = { asked: { order?: OwnOrderSaid; named?: string }; said: OwnOrderSaid; near: Choice[]; why: string; typed: string; order: OwnOrder };
const NO_ORDER: OwnOrder = { orderId: '', tenantId: '', seq: 0, year: 0, number: '', full: '', business: '', what: '', status: '', total: 0, due: 0, deposit: 0 };
export const ABOUT_OWN_ORDER: AboutOwnOrder = { asked: {}, said: '', near: [], why: 'unknown', typed: '', order: NO_ORDER };

export type FindOwnOrder = { 'order.findOwn': Command<{ said: OwnOrderSaid; named?: string | undefined }, { order: OwnOrder }, { typed: string; near: Choice[] }> };

type Told = { context: AboutOwnOrder; event: { reason?: string; text?: string; id?: string; order?: OwnOrder; typed?: string; near?: Choice[] } };
const keep = (patch: (told: Told) => Partial<AboutOwnOrder>) => assign(patch as never) as never;

/**
 * The states in which a client says which of their orders is meant, in whatever workshop it is. The first is `seeking`;
 * `next` is where the flow goes on with `order`, `otherwise` where it begins when none was named. What it asks is `<flow>.number`.
 */
export const whichOwnOrder = (flow: string, next: string, otherwise = 'number') => ({
  seeking: {
    always: [
      { guard: ({ context }: { context: AboutOwnOrder }) => context.asked.order !== undefined, target: 'finding', actions: keep(({ context }) => ({ said: context.asked.order ?? '' })) },
      { target: otherwise },
    ],
  },
  number: {
    meta: { say: `${flow}.number`, back: 'back' as const },
    on: { said: { target: 'finding', actions: keep(({ event }) => ({ said: event.text ?? '' })) }, back: 'leaving' },
  },
  finding: {
    entry: { type: 'order.findOwn' as const, params: ({ context }: { context: AboutOwnOrder }) => ({ said: context.said, named: context.asked.named }) },
    on: {
      'order.findOwn.done': { target: next, actions: keep(({ event }) => (event.order === undefined ? {} : { order: event.order })) },
      'order.findOwn.refused': { target: 'which', actions: keep(({ event: { reason = '', typed = '', near = [] } }) => ({ why: reason, typed, near })) },
    },
  },
  which: {
    meta: { say: 'ownOrder.which', choose: 'near' as const, back: 'back' as const },
    on: { 'chose.again': 'number', 'chose.mine': 'toOrders', 'chose.profile': 'toProfile', 'chose.*': { target: 'finding', actions: keep(({ event }) => ({ said: event.id ?? '' })) }, back: 'leaving' },
  },
  toProfile: { type: 'final' as const, meta: { goto: 'profile' } },
  toOrders: { type: 'final' as const, meta: { goto: 'orders' } },
  leaving: { type: 'final' as const, meta: { goto: '@open' } },
});
