import { assign } from 'xstate';
import type { Choice, Command } from './flow.ts';

/** A client of the shop; what they owe it, which below nothing is what it owes them. */
export type Debtor = { clientId: string; name: string; owed: number };

/** What a flow about a client of the shop keeps to find them: as they were said, or picked. */
export type AboutClient = { whoSaid: string; people: Choice[]; whoWhy: string; debtor: Debtor };
export const ABOUT_CLIENT: AboutClient = { whoSaid: '', people: [], whoWhy: 'unknown', debtor: { clientId: '', name: '', owed: 0 } };

export type FindClient = { 'debtor.find': Command<{ said: string }, { debtor: Debtor }, { people?: Choice[] }> };

type Told = { context: AboutClient; event: { text?: string; id?: string; reason?: string; debtor?: Debtor; people?: Choice[] } };
const keep = (patch: (told: Told) => Partial<AboutClient>) => assign(patch as never) as never;

/**
 * The states in which it is said which client is meant. The first is `findingWho` where somebody was said, else `askingWho`, which asks
 * `<flow>.who`; `next` is where the flow goes on with `debtor`. The flow has a state `nobody`, for whom no client is called so, and `leaving`.
 */
export const whichClient = (flow: string, next: string) => ({
  askingWho: {
    meta: { say: `${flow}.who`, back: 'back' as const },
    on: { said: { target: 'findingWho', actions: keep(({ event }) => ({ whoSaid: event.text ?? '' })) }, back: 'leaving' },
  },
  findingWho: {
    entry: { type: 'debtor.find' as const, params: ({ context }: { context: AboutClient }) => ({ said: context.whoSaid }) },
    on: {
      'debtor.find.done': { target: next, actions: keep(({ event }) => (event.debtor === undefined ? {} : { debtor: event.debtor })) },
      'debtor.find.refused': [
        { guard: (({ event }: Told) => event.reason === 'unknown') as never, target: 'nobody' },
        { target: 'whichWho', actions: keep(({ event: { reason = '', people = [] } }) => ({ whoWhy: reason, people })) },
      ],
    },
  },
  whichWho: {
    meta: { say: 'debts.which', choose: 'people' as const, back: 'back' as const },
    on: { 'chose.again': 'askingWho', 'chose.*': { target: 'findingWho', actions: keep(({ event }) => ({ whoSaid: event.id ?? '' })) }, back: 'leaving' },
  },
});
