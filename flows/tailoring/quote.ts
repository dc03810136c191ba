import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

type Day = `${number}-${number}-${number}`;
/** `price` is what they say yes to. */
type Price = { price: number; deposit: number; day: string };
type Ahead = { asked: { order?: { seq: number; year: number }; named?: string; deposit?: boolean } };
type Quote = Omit<AboutOwnOrder, 'asked'> & {
  asked: AboutOwnOrder['asked'] & { verb?: string; amount?: number };
  waiting: Choice[]; quote: Price; /** What was read before they answered. */ seen: number | null; changed: string; /** Why not the day that was promised. */ late: string; freeOn: Day | ''; day: Day | ''; sure: boolean; person: string; ahead: Ahead; told: string; refusal: string;
};
type Where = { orderId: string; tenantId: string };
export type QuoteCommands = FindOwnOrder & {
  'quote.waiting': Command<undefined, { waiting: Choice[] }>;
  'quote.look': Command<Where, { quote: Price }>;
  'quote.accept': Command<Where & { seen: number | null; day: Day | ''; sure: boolean }, { deposit: number; day: Day }, { freeOn?: Day; person?: string }>;
  'quote.refuse': Command<Where, object>;
  'quote.agreeDay': Command<Where, { day: string }>;
  'quote.negotiate': Command<Where & { words: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<Quote, QuoteCommands>, actions: commands<QuoteCommands>() });
const of = ({ order }: Quote): Where => ({ orderId: order.orderId, tenantId: order.tenantId });
const why = (reason: string) => ({ guard: ({ context }: { context: Quote }) => context.refusal === reason });
const says = (verb: string) => ({ guard: ({ context: { asked } }: { context: Quote }) => asked.order !== undefined && asked.verb === verb });

/** A client answers the price and the day of a workshop: yes, no, or another price. A yes leads to the deposit. */
export const quote = flow.createMachine({
  id: 'quote',
  version: '1',
  context: {
    ...ABOUT_OWN_ORDER, waiting: [], quote: { price: 0, deposit: 0, day: '' }, seen: null, changed: 'same', late: 'full', freeOn: '', day: '', sure: false, person: '', ahead: { asked: {} },
    told: 'refused', refusal: 'answered',
  },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('quote', 'looking', 'listing'),
    listing: { entry: 'quote.waiting', on: { 'quote.waiting.done': { target: 'sorting', actions: assign(({ event }) => ({ waiting: event.waiting })) }, 'quote.waiting.refused': 'none' } },
    sorting: {
      always: [
        { guard: ({ context }) => context.waiting.length === 0, target: 'none' },
        { guard: ({ context }) => context.waiting.length === 1, target: 'finding', actions: assign(({ context }) => ({ said: context.waiting[0]?.id ?? '' })) },
        { target: 'waiting' },
      ],
    },
    waiting: { meta: { say: 'quote.waiting', choose: 'waiting', back: 'back' }, on: { 'chose.*': { target: 'finding', actions: assign(({ event }) => ({ said: event.id })) }, back: 'leaving' } },
    none: { type: 'final', meta: { say: 'quote.none' } },

    looking: {
      entry: { type: 'quote.look', params: ({ context }) => of(context) },
      on: {
        'quote.look.done': { target: 'hearing', actions: assign(({ event }) => ({ quote: event.quote })) },
        'quote.look.refused': { target: 'weighing', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    // A yes to no price may be one to a new day.
    weighing: { always: [{ guard: ({ context }) => context.refusal === 'answered' && context.asked.verb === 'accept', target: 'agreeing' }, { target: 'refused' }] },
    agreeing: {
      entry: { type: 'quote.agreeDay', params: ({ context }) => of(context) },
      on: {
        'quote.agreeDay.done': { target: 'told', actions: assign(({ context, event }) => ({ told: 'dayAgreed', quote: { ...context.quote, day: event.day } })) },
        'quote.agreeDay.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    // Who wrote the number with the word answers the price they were told; a button says which that was.
    hearing: {
      always: [
        { ...says('accept'), target: 'accepting', actions: assign(({ context }) => ({ seen: context.asked.amount ?? null })) },
        { ...says('decline'), target: 'refusing' }, { ...says('negotiate'), target: 'words' }, { target: 'shown' },
      ],
    },
    shown: {
      meta: { say: 'quote.shown', choose: [{ id: 'yes', key: '1' }, { id: 'negotiate', key: '2' }, { id: 'no', key: '3' }], back: 'back' },
      on: { 'chose.yes': { target: 'accepting', actions: assign(({ context }) => ({ seen: context.quote.price })) }, 'chose.negotiate': 'words', 'chose.no': 'refusing', back: 'leaving' },
    },
    accepting: {
      entry: { type: 'quote.accept', params: ({ context }) => ({ ...of(context), seen: context.seen, day: context.day, sure: context.sure }) },
      on: {
        'quote.accept.done': { target: 'paying', actions: assign(({ context: { order: { seq, year, tenantId }, quote: known }, event }) => ({ quote: { ...known, deposit: event.deposit, day: event.day }, ahead: { asked: { order: { seq, year }, named: tenantId, deposit: true } } })) },
        'quote.accept.refused': { target: 'judging', actions: assign(({ context, event: { reason, freeOn, person } }) => ({ refusal: reason, late: reason, freeOn: freeOn ?? '', person: person ?? context.person })) },
      },
    },
    paying: { always: [{ guard: ({ context }) => context.quote.deposit > 0, target: 'toPay' }, { target: 'told', actions: assign({ told: 'accepted' }) }] },
    toPay: { type: 'final', meta: { goto: 'pay', give: 'ahead', notice: 'quote.agreed' } },
    judging: {
      always: [
        { guard: ({ context }) => context.freeOn !== '', target: 'full' },
        { ...why('changed'), target: 'changing' }, { ...why('who'), target: 'who' }, { target: 'refused' },
      ],
    },
    full: {
      meta: { say: 'quote.full', choose: [{ id: 'later', key: '1' }, { id: 'no', key: '2' }], back: 'back' },
      on: { 'chose.later': { target: 'accepting', actions: assign(({ context }) => ({ day: context.freeOn })) }, 'chose.no': 'refusing', back: 'leaving' },
    },
    changing: {
      entry: { type: 'quote.look', params: ({ context }) => of(context) },
      on: {
        'quote.look.done': { target: 'shown', actions: assign(({ event }) => ({ quote: event.quote, changed: 'new' })) },
        'quote.look.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    who: {
      meta: { say: 'quote.who', choose: [{ id: 'itsMe', key: '1' }, { id: 'notMe', key: '2' }], back: 'back' },
      on: { 'chose.itsMe': { target: 'accepting', actions: assign({ sure: true }) }, 'chose.notMe': 'leaving', back: 'leaving' },
    },
    words: { meta: { say: 'quote.words', back: 'back' }, on: { said: { target: 'negotiating', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'shown' } },
    negotiating: {
      entry: { type: 'quote.negotiate', params: ({ context }) => ({ ...of(context), words: context.typed }) },
      on: { 'quote.negotiate.done': { target: 'told', actions: assign({ told: 'negotiated' }) }, 'quote.negotiate.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    refusing: {
      entry: { type: 'quote.refuse', params: ({ context }) => of(context) },
      on: { 'quote.refuse.done': { target: 'told', actions: assign({ told: 'refused' }) }, 'quote.refuse.refused': { target: 'refused', actions: assign({ refusal: 'answered' }) } },
    },
    told: { type: 'final', meta: { say: 'quote.told' } },
    refused: { type: 'final', meta: { say: 'quote.refused' } },
  },
});
