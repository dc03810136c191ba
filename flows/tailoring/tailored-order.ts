import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { DICTATION, dictation, type Dictation, type DictationCommands } from './dictation.ts';
import { isWords } from './is-words.ts';

type Files = { eventId: number; caption?: string }[];
/** `total` is null where the workshop has no price for it yet. Days are `2026-11-28`. */
type Offer = { day: string; total: number | null; deposit: number; shownAt: string };
/** `key` names this order before it has a number. */
type Workshop = { channel: string; tenantId: string; business: string; garments: Choice[]; key: string; /** It has goods on shelves, too. */ sells: boolean };
/** `said`: the day as they wrote it, without what else stood there. */
type Wanted = Offer & { urgency: string; fabric: string; garment: string; said: string };

type TailoredOrder = Dictation & Omit<Workshop, 'tenantId' | 'channel'> & Wanted & {
  asked: { code?: string; named?: string };
  shops: Choice[]; code: string; near: Choice[]; why: string; other: string;
  described: string; files: Files; sent: number;
  whens: Choice[]; days: Record<string, string>; dayWhy: string; soonest: string; said: string;
  ways: Choice[]; measured: string; kept: string; takenOn: string; how: string;
  changing: boolean; now: boolean; news: string; number: string; paying: object;
};

type About = { tenantId: string; garmentId: string };
export type TailoredOrderCommands = DictationCommands & {
  'shop.list': Command<undefined, { shops: Choice[] }>;
  'shop.enter': Command<{ code: string; tenantId: string }, Workshop, { near?: Choice[]; name?: string; tenantId?: string }>;
  'order.file': Command<undefined, { file: Files[number] }>;
  'order.days': Command<About, { whens: Choice[]; days: Record<string, string> }>;
  'order.want': Command<About & { described: string; urgency: string; said: string; fabric: string }, Wanted, { soonest?: string; fabric?: string }>;
  'measures.ways': Command<About, { ways: Choice[]; measured: string; kept: string; taken: string; takenOn: string }>;
  'order.place': Command<About & Offer & { key: string; garment: string; urgency: string; fabric: string; measureId: string; files: Files }, { number: string; order: { seq: number; year: number } }, Partial<Offer>>;
};

const flow = setup({ types: {} as FlowTypes<TailoredOrder, TailoredOrderCommands>, actions: commands<TailoredOrderCommands>() });
const when = (guard: (context: TailoredOrder) => boolean, target: string) => ({ guard: ({ context }: { context: TailoredOrder }) => guard(context), target });
const hurry = assign<TailoredOrder, { type: `chose.${string}`; id: string }, undefined, never, never>(({ event }) => ({ urgency: event.id, said: '' })) as never;
const NOT_MEASURED = { ways: [], measured: 'no', kept: '', takenOn: '', how: 'visit' };
const NOT_OFFERED = { day: '2026-11-28', total: null, deposit: 0, shownAt: '', urgency: '', fabric: '', dayWhy: 'ask', soonest: '', said: '' };

