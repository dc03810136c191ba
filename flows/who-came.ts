import { assign } from 'xstate';
import type { Choice, Command } from './flow.ts';
import { isName } from './name.ts';

/** Who stands in the workshop, as far as they are known. Without a phone `phone` is empty; `personId` is somebody known by the phone. */
export type WhoCame = { phone: string; personId: string; another: boolean; name: string };
export const NOBODY: WhoCame = { phone: '', personId: '', another: false, name: '' };

/** What a flow keeps that asks who came: what it enters of them is in `draft`. */
type Asking = { draft: WhoCame; typed: string; shown: string; persons: Choice[]; why: string };
export type WhoCameCommands = { 'walkIn.phone': Command<{ text: string }, { phone: string; shown: string; renewed: boolean; persons: Choice[] }> };

type Heard = { context: Asking; event: { text?: string; id?: string; phone?: string; shown?: string; renewed?: boolean; persons?: Choice[]; reason?: string } };
const keep = (patch: (heard: Heard) => Partial<Asking>) => assign(patch as never) as never;
const drafted = (patch: (heard: Heard) => Partial<WhoCame>) => keep((heard) => ({ draft: { ...heard.context.draft, ...patch(heard) } }));
const found = keep(({ context, event: { phone = '', shown = '', persons = [] } }) => ({ shown, persons, draft: { ...context.draft, phone } }));
const typed = { target: 'lookingUp', actions: keep(({ event }) => ({ typed: event.text ?? '' })) };
const without = { target: 'calling', actions: drafted(() => ({ phone: '', personId: '' })) };
const when = (guard: (heard: Heard) => boolean, target: string) => ({ guard: guard as never, target });

/**
 * The states in which staff says who came: by the phone, and who of those who are known by it; else by the name. The first is
 * `phone`; `next` is where the flow goes on, which has states `refused` and `left` too.
 */
export const whoCame = (next: string) => ({
  // Here 0 is « no phone », as it is printed.
  phone: { meta: { say: 'walkIn.phone', back: 'without' as const }, on: { said: typed, back: without } },
  badPhone: { meta: { say: 'walkIn.badPhone', back: 'without' as const }, on: { said: typed, back: without } },
  lookingUp: {
    entry: { type: 'walkIn.phone' as const, params: ({ context }: { context: Asking }) => ({ text: context.typed }) },
    on: {
      'walkIn.phone.done': [{ ...when(({ event }) => event.renewed === true, 'renewed'), actions: found }, { target: 'telling', actions: found }],
      'walkIn.phone.refused': [{ ...when(({ event }) => event.reason === 'right', 'refused'), actions: keep(() => ({ why: 'right' })) }, { target: 'badPhone' }],
    },
  },
  renewed: { meta: { say: 'walkIn.renewed', choose: ['yes', 'again'], back: 'cancel' as const }, on: { 'chose.yes': 'telling', 'chose.again': 'phone', back: 'left' } },
  telling: { always: [when(({ context }) => context.persons.length > 0, 'known'), { target: 'calling' }] },
  known: {
    meta: { say: 'walkIn.known', choose: 'persons' as const, back: 'back' as const },
    on: {
      'chose.another': { target: 'name', actions: drafted(() => ({ another: true })) },
      'chose.*': { target: next, actions: drafted(({ context: { persons }, event: { id = '' } }) => ({ personId: id, name: persons.find((person) => person.id === id)?.label ?? '' })) },
      back: 'phone',
    },
  },
  calling: { always: [when(({ context }) => context.draft.name !== '', next), { target: 'name' }] },
  name: {
    meta: { say: 'walkIn.name', back: 'back' as const },
    on: { said: { guard: (({ event }: Heard) => isName(event.text ?? '')) as never, target: next, actions: drafted(({ event: { text = '' } }) => ({ name: text.trim() })) }, back: 'phone' },
  },
});
