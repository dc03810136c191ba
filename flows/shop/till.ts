import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

/** `from`: whether orders bring cash, too. */
type Seen = { expected: number; sales: number; debts: number; orders: number; from: 'shop' | 'both'; day: string; time: string };
type Till = { asked: { cash?: number }; counted: number; till: Seen; difference: number; side: string; reason: string; typed: string; more: Choice[]; lines: string; before: number; pages: Choice[]; next: number; refusal: string };

export type TillCommands = {
  'till.see': Command<undefined, { till: Seen; more: Choice[] }>;
  'till.read': Command<{ text: string }, { counted: number }>;
  'till.compare': Command<{ counted: number }, { till: Seen; difference: number; side: string }>;
  'till.close': Command<{ counted: number; expected: number; reason: string }, { more: Choice[] }>;
  'till.history': Command<{ before: number }, { lines: string; pages: Choice[]; next: number }>;
};

const flow = setup({ types: {} as FlowTypes<Till, TillCommands>, actions: commands<TillCommands>() });
const REASONS = ['change', 'expense', 'taken'];
const refused = { target: 'refused', actions: assign({ refusal: ({ event }: { event: { reason: string } }) => event.reason }) as never };

/** « caisse 86500 »: the cash that was counted beside what the books say; a difference has a reason, and each count is kept. */
export const till = flow.createMachine({
  id: 'till',
  version: '1',
  context: { asked: {}, counted: 0, till: { expected: 0, sales: 0, debts: 0, orders: 0, from: 'shop', day: '', time: '' }, difference: 0, side: 'less', reason: '', typed: '', more: [], lines: '', before: 0, pages: [], next: 0, refusal: 'right' },
  initial: 'seeking',
  states: {
    seeking: {
      always: [
        { guard: ({ context }) => context.asked.cash !== undefined, target: 'comparing', actions: assign(({ context }) => ({ counted: context.asked.cash ?? 0 })) },
        { target: 'looking' },
      ],
    },
    looking: { entry: 'till.see', on: { 'till.see.done': { target: 'seen', actions: assign(({ event: { till, more } }) => ({ till, more: [{ id: 'count' }, ...more] })) }, 'till.see.refused': refused } },
    seen: { meta: { say: 'till.seen', choose: 'more', back: 'back', first: true }, on: { 'chose.count': 'counting', 'chose.*': 'remembering', back: 'leaving' } },
    counting: { meta: { say: 'till.counting', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    reading: {
      entry: { type: 'till.read', params: ({ context }) => ({ text: context.typed }) },
      on: { 'till.read.done': { target: 'comparing', actions: assign(({ event }) => ({ counted: event.counted })) }, 'till.read.refused': 'counting' },
    },
    comparing: {
      entry: { type: 'till.compare', params: ({ context }) => ({ counted: context.counted }) },
      on: {
        'till.compare.done': [
          { guard: ({ event }) => event.difference === 0, target: 'closing', actions: assign(({ event: { till } }) => ({ till, difference: 0, side: 'same', reason: '' })) },
          { target: 'differs', actions: assign(({ event: { till, difference, side } }) => ({ till, difference, side })) },
        ],
        'till.compare.refused': refused,
      },
    },
    differs: {
      meta: { say: 'till.differs', choose: [...REASONS, 'other', 'recount'], back: 'cancel' },
      on: { 'chose.recount': 'counting', 'chose.other': 'why', 'chose.*': { target: 'closing', actions: assign(({ event }) => ({ reason: 'id' in event ? event.id : '' })) }, back: 'leaving' },
    },
    why: { meta: { say: 'till.why', back: 'back' }, on: { said: { target: 'closing', actions: assign(({ event }) => ({ reason: event.text.trim() })) }, back: 'differs' } },
    closing: {
      entry: { type: 'till.close', params: ({ context: { counted, till: { expected }, reason } }) => ({ counted, expected, reason }) },
      on: {
        'till.close.done': { target: 'closed', actions: assign(({ event }) => ({ more: event.more })) },
        // Somebody sold meanwhile.
        'till.close.refused': [{ guard: ({ event }) => event.reason === 'changed', target: 'comparing' }, refused],
      },
    },
    closed: { meta: { say: 'till.closed', choose: 'more', back: 'menu', done: true }, on: { 'chose.*': 'remembering', back: 'leaving' } },
    remembering: {
      entry: { type: 'till.history', params: ({ context }) => ({ before: context.before }) },
      on: {
        'till.history.done': [
          { guard: ({ event }) => event.lines === '', target: 'noHistory' },
          { target: 'history', actions: assign(({ event: { lines, pages, next } }) => ({ lines, pages, next })) },
        ],
        'till.history.refused': refused,
      },
    },
    history: {
      meta: { say: 'till.history', choose: 'pages', back: 'back', first: true },
      on: { 'chose.*': { target: 'remembering', actions: assign(({ context }) => ({ before: context.next })) }, back: 'leaving' },
    },
    noHistory: { type: 'final', meta: { say: 'till.noHistory' } },
    refused: { type: 'final', meta: { say: 'till.refused' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
