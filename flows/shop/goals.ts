import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

/** `lines`: each goal in words, with how far it is reached. */
type Goals = { asked: { goal?: string; aim?: string }; goal: string; typed: string; day: string; lines: string; line: string; acts: Choice[]; refusal: string };
export type GoalsCommands = {
  'goals.see': Command<undefined, { day: string; lines: string; acts: Choice[] }>;
  'goals.set': Command<{ goal: string; text: string }, { line: string }>;
};

const flow = setup({ types: {} as FlowTypes<Goals, GoalsCommands>, actions: commands<GoalsCommands>() });

const asks = Object.fromEntries(['turnover', 'margin', 'service', 'stockOuts'].map((goal) => [`chose.${goal}`, { target: 'asking', actions: assign({ goal }) as never }]));

/** « objectif », « objectif ventes 2 000 000 »: what the shop wants to reach this month, and how far it is. */
export const goals = flow.createMachine({
  id: 'goals',
  version: '1',
  context: { asked: {}, goal: '', typed: '', day: '', lines: '', line: '', acts: [], refusal: 'right' },
  initial: 'seeking',
  states: {
    seeking: {
      always: [
        { guard: ({ context: { asked } }) => asked.goal !== undefined && asked.aim !== undefined, target: 'setting', actions: assign(({ context: { asked } }) => ({ goal: asked.goal ?? '', typed: asked.aim ?? '' })) },
        { guard: ({ context: { asked } }) => asked.goal !== undefined, target: 'asking', actions: assign(({ context: { asked } }) => ({ goal: asked.goal ?? '' })) },
        { target: 'seeing' },
      ],
    },
    seeing: {
      entry: 'goals.see',
      on: { 'goals.see.done': { target: 'seen', actions: assign(({ event: { day, lines, acts } }) => ({ day, lines, acts })) }, 'goals.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    seen: {
      meta: { say: 'goals.seen', choose: 'acts', back: 'menu', done: true },
      on: { ...asks, 'chose.*': 'seeing', back: 'left' },
    },
    asking: { meta: { say: 'goals.asking', back: 'back' }, on: { said: { target: 'setting', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'seeing' } },
    unread: { meta: { say: 'goals.unread', back: 'back' }, on: { said: { target: 'setting', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'seeing' } },
    setting: {
      entry: { type: 'goals.set', params: ({ context: { goal, typed } }) => ({ goal, text: typed }) },
      on: {
        'goals.set.done': { target: 'set', actions: assign(({ event }) => ({ line: event.line })) },
        'goals.set.refused': [
          { guard: ({ event }) => event.reason === 'unread', target: 'unread' },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    set: { meta: { say: 'goals.set', choose: ['all'], back: 'menu', done: true }, on: { 'chose.all': 'seeing', back: 'left' } },
    refused: { type: 'final', meta: { say: 'goals.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
