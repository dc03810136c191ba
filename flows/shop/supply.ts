import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';

type Day = `${number}-${number}-${number}`;
type Asked = { verb?: string; day?: { day: Day; rolls?: true } };
type Supply = { asked: Asked; subject: string; business: string; number: string; day: Day | ''; typed: string };
export type SupplyCommands = {
  'supply.answer': Command<{ purchaseId: string; yes: boolean; day: Day | '' }, { business: string; number: string }>;
  'supply.read': Command<{ text: string }, { day: Day }>;
};

const flow = setup({ types: {} as FlowTypes<Supply, SupplyCommands>, actions: commands<SupplyCommands>() });
const noted = assign(({ event }: { event: { business?: string; number?: string } }) => ({ business: event.business ?? '', number: event.number ?? '' })) as never;

/** « oui jeudi »: a supplier answers what a shop orders. They belong to no business, and are known by their phone alone; `subject` is the order. */
export const supply = flow.createMachine({
  id: 'supply',
  version: '1',
  context: { asked: {}, subject: '', business: '', number: '', day: '', typed: '' },
  initial: 'hearing',
  states: {
    hearing: {
      always: [
        { guard: ({ context }) => context.asked.verb === 'decline', target: 'refusing' },
        // A day of next year is hardly meant.
        { guard: ({ context: { asked } }) => asked.day !== undefined && asked.day.rolls === undefined, target: 'dating', actions: assign(({ context }) => ({ day: context.asked.day?.day ?? '' as const })) },
        { target: 'accepting' },
      ],
    },
    // The yes counts, whether or not a day follows.
    accepting: { entry: { type: 'supply.answer', params: ({ context }) => ({ purchaseId: context.subject, yes: true, day: '' }) }, on: { 'supply.answer.done': { target: 'when', actions: noted }, 'supply.answer.refused': 'over' } },
    when: { meta: { say: 'supply.when', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'undated' } },
    reading: { entry: { type: 'supply.read', params: ({ context }) => ({ text: context.typed }) }, on: { 'supply.read.done': { target: 'dating', actions: assign(({ event }) => ({ day: event.day })) }, 'supply.read.refused': 'unread' } },
    unread: { meta: { say: 'supply.unread', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'undated' } },
    dating: { entry: { type: 'supply.answer', params: ({ context }) => ({ purchaseId: context.subject, yes: true, day: context.day }) }, on: { 'supply.answer.done': { target: 'dated', actions: noted }, 'supply.answer.refused': 'over' } },
    refusing: { entry: { type: 'supply.answer', params: ({ context }) => ({ purchaseId: context.subject, yes: false, day: '' }) }, on: { 'supply.answer.done': { target: 'refused', actions: noted }, 'supply.answer.refused': 'over' } },
    dated: { type: 'final', meta: { say: 'supply.dated' } },
    undated: { type: 'final', meta: { say: 'supply.undated' } },
    refused: { type: 'final', meta: { say: 'supply.refused' } },
    over: { type: 'final', meta: { say: 'supply.over' } },
  },
});
