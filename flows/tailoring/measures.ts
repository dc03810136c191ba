import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { DICTATION, dictation, type Dictation, type DictationCommands, type Measured } from './dictation.ts';
import { isWords } from './is-words.ts';

/** As they were once taken, and by whom: `by` is empty for the client. */
type Version = { id: string; taken: string; takenOn: string; by: string };
type Measures = Dictation & {
  asked: { named?: string }; shops: Choice[]; business: string; people: Choice[]; measured: string; takenOn: string; ways: Choice[]; profileId: string;
  after: string; next: string; list: Choice[]; versions: Version[]; version: Version; side: string; place: { clientId: string };
};
export type MeasuresCommands = DictationCommands & {
  'measures.people': Command<Measured, { channel: string; tenantId: string; business: string; people: Choice[] }, { shops?: Choice[] }>;
  'measures.see': Command<Measured & { whose: string }, { name: string; measured: string; taken: string; takenOn: string; ways: Choice[]; profileId: string }>;
  'measures.history': Command<Measured & { profileId: string; after: string }, { list: Choice[]; versions: Version[]; next: string }>;
};

const flow = setup({ types: {} as FlowTypes<Measures, MeasuresCommands>, actions: commands<MeasuresCommands>() });
/** Behind the last page only measures that are named are read. */
const NO_PAGE = 99;
const NO_VERSION: Version = { id: '', taken: '', takenOn: '', by: '' };
const of = ({ tenantId, clientId }: Measures): Measured => ({ tenantId, clientId });
const byStaff = (target: string) => ({ guard: ({ context }: { context: Measures }) => context.clientId !== '', target });

/** Measures of a client or of somebody they order for, seen and dictated: by the client, or by staff for the client whose card they come from. What was taken before is kept. */
export const measures = flow.createMachine({
  id: 'measures',
  version: '2',
  context: {
    ...DICTATION, asked: {}, shops: [], business: '', people: [], measured: 'no', takenOn: '', ways: [], profileId: '', after: '', next: '', list: [], versions: [], version: NO_VERSION, side: 'own', place: { clientId: '' },
  },
  initial: 'opening',
  states: {
    opening: { always: { target: 'listing', actions: assign(({ context }) => ({ tenantId: context.asked.named ?? '', side: context.clientId === '' ? 'own' : 'theirs', place: { clientId: context.clientId } })) } },
    listing: {
      entry: { type: 'measures.people', params: ({ context }) => of(context) },
      on: {
        'measures.people.done': { target: 'person', actions: assign(({ event: { channel, tenantId, business, people } }) => ({ channel, tenantId, business, people })) },
        'measures.people.refused': [{ guard: ({ event }) => event.reason === 'several', target: 'shop', actions: assign(({ event }) => ({ shops: event.shops ?? [] })) }, byStaff('leaving'), { target: 'nowhere' }],
      },
    },
    shop: { meta: { say: 'measures.shop', choose: 'shops', back: 'back' }, on: { 'chose.*': { target: 'listing', actions: assign(({ event }) => ({ tenantId: event.id })) }, back: 'leaving' } },
    nowhere: { type: 'final', meta: { say: 'measures.nowhere' } },
    person: {
      meta: { say: 'measures.person', choose: 'people', back: 'back' },
      on: { 'chose.own': { target: 'looking', actions: assign({ whose: '' }) }, 'chose.another': 'whose', 'chose.*': { target: 'looking', actions: assign(({ event }) => ({ whose: event.id })) }, back: 'leaving' },
    },
    whose: {
      meta: { say: 'measures.whose', back: 'back' },
      on: { said: { guard: ({ event }) => isWords(event.text), target: 'looking', actions: assign(({ event }) => ({ whose: event.text.trim() })) }, back: 'person' },
    },
    looking: {
      entry: { type: 'measures.see', params: ({ context }) => ({ ...of(context), whose: context.whose }) },
      on: {
        'measures.see.done': { target: 'sorting', actions: assign(({ event: { name, measured, taken, takenOn, ways, profileId } }) => ({ garment: name, measured, taken, takenOn, ways, profileId, after: '' })) },
        'measures.see.refused': 'leaving',
      },
    },
    sorting: { always: [{ guard: ({ context }) => context.measured === 'yes', target: 'known' }, { guard: ({ context }) => context.ways.length > 0, target: 'preparing' }, { target: 'unmeasured' }] },
    known: {
      meta: { say: 'measures.known', choose: 'ways', back: 'back' },
      on: {
        'chose.dictate': 'preparing', 'chose.fix': { target: 'correction', actions: assign({ draft: {}, doubts: [], sure: [], page: NO_PAGE, complete: true }) }, 'chose.history': 'recalling', 'chose.*': 'looking',
        back: 'listing',
      },
    },
    unmeasured: { meta: { say: 'measures.unmeasured', choose: ['client'], back: 'back' }, on: { 'chose.client': 'toClient', back: 'listing' } },
    recalling: {
      entry: { type: 'measures.history', params: ({ context }) => ({ ...of(context), profileId: context.profileId, after: context.after }) },
      on: { 'measures.history.done': { target: 'history', actions: assign(({ event: { list, versions, next } }) => ({ list, versions, next })) }, 'measures.history.refused': 'leaving' },
    },
    history: {
      meta: { say: 'measures.history', choose: 'list', back: 'back' },
      on: {
        'chose.next': { target: 'recalling', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'version', actions: assign(({ context, event }) => ({ version: context.versions.find(({ id }) => id === event.id) ?? NO_VERSION })) },
        back: 'looking',
      },
    },
    version: { meta: { say: 'measures.version', choose: ['versions'], back: 'back' }, on: { 'chose.versions': 'history', back: 'looking' } },
    ...dictation('thanking', 'listing'),
    thanking: { always: [byStaff('taken'), { target: 'saved' }] },
    taken: { meta: { say: 'measures.saved', choose: ['client'], back: 'menu', done: true }, on: { 'chose.client': 'toClient', back: 'left' } },
    saved: { type: 'final', meta: { say: 'measures.saved' } },
    leaving: { always: [byStaff('toClient'), { target: 'left' }] },
    toClient: { type: 'final', meta: { goto: 'client', give: 'place' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
