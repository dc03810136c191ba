import { assign } from 'xstate';
import type { Command } from '../flow.ts';

/** A measure as it was said, in centimetres; `before` is '' where it was never taken, `was` chooses the words. */
export type Doubt = { key: string; name: string; cm: string; before: string; was: string };
/** What is asked on one page: names in their order, and an example of each. */
type Page = { page: number; pages: number; asks: string; example: string };
type Draft = { draft: Record<string, number>; same: boolean; doubts: Doubt[]; taken: string; complete: boolean };

/**
 * What a flow keeps that lets somebody dictate measures: whose, for what, and what they have said so far. `whose` is '' for the client,
 * `clientId` is '' where it is the client who speaks.
 */
export type Dictation = Page & Draft & { tenantId: string; clientId: string; channel: string; garmentId: string; garment: string; whose: string; typed: string; doubt: Doubt; sure: string[]; measureId: string };

const NO_DOUBT: Doubt = { key: '', name: '', cm: '', before: '', was: 'known' };
export const DICTATION: Dictation = {
  page: 0, pages: 1, asks: '', example: '', draft: {}, same: false, doubts: [], taken: '', complete: false,
  tenantId: '', clientId: '', channel: '', garmentId: '', garment: '', whose: '', typed: '', doubt: NO_DOUBT, sure: [], measureId: '',
};

/** Of whom: a client who speaks for themself, in the workshop named; or one that the workshop looks after. */
export type Measured = { tenantId: string; clientId: string };
type About = Measured & { garmentId: string };
export type DictationCommands = {
  'measures.ask': Command<About, Page>;
  'measures.read': Command<About & { whose: string; typed: string; page: number; draft: Record<string, number>; sure: string[] }, Page & Draft>;
  'measures.save': Command<About & { whose: string; draft: Record<string, number>; same: boolean }, { measureId: string; taken: string }>;
};

type Heard = { context: Dictation; event: Partial<Page & Draft & { text: string; measureId: string; reason: string }> };
const keep = (patch: (heard: Heard) => Partial<Dictation>) => assign(patch as never) as never;
const given = keep(({ context, event: { page = 0, pages = 1, asks = '', example = '', draft = context.draft, same = context.same, doubts = [], taken = context.taken, complete = false } }) =>
  ({ page, pages, asks, example, draft, same, doubts, taken, complete, doubt: doubts[0] ?? NO_DOUBT }));
const said = { target: 'reading', actions: keep(({ event }) => ({ typed: event.text ?? '' })) };
const when = (guard: (context: Dictation) => boolean, target: string) => ({ guard: ({ context }: { context: Dictation }) => guard(context), target });

/**
 * The states in which somebody dictates measures: in one line, or by pages where screens are small; what is odd is asked
 * again. The first is `preparing`; `next` is where the flow goes on with `measureId` and `taken`, `before` where 0 leads.
 */
export const dictation = (next: string, before: string) => ({
  preparing: {
    entry: { type: 'measures.ask' as const, params: ({ context: { tenantId, clientId, garmentId } }: { context: Dictation }) => ({ tenantId, clientId, garmentId }) },
    on: { 'measures.ask.done': { target: 'numbers', actions: [given, keep(() => ({ draft: {}, same: false, sure: [] }))] }, 'measures.ask.refused': before },
  },
  numbers: { meta: { say: 'measures.numbers', back: 'back' as const }, on: { said, back: before } },
  moreNumbers: { meta: { say: 'measures.moreNumbers', back: 'back' as const }, on: { said, back: 'preparing' } },
  numbersAgain: { meta: { say: 'measures.numbersAgain', back: 'back' as const }, on: { said, back: before } },
  reading: {
    entry: { type: 'measures.read' as const, params: ({ context: { tenantId, clientId, garmentId, whose, typed, page, draft, sure } }: { context: Dictation }) => ({ tenantId, clientId, garmentId, whose, typed, page, draft, sure }) },
    on: { 'measures.read.done': { target: 'sortingNumbers', actions: given }, 'measures.read.refused': 'numbersAgain' },
  },
  sortingNumbers: {
    always: [when(({ complete }) => !complete, 'moreNumbers'), when(({ doubts }) => doubts.length > 0, 'doubt'), when(({ channel }) => channel === 'ussd', 'check'), { target: 'saving' }],
  },
  doubt: {
    meta: { say: 'measures.doubt', choose: ['yes', 'fix'], back: 'back' as const },
    on: {
      'chose.yes': { target: 'sortingNumbers', actions: keep(({ context: { doubts: [sure, ...rest], ...context } }) => ({ doubts: rest, doubt: rest[0] ?? NO_DOUBT, sure: [...context.sure, `${sure?.key ?? ''} ${sure?.cm ?? ''}`] })) },
      'chose.fix': 'correction',
      back: 'preparing',
    },
  },
  check: { meta: { say: 'measures.check', choose: ['yes-good', 'fix'], back: 'cancel' as const }, on: { 'chose.yes-good': 'saving', 'chose.fix': 'correction', back: before } },
  correction: { meta: { say: 'measures.correction', back: 'back' as const }, on: { said, back: 'sortingNumbers' } },
  saving: {
    entry: { type: 'measures.save' as const, params: ({ context: { tenantId, clientId, garmentId, whose, draft, same } }: { context: Dictation }) => ({ tenantId, clientId, garmentId, whose, draft, same }) },
    on: { 'measures.save.done': { target: next, actions: keep(({ event: { measureId = '', taken = '' } }) => ({ measureId, taken })) }, 'measures.save.refused': 'numbersAgain' },
  },
});
