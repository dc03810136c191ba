import { assign } from 'xstate';
import type { Choice, Command } from './flow.ts';

/** An order as staff is shown it. `full` says its year too; `due` is what is still to pay. */
export type FoundOrder = { orderId: string; number: string; full: string; name: string; what: string; status: string; due: number };
/** `order` as it was written in a line, typed, or picked from a list. */
export type OrderSaid = { seq: number; year?: number } | string;

/** What a flow about one order keeps to find it. */
export type AboutOrder = { asked: { order?: OrderSaid }; said: OrderSaid; near: Choice[]; why: string; typed: string; order: FoundOrder };
export const ABOUT_ORDER: AboutOrder = { asked: {}, said: '', near: [], why: 'unknown', typed: '', order: { orderId: '', number: '', full: '', name: '', what: '', status: '', due: 0 } };

/** `to`: what is to be done with it. Whoever may not take money is told so before they read what is due. */
export type Doing = 'look' | 'take';
export type FindOrder = { 'order.find': Command<{ said: OrderSaid; to: Doing }, { order: FoundOrder }, { typed?: string; near?: Choice[] }> };

type Heard = { context: AboutOrder; event: { reason?: string; text?: string; id?: string; order?: FoundOrder; typed?: string; near?: Choice[] } };
const keep = (patch: (heard: Heard) => Partial<AboutOrder>) => assign(patch as never) as never;

/**
 * The states in which staff says which order is meant: by its number, or by picking one of those it may be. The first is
 * `seeking`; `next` is where the flow goes on with `order`. What it asks is `<flow>.number`.
 */
export const whichOrder = (flow: string, next: string, to: Doing = 'look') => ({
  seeking: {
    always: [
      { guard: ({ context }: { context: AboutOrder }) => context.asked.order !== undefined, target: 'finding', actions: keep(({ context }) => ({ said: context.asked.order ?? '' })) },
      { target: 'number' },
    ],
  },
  number: {
    meta: { say: `${flow}.number`, back: 'back' as const },
    on: { said: { target: 'finding', actions: keep(({ event }) => ({ said: event.text ?? '' })) }, back: 'leaving' },
  },
  finding: {
    entry: { type: 'order.find' as const, params: ({ context }: { context: AboutOrder }) => ({ said: context.said, to }) },
    on: {
      'order.find.done': { target: next, actions: keep(({ event }) => (event.order === undefined ? {} : { order: event.order })) },
      'order.find.refused': { target: 'which', actions: keep(({ event: { reason = '', typed = '', near = [] } }) => ({ why: reason, typed, near })) },
    },
  },
  which: {
    meta: { say: 'order.which', choose: 'near' as const, back: 'back' as const },
    on: { 'chose.again': 'number', 'chose.*': { target: 'finding', actions: keep(({ event }) => ({ said: event.id ?? '' })) }, back: 'leaving' },
  },
  leaving: { type: 'final' as const, meta: { goto: '@open' } },
});
