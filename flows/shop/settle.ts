import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_CLIENT, whichClient, type AboutClient, type FindClient } from '../which-client.ts';

type Written = { who?: string; amount?: number; method?: string; settled?: number };
type Settle = AboutClient & { asked: Written; amount: number; how: string; sure: boolean; minutes: number; typed: string; number: string; seq: number; remaining: number; told: string; undone: { number: string; name: string; amount: number; owed: number }; refusal: string; undoing: string };

export type SettleCommands = FindClient & {
  'debt.amount': Command<{ text: string }, { amount: number }>;
  'debt.take': Command<{ clientId: string; amount: number; how: string; sure: boolean }, { number: string; seq: number; remaining: number; reached: boolean }, { owed?: number; minutes?: number }>;
  'debt.undo': Command<{ seq: number }, { undone: Settle['undone'] }>;
};

const flow = setup({ types: {} as FlowTypes<Settle, SettleCommands>, actions: commands<SettleCommands>() });

/** « paye awa 5000 »: what a client pays of what they owe is noted at once where the line says all, and may be undone; never more than they owe. */
export const settle = flow.createMachine({
  id: 'settle',
  version: '1',
  context: { ...ABOUT_CLIENT, asked: {}, amount: 0, how: '', sure: false, minutes: 0, typed: '', number: '', seq: 0, remaining: 0, told: 'told', undone: { number: '', name: '', amount: 0, owed: 0 }, refusal: 'unknown', undoing: 'unknown' },
  initial: 'seeking',
  states: {
    seeking: {
      always: [
        // « annule P-12 »
        { guard: ({ context }) => context.asked.settled !== undefined, target: 'undoing', actions: assign(({ context }) => ({ seq: context.asked.settled ?? 0 })) },
        { guard: ({ context }) => context.asked.who !== undefined, target: 'findingWho', actions: assign(({ context }) => ({ whoSaid: context.asked.who ?? '' })) },
        { guard: ({ context }) => context.whoSaid !== '', target: 'findingWho' },
        { target: 'toDebts' },
      ],
    },
    ...whichClient('settle', 'sorting'),
    nobody: { meta: { say: 'debts.nobody', choose: ['again', 'all'], back: 'back' }, on: { 'chose.again': 'askingWho', 'chose.all': 'toDebts', back: 'leaving' } },
    sorting: {
      always: [
        { guard: ({ context }) => context.debtor.owed <= 0, target: 'refused', actions: assign({ refusal: 'nothing' }) },
        { guard: ({ context }) => context.asked.amount !== undefined, target: 'taking', actions: assign(({ context: { asked } }) => ({ amount: asked.amount ?? 0, how: asked.method ?? 'cash' })) },
        { target: 'amount' },
      ],
    },
    amount: {
      meta: { say: 'settle.amount', choose: ['all', 'part'], back: 'cancel' },
      on: { 'chose.all': { target: 'choosing', actions: assign(({ context }) => ({ amount: context.debtor.owed })) }, 'chose.part': 'part', back: 'leaving' },
    },
    part: { meta: { say: 'settle.part', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'amount' } },
    reading: {
      entry: { type: 'debt.amount', params: ({ context }) => ({ text: context.typed }) },
      on: { 'debt.amount.done': { target: 'choosing', actions: assign(({ event }) => ({ amount: event.amount })) }, 'debt.amount.refused': 'part' },
    },
    choosing: {
      always: [
        { guard: ({ context: { asked, how } }) => how !== '' || asked.method !== undefined, target: 'taking', actions: assign(({ context: { asked, how } }) => ({ how: how === '' ? (asked.method ?? '') : how })) },
        { target: 'how' },
      ],
    },
    how: { meta: { say: 'settle.how', choose: ['cash', 'momo'], back: 'cancel' }, on: { 'chose.cash': { target: 'taking', actions: assign({ how: 'cash' }) }, 'chose.momo': { target: 'taking', actions: assign({ how: 'momo' }) }, back: 'leaving' } },
    taking: {
      entry: { type: 'debt.take', params: ({ context: { debtor, amount, how, sure } }) => ({ clientId: debtor.clientId, amount, how, sure }) },
      on: {
        'debt.take.done': { target: 'taken', actions: assign(({ event: { number, seq, remaining, reached } }) => ({ number, seq, remaining, told: reached ? 'told' : 'untold' })) },
        'debt.take.refused': [
          { guard: ({ event }) => event.reason === 'tooMuch', target: 'tooMuch', actions: assign(({ context, event }) => ({ debtor: { ...context.debtor, owed: event.owed ?? 0 } })) },
          { guard: ({ event }) => event.reason === 'again', target: 'again', actions: assign(({ event }) => ({ minutes: event.minutes ?? 0 })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    tooMuch: {
      meta: { say: 'settle.tooMuch', choose: ['due', 'other'], back: 'cancel' },
      on: { 'chose.due': { target: 'taking', actions: assign(({ context }) => ({ amount: context.debtor.owed })) }, 'chose.other': 'part', back: 'leaving' },
    },
    again: { meta: { say: 'settle.again', choose: ['yes', 'no'], back: 'cancel' }, on: { 'chose.yes': { target: 'taking', actions: assign({ sure: true }) }, 'chose.no': 'leaving', back: 'leaving' } },
    taken: { meta: { say: 'settle.taken', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'undoing', back: 'leaving' } },
    undoing: {
      entry: { type: 'debt.undo', params: ({ context }) => ({ seq: context.seq }) },
      on: { 'debt.undo.done': { target: 'undone', actions: assign(({ event }) => ({ undone: event.undone })) }, 'debt.undo.refused': { target: 'notUndone', actions: assign(({ event }) => ({ undoing: event.reason })) } },
    },
    undone: { type: 'final', meta: { say: 'settle.undone' } },
    notUndone: { type: 'final', meta: { say: 'settle.notUndone' } },
    refused: { type: 'final', meta: { say: 'settle.refused' } },
    toDebts: { type: 'final', meta: { goto: 'debts' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
