import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { isName } from '../name.ts';
import { NOBODY, whoCame, type WhoCame, type WhoCameCommands } from '../who-came.ts';

/** Where in a list one was, to come back to it from a card. */
type Place = { typed: string; after: string; isList: boolean };
type Clients = Place & {
  asked: { words?: string }; total: number; list: Choice[]; next: string; draft: WhoCame; shown: string; persons: Choice[]; why: string; given: { clientId: string; from: Partial<Place> };
};
export type ClientsCommands = WhoCameCommands & {
  'clients.open': Command<undefined, { total: number }>;
  /** Everybody where nothing is typed. */
  'clients.search': Command<{ typed: string; after: string }, { list: Choice[]; next: string }>;
  'clients.add': Command<{ draft: WhoCame }, { clientId: string }>;
};

const flow = setup({ types: {} as FlowTypes<Clients, ClientsCommands>, actions: commands<ClientsCommands>() });
const refused = { target: 'refused', actions: assign({ why: ({ event }: { event: { reason: string } }) => event.reason }) as never };

/** « client awa », « client 42 »: a client of the workshop is found by name, phone or order, or added. */
export const clients = flow.createMachine({
  id: 'clients',
  version: '1',
  context: { asked: {}, typed: '', after: '', isList: false, total: 0, list: [], next: '', draft: NOBODY, shown: '', persons: [], why: 'unknown', given: { clientId: '', from: {} } },
  initial: 'beginning',
  states: {
    beginning: {
      always: [
        { guard: ({ context }) => context.asked.words !== undefined, target: 'searching', actions: assign(({ context }) => ({ typed: context.asked.words ?? '' })) },
        { guard: ({ context }) => context.isList, target: 'searching' },
        { target: 'opening' },
      ],
    },
    opening: { entry: 'clients.open', on: { 'clients.open.done': { target: 'menu', actions: assign(({ event }) => ({ total: event.total, draft: NOBODY })) }, 'clients.open.refused': refused } },
    menu: {
      meta: { say: 'clients.menu', choose: ['search', 'all', 'add'].map((id, at) => ({ id, key: String(at + 1) })), back: 'back', first: true },
      on: { 'chose.search': 'typing', 'chose.all': { target: 'searching', actions: assign({ typed: '', after: '' }) }, 'chose.add': 'phone', back: 'left' },
    },
    typing: { meta: { say: 'clients.typing', back: 'back' }, on: { said: { target: 'searching', actions: assign(({ event }) => ({ typed: event.text, after: '' })) }, back: 'opening' } },
    searching: {
      entry: { type: 'clients.search', params: ({ context: { typed, after } }) => ({ typed, after }) },
      on: { 'clients.search.done': { target: 'sorting', actions: assign(({ event: { list, next } }) => ({ list, next })) }, 'clients.search.refused': refused },
    },
    sorting: {
      always: [
        { guard: ({ context: { list, typed } }) => list.length === 0 && typed === '', target: 'empty' },
        { guard: ({ context }) => context.list.length === 0, target: 'none' },
        { guard: ({ context: { list, typed, after, isList } }) => list.length === 1 && after === '' && typed !== '' && !isList, target: 'toClient', actions: assign(({ context }) => ({ given: { clientId: context.list[0]?.id ?? '', from: {} } })) },
        { target: 'list' },
      ],
    },
    list: {
      meta: { say: 'clients.list', choose: 'list', back: 'back', first: true },
      on: {
        'chose.next': { target: 'searching', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'toClient', actions: assign(({ context: { typed, after }, event }) => ({ given: { clientId: event.id, from: { typed, after, isList: true } } })) },
        back: [{ guard: ({ context }) => context.after !== '', target: 'searching', actions: assign({ after: '' }) }, { target: 'opening', actions: assign({ isList: false }) }],
      },
    },
    none: {
      meta: { say: 'clients.none', choose: ['add', 'retry'], back: 'back', first: true },
      on: {
        'chose.add': [{ guard: ({ context }) => isName(context.typed), target: 'phone', actions: assign(({ context }) => ({ draft: { ...NOBODY, name: context.typed.trim() } })) }, { target: 'phone', actions: assign({ draft: NOBODY }) }],
        'chose.retry': 'typing', back: 'opening',
      },
    },
    empty: { meta: { say: 'clients.empty', choose: ['add'], back: 'back', first: true }, on: { 'chose.add': 'phone', back: 'opening' } },
    ...whoCame('adding'),
    adding: {
      entry: { type: 'clients.add', params: ({ context }) => ({ draft: context.draft }) },
      on: { 'clients.add.done': { target: 'added', actions: assign(({ event }) => ({ given: { clientId: event.clientId, from: {} } })) }, 'clients.add.refused': refused },
    },
    added: { type: 'final', meta: { goto: 'client', give: 'given', notice: 'clients.added' } },
    toClient: { type: 'final', meta: { goto: 'client', give: 'given' } },
    refused: { type: 'final', meta: { say: 'clients.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
