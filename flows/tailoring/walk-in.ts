import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { NOBODY, whoCame, type WhoCame, type WhoCameCommands } from '../who-came.ts';

export type Urgency = 'normal' | 'urgent';
/** Millimetres, by what is measured. */
type Values = Record<string, number>;
/** What is entered so far. `measureId` is what was measured before and is kept; `price` 0 is a price to come; `clientId` is a client whose card the order comes from. */
export type WalkInDraft = WhoCame & {
  clientId: string; garmentTypeId: string; values: Values; measureId: string; same: boolean;
  urgency: Urgency; scale: number; price: number; shownAt: string; day: string; force: string;
};
type WalkIn = {
  draft: WalkInDraft; typed: string; shown: string; persons: Choice[]; garments: Choice[]; garment: string; taken: string; kept: string; wanted: string; spoken: string;
  load: number; most: string; freeOn: string; orderId: string; number: string; why: string; unfit: string;
};

export type WalkInCommands = WhoCameCommands & {
  'walkIn.garments': Command<undefined, { garments: Choice[] }>;
  'walkIn.garment': Command<{ draft: WalkInDraft }, { garment: string; measures: 'none' | 'known' | 'new'; taken: string; kept: string; wanted: string }>;
  'walkIn.dictate': Command<{ text: string; garmentTypeId: string }, { values: Values; same: boolean }, { values?: Values; same?: boolean; spoken?: string }>;
  'walkIn.offer': Command<{ draft: WalkInDraft }, { scale: number; day: string; shownAt: string }>;
  'walkIn.price': Command<{ text: string }, { price: number }>;
  'walkIn.day': Command<{ text: string }, { day: string }, { day?: string }>;
  'walkIn.week': Command<{ draft: WalkInDraft }, { load: number; most: string; room: boolean; freeOn: string }>;
  'walkIn.place': Command<{ draft: WalkInDraft }, { orderId: string; number: string; then: 'sent' | 'paper' | 'unpriced' }, { price?: number; shownAt?: string }>;
  'walkIn.confirm': Command<{ orderId: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<WalkIn, WalkInCommands>, actions: commands<WalkInCommands>() });
/** Of nobody and of nothing yet. */
export const NO_ORDER: WalkInDraft = { ...NOBODY, clientId: '', garmentTypeId: '', values: {}, measureId: '', same: false, urgency: 'normal', scale: 0, price: 0, shownAt: '', day: '', force: '' };

/** Keeps what is typed for the command that reads it. */
const typed = (target: string) => ({ target, actions: assign({ typed: ({ event }: { event: { text: string } }) => event.text }) as never });
type Patch = (event: { id?: string; text?: string; context: WalkIn }) => Partial<WalkInDraft>;
const drafted = (target: string, patch: Patch) => ({
  target, actions: assign(({ context, event }: { context: WalkIn; event: object }) => ({ draft: { ...context.draft, ...patch({ ...event, context }) } })) as never,
});
const refused = { target: 'refused', actions: assign({ why: ({ event }: { event: { reason: string } }) => event.reason }) as never };

const summary = (say: string) => ({
  meta: { say, choose: [{ id: 'save', key: '1' }, { id: 'urgent', key: '2' }], back: 'cancel' as const },
  on: { 'chose.save': 'placing', 'chose.urgent': drafted('offering', () => ({ urgency: 'urgent', force: '' })), back: 'left' },
});