/** A client orders a garment, « commander AFI »: which, of whose fabric, for when, with which measures; then the price, and only then it is an order. */
export const tailoredOrder = flow.createMachine({
  id: 'tailoredOrder',
  version: '2',
  context: {
    ...DICTATION, asked: {}, shops: [], code: '', near: [], why: 'unknown', other: '', business: '', garments: [], key: '', sells: false, described: '', files: [], sent: 0,
    ...NOT_OFFERED, whens: [], days: {}, ...NOT_MEASURED, changing: false, now: false, news: 'price', number: '', paying: {},
  },
  initial: 'opening',
  states: {
    opening: {
      always: [
        { guard: ({ context }) => context.asked.code !== undefined || context.asked.named !== undefined, target: 'entering', actions: assign(({ context }) => ({ code: context.asked.code ?? '', tenantId: context.asked.code === undefined ? (context.asked.named ?? '') : '' })) },
        { target: 'listing' },
      ],
    },
    listing: { entry: 'shop.list', on: { 'shop.list.done': [{ guard: ({ event }) => event.shops.length === 1, target: 'code' }, { target: 'shop', actions: assign(({ event }) => ({ shops: event.shops })) }], 'shop.list.refused': 'code' } },
    shop: { meta: { say: 'tailoredOrder.shop', choose: 'shops', back: 'back' }, on: { 'chose.code': 'code', 'chose.*': { target: 'entering', actions: assign(({ event }) => ({ code: event.id, tenantId: '' })) }, back: 'left' } },
    code: { meta: { say: 'tailoredOrder.code', back: 'back' }, on: { said: { target: 'entering', actions: assign(({ event }) => ({ code: event.text, tenantId: '' })) }, back: 'left' } },
    entering: {
      entry: { type: 'shop.enter', params: ({ context: { code, tenantId } }) => ({ code, tenantId }) },
      on: {
        'shop.enter.done': { target: 'sortingShop', actions: assign(({ event: { channel, tenantId, business, garments, key, sells } }) => ({ channel, tenantId, business, garments, key, sells })) },
        'shop.enter.refused': [{ guard: ({ event }) => event.reason === 'sells', target: 'toCart', actions: assign(({ event }) => ({ paying: { asked: { named: event.tenantId ?? '' } } })) }, { target: 'noShop', actions: assign(({ event: { reason, near = [], name = '' } }) => ({ why: reason, near, other: name })) }],
      },
    },
    // A workshop that sells, too.
    sortingShop: { always: [when(({ sells }) => sells, 'both'), { target: 'garment' }] },
    both: {
      meta: { say: 'tailoredOrder.both', choose: [{ id: 'sewn', key: '1' }, { id: 'goods', key: '2' }], back: 'back' },
      on: { 'chose.sewn': 'garment', 'chose.goods': { target: 'toCart', actions: assign(({ context }) => ({ paying: { asked: { named: context.tenantId } } })) }, back: 'left' },
    },
    toCart: { type: 'final', meta: { goto: 'cart', give: 'paying' } },
    noShop: { meta: { say: 'tailoredOrder.noShop', choose: 'near', back: 'back' }, on: { 'chose.code': 'code', 'chose.*': { target: 'entering', actions: assign(({ event }) => ({ code: event.id, tenantId: '' })) }, back: 'left' } },

    garment: {
      meta: { say: 'tailoredOrder.garment', choose: 'garments', back: 'back' },
      on: { 'chose.other': 'described', 'chose.*': { target: 'sortingGarment', actions: assign(({ event }) => ({ garmentId: event.id, described: '' })) }, back: 'sortingBack' },
    },
    described: {
      meta: { say: 'tailoredOrder.described', back: 'back' },
      on: { said: { guard: ({ event }) => isWords(event.text), target: 'sortingGarment', actions: assign(({ event }) => ({ garmentId: '', described: event.text.trim() })) }, back: 'garment' },
    },
    sortingBack: { always: [when(({ changing }) => changing, 'summarising'), when(({ shops }) => shops.length > 0, 'shop'), { target: 'left' }] },
    sortingGarment: { always: [when(({ changing }) => changing, 'pricing'), when(({ channel }) => channel === 'ussd', 'fabricAndDay'), { target: 'fabric' }] },
    fabric: {
      meta: { say: 'tailoredOrder.fabric', choose: [{ id: 'client', key: '1' }, { id: 'workshop', key: '2' }], back: 'back' },
      on: { 'chose.client': { target: 'sortingFabric', actions: assign({ fabric: 'client' }) }, 'chose.workshop': { target: 'sortingFabric', actions: assign({ fabric: 'workshop' }) }, back: 'garment' },
    },
    sortingFabric: { always: [when(({ changing }) => changing, 'summarising'), when(({ channel }) => channel === 'whatsapp', 'photo'), { target: 'dating' }] },
    photo: { meta: { say: 'tailoredOrder.photo', choose: ['skip'], back: 'back' }, on: { sent: 'keeping', 'chose.skip': 'sortingPhoto', back: 'fabric' } },
    photos: { meta: { say: 'tailoredOrder.photos', choose: ['enough'], back: 'back' }, on: { sent: 'keeping', 'chose.enough': 'sortingPhoto', back: 'fabric' } },
    keeping: {
      entry: 'order.file',
      on: { 'order.file.done': { target: 'photos', actions: assign(({ context, event }) => ({ files: [...context.files, event.file], sent: context.sent + 1 })) }, 'order.file.refused': 'photo' },
    },
    sortingPhoto: { always: [when(({ changing }) => changing, 'summarising'), { target: 'dating' }] },

    dating: {
      entry: { type: 'order.days', params: ({ context: { tenantId, garmentId } }) => ({ tenantId, garmentId }) },
      on: { 'order.days.done': { target: 'when', actions: assign(({ event: { whens, days } }) => ({ whens, days })) }, 'order.days.refused': 'busy' },
    },
    when: {
      meta: { say: 'tailoredOrder.when', choose: 'whens', back: 'back' },
      on: { 'chose.normal': { target: 'pricing', actions: hurry }, 'chose.high': { target: 'pricing', actions: hurry }, 'chose.urgent': { target: 'pricing', actions: hurry }, 'chose.*': 'dating', back: 'sortingWhen' },
    },
    sortingWhen: { always: [when(({ changing }) => changing, 'summarising'), when(({ channel }) => channel === 'whatsapp', 'photo'), { target: 'fabric' }] },
    fabricAndDay: { meta: { say: 'tailoredOrder.fabricAndDay', back: 'back' }, on: { said: { target: 'pricing', actions: assign(({ event }) => ({ said: event.text, fabric: '' })) }, back: 'garment' } },
    fabricAgain: { meta: { say: 'tailoredOrder.fabricAgain', back: 'back' }, on: { said: { target: 'pricing', actions: assign(({ event }) => ({ said: event.text, fabric: '' })) }, back: 'garment' } },
    day: { meta: { say: 'tailoredOrder.day', back: 'back' }, on: { said: { target: 'pricing', actions: assign(({ event }) => ({ said: event.text })) }, back: 'sortingDay' } },
    sortingDay: { always: [when(({ changing }) => changing, 'summarising'), when(({ channel }) => channel === 'ussd', 'fabricAndDay'), { target: 'dating' }] },
    pricing: {
      entry: { type: 'order.want', params: ({ context: { tenantId, garmentId, described, urgency, said, fabric } }) => ({ tenantId, garmentId, described, urgency, said, fabric }) },
      on: {
        'order.want.done': { target: 'sortingOffer', actions: assign(({ event: { day, total, deposit, shownAt, urgency, fabric, garment, said } }) => ({ day, total, deposit, shownAt, urgency, fabric, garment, said })) },
        'order.want.refused': [
          { guard: ({ event }) => event.reason === 'fabric', target: 'fabricAgain' },
          { guard: ({ event }) => event.reason === 'busy', target: 'busy' },
          { guard: ({ event }) => event.reason === 'gone', target: 'gone' },
          { target: 'day', actions: assign(({ context, event: { reason, soonest = '', fabric } }) => ({ dayWhy: reason, soonest, fabric: fabric ?? context.fabric })) },
        ],
      },
    },
    sortingOffer: { always: [when(({ changing }) => changing, 'summarising'), { target: 'measuring' }] },

    measuring: {
      entry: { type: 'measures.ways', params: ({ context: { tenantId, garmentId } }) => ({ tenantId, garmentId }) },
      on: { 'measures.ways.done': { target: 'measures', actions: assign(({ event: { ways, measured, kept, taken, takenOn } }) => ({ ways, measured, kept, taken, takenOn })) }, 'measures.ways.refused': 'gone' },
    },
    measures: {
      meta: { say: 'tailoredOrder.measures', choose: 'ways', back: 'back' },
      on: {
        'chose.keep': { target: 'summarising', actions: assign(({ context }) => ({ measureId: context.kept, how: 'own', whose: '' })) },
        'chose.dictate': { target: 'preparing', actions: assign({ how: 'own', whose: '' }) },
        'chose.visit': { target: 'summarising', actions: assign({ measureId: '', how: 'visit', whose: '' }) },
        'chose.another': 'whose',
        'chose.*': { target: 'summarising', actions: assign(({ context, event }) => ({ measureId: event.id, how: 'another', whose: labelled(context.ways, event.id) })) },
        back: 'sortingMeasures',
      },
    },
    sortingMeasures: { always: [when(({ changing }) => changing, 'summarising'), when(({ channel }) => channel === 'ussd', 'fabricAndDay'), { target: 'dating' }] },
    whose: {
      meta: { say: 'tailoredOrder.whose', back: 'back' },
      on: { said: { guard: ({ event }) => isWords(event.text), target: 'preparing', actions: assign(({ event }) => ({ how: 'another', whose: event.text.trim() })) }, back: 'measures' },
    },
    ...dictation('summarising', 'measuring'),

    summarising: { always: [when(({ total }) => total === null, 'request'), when(({ deposit }) => deposit === 0, 'freely'), when(({ channel }) => channel === 'ussd', 'shortSummary'), { target: 'summary' }] },
    summary: {
      meta: { say: 'tailoredOrder.summary', choose: [{ id: 'yes-pay', key: '1' }, { id: 'later', key: '2' }, { id: 'change', key: '3' }], back: 'cancel' },
      on: { 'chose.yes-pay': { target: 'placing', actions: assign({ now: true }) }, 'chose.later': { target: 'placing', actions: assign({ now: false }) }, 'chose.change': 'change', back: 'dropped' },
    },
    shortSummary: {
      meta: { say: 'tailoredOrder.shortSummary', choose: [{ id: 'yes-pay', key: '1' }, { id: 'later', key: '2' }], back: 'cancel' },
      on: { 'chose.yes-pay': { target: 'placing', actions: assign({ now: true }) }, 'chose.later': { target: 'placing', actions: assign({ now: false }) }, back: 'dropped' },
    },
    freely: { meta: { say: 'tailoredOrder.freely', choose: [{ id: 'yes-order', key: '1' }, { id: 'change', key: '2' }], back: 'cancel' }, on: { 'chose.yes-order': { target: 'placing', actions: assign({ now: false }) }, 'chose.change': 'change', back: 'dropped' } },
    request: { meta: { say: 'tailoredOrder.request', choose: [{ id: 'yes-send', key: '1' }, { id: 'change', key: '2' }], back: 'cancel' }, on: { 'chose.yes-send': { target: 'placing', actions: assign({ now: false }) }, 'chose.change': 'change', back: 'dropped' } },
    change: {
      meta: { say: 'tailoredOrder.change', choose: ['garment', 'fabric', 'date', 'otherDay', 'measures'], back: 'back' },
      on: {
        'chose.garment': { target: 'garment', actions: assign({ changing: true }) }, 'chose.fabric': { target: 'fabric', actions: assign({ changing: true }) },
        'chose.date': { target: 'dating', actions: assign({ changing: true }) }, 'chose.otherDay': { target: 'day', actions: assign({ changing: true, dayWhy: 'ask' }) },
        'chose.measures': { target: 'measuring', actions: assign({ changing: true }) },
        back: 'summarising',
      },
    },
    placing: {
      entry: { type: 'order.place', params: ({ context: { tenantId, garmentId, garment, key, urgency, fabric, day, total, deposit, shownAt, measureId, files } }) => ({ tenantId, garmentId, garment, key, urgency, fabric, day, total, deposit, shownAt, measureId, files }) },
      on: {
        'order.place.done': { target: 'sortingPlaced', actions: assign(({ context, event: { number, order } }) => ({ number, paying: { asked: { order, named: context.tenantId, deposit: true } } })) },
        'order.place.refused': [
          { guard: ({ event }) => event.reason === 'closed', target: 'closed' },
          { guard: ({ event }) => event.reason === 'busy', target: 'busy' },
          { guard: ({ event }) => event.reason === 'gone', target: 'gone' },
          { target: 'offer', actions: assign(({ context, event: { reason, day = context.day, total = context.total, deposit = context.deposit, shownAt = '' } }) => ({ news: reason === 'full' ? 'full' : total === null ? 'quote' : total !== context.total ? 'price' : deposit !== context.deposit ? 'deposit' : 'day', day, total, deposit, shownAt })) },
        ],
      },
    },
    offer: { meta: { say: 'tailoredOrder.offer', choose: ['yes-go', 'change', 'no'], back: 'back' }, on: { 'chose.yes-go': 'placing', 'chose.change': 'change', 'chose.no': 'dropped', back: 'summarising' } },
    gone: { meta: { say: 'tailoredOrder.gone', choose: ['again'], back: 'cancel' }, on: { 'chose.again': 'entering', back: 'dropped' } },
    sortingPlaced: { always: [when(({ total }) => total === null, 'requested'), when(({ deposit }) => deposit === 0, 'settled'), when(({ now }) => now, 'toPay'), { target: 'placed' }] },
    toPay: { type: 'final', meta: { goto: 'pay', give: 'paying', notice: 'tailoredOrder.noted' } },
    placed: { type: 'final', meta: { say: 'tailoredOrder.placed' } },
    settled: { type: 'final', meta: { say: 'tailoredOrder.settled' } },
    requested: { type: 'final', meta: { say: 'tailoredOrder.requested' } },
    busy: { type: 'final', meta: { say: 'tailoredOrder.busy' } },
    closed: { type: 'final', meta: { say: 'tailoredOrder.closed' } },
    dropped: { type: 'final', meta: { goto: OPEN, notice: 'tailoredOrder.dropped' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});

const labelled = (choices: Choice[], id: string): string => (choices.find((choice) => choice.id === id)?.label ?? '').split(',')[0] ?? '';
