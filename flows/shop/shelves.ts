import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Health = { products: number; out: number; low: number; worth: string; day: string; time: string };
type Shelves = { asked: { category?: string }; after: string; category: string; what: string; health: Health; list: Choice[]; next: string; refusal: string; typed: string; given: { asked: { goods?: string; category?: string } } };
export type ShelvesCommands = { 'shelves.see': Command<{ category: string; after: string }, { health: Health; category: string; what: string; list: Choice[]; next: string }, { typed?: string; list?: Choice[] }> };

const flow = setup({ types: {} as FlowTypes<Shelves, ShelvesCommands>, actions: commands<ShelvesCommands>() });

/** « stock », « stock categorie boissons »: how the shelves are, and what is worst on them. */
export const shelves = flow.createMachine({
  id: 'shelves',
  version: '1',
  context: { asked: {}, after: '', category: '', what: 'fine', health: { products: 0, out: 0, low: 0, worth: '', day: '', time: '' }, list: [], next: '', refusal: 'unknown', typed: '', given: { asked: {} } },
  initial: 'looking',
  states: {
    looking: {
      entry: { type: 'shelves.see', params: ({ context: { asked, after } }) => ({ category: asked.category ?? '', after }) },
      on: {
        'shelves.see.done': [
          { guard: ({ event }) => event.health.products === 0, target: 'empty' },
          { target: 'list', actions: assign(({ event: { health, category, what, list, next } }) => ({ health, category, what, list, next })) },
        ],
        'shelves.see.refused': { target: 'unknown', actions: assign(({ event: { reason, typed = '', list = [] } }) => ({ refusal: reason, typed, list })) },
      },
    },
    list: {
      meta: { say: 'shelves.list', choose: 'list', back: 'back', done: true },
      on: {
        'chose.next': { target: 'looking', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'toStock', actions: assign(({ event }) => ({ given: { asked: { goods: 'id' in event ? event.id : '' } } })) },
        back: [{ guard: ({ context }) => context.after !== '', target: 'looking', actions: assign({ after: '' }) }, { target: 'left' }],
      },
    },
    unknown: {
      meta: { say: 'shelves.unknown', choose: 'list', back: 'back', done: true },
      on: { 'chose.*': { target: 'looking', actions: assign(({ event }) => ({ asked: { category: 'id' in event ? event.id : '' } })) }, back: 'left' },
    },
    empty: { type: 'final', meta: { say: 'shelves.empty' } },
    toStock: { type: 'final', meta: { goto: 'stockOf', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
