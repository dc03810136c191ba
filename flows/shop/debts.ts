import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_CLIENT, whichClient, type AboutClient, type FindClient } from '../which-client.ts';

type Owed = { state: 'owes' | 'even' | 'kept'; owed: number; since: string; lines: string };
type Debts = AboutClient & { asked: { who?: string }; from: number; next: number; list: Choice[]; count: number; total: number; before: string; older: string; owed: Owed; acts: Choice[]; given: { whoSaid: string }; refusal: string };

export type DebtsCommands = FindClient & {
  'debts.list': Command<{ from: number }, { list: Choice[]; count: number; total: number; next: number }>;
  'debts.see': Command<{ clientId: string; before: string }, { owed: Owed; acts: Choice[]; older: string }>;
  'debts.remind': Command<{ clientId: string }, { owed: number }>;
};

const flow = setup({ types: {} as FlowTypes<Debts, DebtsCommands>, actions: commands<DebtsCommands>() });

const older = { target: 'seeing', actions: assign(({ context }: { context: Debts }) => ({ before: context.older })) as never };

/** « doit », « doit awa »: who owes the shop, how much of it is whose, since when and for what. */
export const debts = flow.createMachine({
  id: 'debts',
  version: '1',
  context: { ...ABOUT_CLIENT, asked: {}, from: 0, next: 0, list: [], count: 0, total: 0, before: '', older: '', owed: { state: 'even', owed: 0, since: '', lines: '' }, acts: [], given: { whoSaid: '' }, refusal: 'unknown' },
  initial: 'seeking',
  states: {
    seeking: {
      always: [
        { guard: ({ context }) => context.asked.who !== undefined, target: 'findingWho', actions: assign(({ context }) => ({ whoSaid: context.asked.who ?? '' })) },
        { target: 'listing' },
      ],
    },
    ...whichClient('debts', 'seeing'),
    nobody: { meta: { say: 'debts.nobody', choose: ['again', 'all'], back: 'back' }, on: { 'chose.again': 'askingWho', 'chose.all': 'listing', back: 'leaving' } },
    listing: {
      entry: { type: 'debts.list', params: ({ context }) => ({ from: context.from }) },
      on: {
        'debts.list.done': [
          { guard: ({ event }) => event.count === 0, target: 'none' },
          { target: 'listed', actions: assign(({ event: { list, count, total, next } }) => ({ list, count, total, next })) },
        ],
        'debts.list.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    listed: {
      meta: { say: 'debts.listed', choose: 'list', back: 'back', first: true },
      on: {
        'chose.next': { target: 'listing', actions: assign(({ context }) => ({ from: context.next })) },
        'chose.*': { target: 'findingWho', actions: assign(({ event }) => ({ whoSaid: event.id })) },
        back: [{ guard: ({ context }) => context.from > 0, target: 'listing', actions: assign({ from: 0 }) }, { target: 'leaving' }],
      },
    },
    none: { type: 'final', meta: { say: 'debts.none' } },
    seeing: {
      entry: { type: 'debts.see', params: ({ context: { debtor, before } }) => ({ clientId: debtor.clientId, before }) },
      on: {
        'debts.see.done': { target: 'seen', actions: assign(({ context: { debtor }, event: { owed, acts, older } }) => ({ owed, acts, older, given: { whoSaid: debtor.clientId } })) },
        'debts.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    seen: {
      meta: { say: 'debts.seen', choose: 'acts', back: 'back', first: true },
      on: {
        'chose.paid': 'toSettle', 'chose.remind': 'reminding',
        'chose.older': older, 'chose.*': older,
        back: [
          { guard: ({ context }) => context.before !== '', target: 'seeing', actions: assign({ before: '' }) },
          { guard: ({ context }) => context.list.length > 0, target: 'listing' },
          { target: 'leaving' },
        ],
      },
    },
    reminding: {
      entry: { type: 'debts.remind', params: ({ context }) => ({ clientId: context.debtor.clientId }) },
      on: { 'debts.remind.done': 'reminded', 'debts.remind.refused': { target: 'unreminded', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    reminded: { type: 'final', meta: { say: 'debts.reminded' } },
    unreminded: { type: 'final', meta: { say: 'debts.unreminded' } },
    refused: { type: 'final', meta: { say: 'debts.refused' } },
    toSettle: { type: 'final', meta: { goto: 'settle', give: 'given' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