/** « nouveau »: whoever stands in the workshop, what they want sewn, at what price and for when. With a phone they are asked for their yes. */
export const walkIn = flow.createMachine({
  id: 'walkIn',
  version: '1',
  context: { draft: NO_ORDER, typed: '', shown: '', persons: [], garments: [], garment: '', taken: '', kept: '', wanted: '', spoken: '', load: 0, most: '', freeOn: '', orderId: '', number: '', why: 'unknown', unfit: 'unread' },
  initial: 'beginning',
  states: {
    beginning: { always: [{ guard: ({ context }) => context.draft.clientId !== '', target: 'listing' }, { target: 'phone' }] },
    ...whoCame('listing'),
    listing: {
      entry: 'walkIn.garments',
      on: { 'walkIn.garments.done': { target: 'garment', actions: assign(({ event }) => ({ garments: event.garments })) }, 'walkIn.garments.refused': refused },
    },
    garment: { meta: { say: 'walkIn.garment', choose: 'garments', back: 'cancel' }, on: { 'chose.*': drafted('knowing', ({ id = '' }) => ({ garmentTypeId: id })), back: 'left' } },
    knowing: {
      entry: { type: 'walkIn.garment', params: ({ context }) => ({ draft: context.draft }) },
      on: {
        'walkIn.garment.done': [
          { guard: ({ event }) => event.measures === 'none', target: 'offering', actions: assign(({ event }) => ({ garment: event.garment })) },
          { guard: ({ event }) => event.measures === 'known', target: 'measured', actions: assign(({ event: { garment, taken, kept, wanted } }) => ({ garment, taken, kept, wanted })) },
          { target: 'unmeasured', actions: assign(({ event: { garment, wanted } }) => ({ garment, wanted })) },
        ],
        'walkIn.garment.refused': refused,
      },
    },
    measured: { meta: { say: 'walkIn.measured', choose: ['keep', 'dictate', 'later'], back: 'back' }, on: { 'chose.keep': drafted('offering', ({ context }) => ({ measureId: context.kept })), 'chose.dictate': 'dictating', 'chose.later': 'offering', back: 'garment' } },
    unmeasured: { meta: { say: 'walkIn.unmeasured', choose: ['dictate', 'later'], back: 'back' }, on: { 'chose.dictate': 'dictating', 'chose.later': 'offering', back: 'garment' } },
    dictating: { meta: { say: 'walkIn.dictating', back: 'back' }, on: { said: typed('reading'), back: 'unmeasured' } },
    reading: {
      entry: { type: 'walkIn.dictate', params: ({ context }) => ({ text: context.typed, garmentTypeId: context.draft.garmentTypeId }) },
      on: {
        'walkIn.dictate.done': { target: 'offering', actions: assign(({ context, event: { values, same } }) => ({ draft: { ...context.draft, values, same } })) },
        'walkIn.dictate.refused': [
          { guard: ({ event }) => event.reason === 'doubt', target: 'doubtful', actions: assign(({ context, event: { values = {}, same = false, spoken = '' } }) => ({ spoken, draft: { ...context.draft, values, same } })) },
          { target: 'misread' },
        ],
      },
    },
    misread: { meta: { say: 'walkIn.misread', back: 'back' }, on: { said: typed('reading'), back: 'unmeasured' } },
    doubtful: { meta: { say: 'walkIn.doubtful', choose: ['yes', 'correct'], back: 'back' }, on: { 'chose.yes': 'offering', 'chose.correct': 'dictating', back: 'unmeasured' } },
    offering: {
      entry: { type: 'walkIn.offer', params: ({ context }) => ({ draft: context.draft }) },
      on: {
        'walkIn.offer.done': [
          { guard: ({ context }) => context.draft.day !== '', target: 'weighing', actions: assign(({ context, event: { day } }) => ({ draft: { ...context.draft, day } })) },
          { guard: ({ event }) => event.scale > 0, target: 'price', actions: assign(({ context, event: { scale, shownAt } }) => ({ freeOn: '', draft: { ...context.draft, scale, shownAt, price: scale } })) },
          { target: 'unpriced', actions: assign(({ context, event: { shownAt } }) => ({ draft: { ...context.draft, scale: 0, shownAt, price: 0 } })) },
        ],
        'walkIn.offer.refused': refused,
      },
    },
    price: {
      meta: { say: 'walkIn.price', choose: ['scale', 'otherPrice', 'devis'], back: 'back' },
      on: { 'chose.scale': 'proposing', 'chose.otherPrice': 'typing', 'chose.devis': drafted('proposing', () => ({ price: 0 })), back: 'garment' },
    },
    unpriced: { meta: { say: 'walkIn.unpriced', choose: ['otherPrice', 'devis'], back: 'back' }, on: { 'chose.otherPrice': 'typing', 'chose.devis': 'proposing', back: 'garment' } },
    typing: { meta: { say: 'walkIn.typing', back: 'back' }, on: { said: typed('counting'), back: 'garment' } },
    badPrice: { meta: { say: 'walkIn.badPrice', back: 'back' }, on: { said: typed('counting'), back: 'garment' } },
    counting: {
      entry: { type: 'walkIn.price', params: ({ context }) => ({ text: context.typed }) },
      on: { 'walkIn.price.done': { target: 'proposing', actions: assign(({ context, event }) => ({ draft: { ...context.draft, price: event.price } })) }, 'walkIn.price.refused': 'badPrice' },
    },
    proposing: {
      entry: { type: 'walkIn.offer', params: ({ context }) => ({ draft: context.draft }) },
      on: { 'walkIn.offer.done': { target: 'day', actions: assign(({ event }) => ({ freeOn: event.day })) }, 'walkIn.offer.refused': refused },
    },
    day: { meta: { say: 'walkIn.day', choose: ['proposed', 'otherDay'], back: 'back' }, on: { 'chose.proposed': drafted('weighing', ({ context }) => ({ day: context.freeOn })), 'chose.otherDay': 'dating', back: 'garment' } },
    dating: { meta: { say: 'walkIn.dating', back: 'back' }, on: { said: typed('readingDay'), back: 'day' } },
    badDay: { meta: { say: 'walkIn.badDay', back: 'back' }, on: { said: typed('readingDay'), back: 'day' } },
    readingDay: {
      entry: { type: 'walkIn.day', params: ({ context }) => ({ text: context.typed }) },
      on: {
        'walkIn.day.done': { target: 'weighing', actions: assign(({ context, event }) => ({ draft: { ...context.draft, day: event.day } })) },
        'walkIn.day.refused': [
          { guard: ({ event }) => event.reason === 'rolls', target: 'nextYear', actions: assign(({ context, event }) => ({ draft: { ...context.draft, day: event.day ?? '' } })) },
          { target: 'badDay', actions: assign(({ event }) => ({ unfit: event.reason })) },
        ],
      },
    },
    nextYear: { meta: { say: 'walkIn.nextYear', choose: ['yes', 'otherDay'], back: 'back' }, on: { 'chose.yes': 'weighing', 'chose.otherDay': 'dating', back: 'day' } },
    weighing: {
      entry: { type: 'walkIn.week', params: ({ context }) => ({ draft: context.draft }) },
      on: {
        'walkIn.week.done': [
          { guard: ({ context, event }) => event.room || context.draft.force !== '', target: 'summing', actions: assign(({ event: { load, most } }) => ({ load, most })) },
          { target: 'full', actions: assign(({ event: { load, most, freeOn } }) => ({ load, most, freeOn })) },
        ],
        'walkIn.week.refused': refused,
      },
    },
    full: {
      meta: { say: 'walkIn.full', choose: ['proposed', 'force'], back: 'cancel' },
      on: { 'chose.proposed': drafted('weighing', ({ context }) => ({ day: context.freeOn })), 'chose.force': 'reason', back: 'left' },
    },
    reason: { meta: { say: 'walkIn.reason', back: 'back' }, on: { said: drafted('summing', ({ text = '' }) => ({ force: text })), back: 'full' } },
    summing: { always: [{ guard: ({ context }) => context.draft.price > 0, target: 'summary' }, { target: 'summaryUnpriced' }] },
    summary: summary('walkIn.summary'),
    summaryUnpriced: summary('walkIn.summaryUnpriced'),
    placing: {
      entry: { type: 'walkIn.place', params: ({ context }) => ({ draft: context.draft }) },
      on: {
        'walkIn.place.done': [
          { guard: ({ event }) => event.then === 'paper', target: 'confirming', actions: assign(({ event: { orderId, number } }) => ({ orderId, number })) },
          { guard: ({ event }) => event.then === 'unpriced', target: 'waitsPrice', actions: assign(({ event: { number } }) => ({ number })) },
          { target: 'sent', actions: assign(({ event: { number } }) => ({ number })) },
        ],
        'walkIn.place.refused': [
          { guard: ({ event }) => event.reason === 'stale', target: 'stale', actions: assign(({ context, event: { price = 0, shownAt = '' } }) => ({ draft: { ...context.draft, price, scale: price, shownAt } })) },
          { guard: ({ event }) => event.reason === 'full', target: 'weighing' },
          refused,
        ],
      },
    },
    stale: { meta: { say: 'walkIn.stale', choose: ['go'], back: 'cancel' }, on: { 'chose.go': 'placing', back: 'left' } },
    confirming: { meta: { say: 'walkIn.confirming', choose: ['yes', 'later'], back: 'menu' }, on: { 'chose.yes': 'agreeing', 'chose.later': 'waitsYes', back: 'left' } },
    agreeing: {
      entry: { type: 'walkIn.confirm', params: ({ context }) => ({ orderId: context.orderId }) },
      on: { 'walkIn.confirm.done': 'confirmed', 'walkIn.confirm.refused': refused },
    },
    confirmed: { type: 'final', meta: { say: 'walkIn.confirmed' } },
    waitsYes: { type: 'final', meta: { say: 'walkIn.waitsYes' } },
    waitsPrice: { type: 'final', meta: { say: 'walkIn.waitsPrice' } },
    sent: { type: 'final', meta: { say: 'walkIn.sent' } },
    refused: { type: 'final', meta: { say: 'walkIn.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
