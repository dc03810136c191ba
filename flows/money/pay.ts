import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

/** What is proposed: how much of what is due, from which phone. `open`: how much is not said yet; `brief`: a tap is enough to agree. `credit`: what of it the client's own credit may pay. */
type Offer = { due: number; deposit: number; amount: number; open: boolean; phone: string; phoneShown: string; brief: boolean; code: string; credit: number };
/** The payment that is under way, and by which operator. */
type Waiting = { paymentId: string; amount: number; operator: string };
type Wanted = { amount?: number; said?: string; deposit?: boolean; phone?: string };
type Asked = AboutOwnOrder['asked'] & { amount?: number; deposit?: boolean };

type Pay = Omit<AboutOwnOrder, 'asked'> & {
  asked: Asked; ahead: { asked: AboutOwnOrder['asked'] & { lapsed?: string } }; kept: { day: string; time: string }; wanted: Wanted; debts: Choice[]; ways: Choice[]; offer: Offer; way: Choice; waiting: Waiting; fate: string; part: string; wrongPhone: string; refusal: string;
};
type Where = { orderId: string; tenantId: string };
type Refusal = { due?: number; waiting?: Waiting; fate?: string };
export type PayCommands = FindOwnOrder & {
  'pay.debts': Command<undefined, { debts: Choice[] }>;
  'pay.offer': Command<Where & { wanted: Wanted }, { offer: Offer; ways: Choice[] }, Refusal>;
  'pay.ask': Command<Where & { amount: number; mode: string; phone: string }, { paymentId: string }, Refusal>;
  'pay.counter': Command<Where, { day: string; time: string }>;
  'pay.credit': Command<Where & { amount: number }, { remaining: number }, Refusal>;
  'pay.check': Command<{ tenantId: string; paymentId: string }, { stands: string }>;
  'pay.drop': Command<{ tenantId: string; paymentId: string }, object>;
};

const NO_OFFER: Offer = { due: 0, deposit: 0, amount: 0, open: false, phone: '', phoneShown: '', brief: true, code: '', credit: 0 };
const flow = setup({ types: {} as FlowTypes<Pay, PayCommands>, actions: commands<PayCommands>() });
const of = ({ order }: Pay): Where => ({ orderId: order.orderId, tenantId: order.tenantId });
const isFate = (...fates: string[]) => ({ guard: ({ context }: { context: Pay }) => fates.includes(context.fate) });
const why = (...reasons: string[]) => ({ guard: ({ context }: { context: Pay }) => reasons.includes(context.refusal) });
const without = (wanted: Wanted, ...fields: (keyof Wanted)[]): Wanted => Object.fromEntries(Object.entries(wanted).filter(([field]) => !fields.includes(field as keyof Wanted)));
const judged = {
  target: 'judging',
  actions: assign(({ context, event: { reason = 'closed', due, waiting, fate } }: { context: Pay; event: Refusal & { type: string; reason?: string } }) => ({ refusal: reason, offer: { ...context.offer, due: due ?? context.offer.due }, waiting: waiting ?? context.waiting, fate: fate ?? context.fate })) as never,
} as const;
/** A digit of every spelling of a number; which one it is, the command tells. */
const PHONE = /^[+\d][\d\s().-]{6,}$/;

/** What is paid from no phone. */
const WITHOUT_PHONE = new Set(['counter', 'credit']);

/** A client pays: how much, then by what. The request leaves when this is said; only what is seen at the provider is money. */
export const pay = flow.createMachine({
  id: 'pay',
  version: '1',
  context: {
    ...ABOUT_OWN_ORDER, ahead: { asked: {} }, wanted: {}, debts: [], ways: [], offer: NO_OFFER, way: { id: '' }, waiting: { paymentId: '', amount: 0, operator: '' },
    kept: { day: '2026-11-28', time: '' }, fate: 'asked', part: 'ask', wrongPhone: 'ask', refusal: 'closed',
  },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('pay', 'preparing', 'listing'),
    listing: { entry: 'pay.debts', on: { 'pay.debts.done': { target: 'sorting', actions: assign(({ event }) => ({ debts: event.debts })) }, 'pay.debts.refused': 'nothing' } },
    sorting: { always: [{ guard: ({ context }) => context.debts.length > 0, target: 'debts' }, { target: 'nothing' }] },
    debts: { meta: { say: 'pay.debts', choose: 'debts', back: 'back' }, on: { 'chose.again': 'number', 'chose.*': { target: 'finding', actions: assign(({ event }) => ({ said: event.id })) }, back: 'leaving' } },
    nothing: { type: 'final', meta: { say: 'pay.nothing' } },

    preparing: { always: { target: 'offering', actions: assign(({ context: { asked } }) => ({ wanted: { ...(asked.amount === undefined ? {} : { amount: asked.amount }), ...(asked.deposit === undefined ? {} : { deposit: asked.deposit }) } })) } },
    offering: {
      entry: { type: 'pay.offer', params: ({ context }) => ({ ...of(context), wanted: context.wanted }) },
      on: {
        'pay.offer.done': { target: 'choosing', actions: assign(({ event }) => ({ offer: event.offer, ways: event.ways })) },
        'pay.offer.refused': judged,
      },
    },
    choosing: { always: [{ guard: ({ context }) => context.offer.open, target: 'amount' }, { guard: ({ context }) => context.ways.length === 0, target: 'shop' }, { guard: ({ context }) => context.offer.phone === '' && context.ways.some(({ id }) => !WITHOUT_PHONE.has(id)), target: 'phone' }, { target: 'ways' }] },
    amount: {
      meta: { say: 'pay.amount', choose: [{ id: 'deposit', key: '1' }, { id: 'all', key: '2' }, { id: 'part', key: '3' }], back: 'cancel' },
      on: {
        'chose.deposit': { target: 'offering', actions: assign(({ context }) => ({ wanted: { amount: context.offer.deposit } })) },
        'chose.all': { target: 'offering', actions: assign(({ context }) => ({ wanted: { amount: context.offer.due } })) },
        'chose.part': { target: 'part', actions: assign({ part: 'ask' }) },
        back: 'leaving',
      },
    },
    part: {
      meta: { say: 'pay.part', back: 'back' },
      on: { said: { target: 'offering', actions: assign(({ context, event }) => ({ wanted: { ...context.wanted, said: event.text } })) }, back: { target: 'offering', actions: assign({ wanted: {} }) } },
    },
    ways: {
      meta: { say: 'pay.ways', choose: 'ways', back: 'cancel' },
      on: {
        'chose.other': { target: 'phone', actions: assign({ wrongPhone: 'ask' }) },
        'chose.part': { target: 'part', actions: assign({ part: 'ask' }) },
        'chose.counter': 'agreeing',
        'chose.credit': 'spending',
        'chose.link': { target: 'asking', actions: assign({ way: { id: 'link' } }) },
        'chose.*': { target: 'deciding', actions: assign(({ context, event }) => ({ way: context.ways.find(({ id }) => id === event.id) ?? context.way })) },
        back: 'leaving',
      },
    },
    agreeing: {
      entry: { type: 'pay.counter', params: ({ context }) => of(context) },
      on: { 'pay.counter.done': { target: 'atCounter', actions: assign(({ event: { day, time } }) => ({ kept: { day, time } })) }, 'pay.counter.refused': { target: 'judging', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    atCounter: { type: 'final', meta: { say: 'pay.atCounter' } },
    spending: {
      entry: { type: 'pay.credit', params: ({ context }) => ({ ...of(context), amount: context.offer.credit }) },
      on: {
        'pay.credit.done': [
          { guard: ({ event }) => event.remaining > 0, target: 'spentPart', actions: assign(({ context, event }) => ({ offer: { ...context.offer, due: event.remaining } })) },
          { target: 'spent' },
        ],
        // Somebody has spent of it meanwhile.
        'pay.credit.refused': [{ guard: ({ event }) => event.reason === 'tooMuch', target: 'offering' }, judged],
      },
    },
    spentPart: { meta: { say: 'pay.spentPart', choose: ['rest'], back: 'menu', done: true }, on: { 'chose.rest': { target: 'offering', actions: assign({ wanted: {} }) }, back: 'leaving' } },
    spent: { type: 'final', meta: { say: 'pay.spent' } },
    phone: {
      meta: { say: 'pay.phone', back: 'back' },
      on: {
        said: { guard: ({ event }) => PHONE.test(event.text.trim()), target: 'offering', actions: assign(({ context, event }) => ({ wanted: { ...context.wanted, phone: event.text } })) },
        back: 'ways',
      },
    },
    deciding: { always: [{ guard: ({ context }) => context.offer.brief, target: 'asking' }, { target: 'confirming' }] },
    confirming: {
      meta: { say: 'pay.confirming', choose: [{ id: 'yes', key: '1' }, { id: 'renumber', key: '2' }], back: 'cancel' },
      on: { 'chose.yes': 'asking', 'chose.renumber': 'phone', back: 'leaving' },
    },
    asking: {
      entry: { type: 'pay.ask', params: ({ context }) => ({ ...of(context), amount: context.offer.amount, mode: context.way.id, phone: context.offer.phone }) },
      on: {
        'pay.ask.done': { target: 'telling', actions: assign(({ context: { way, offer }, event }) => ({ fate: way.id === 'link' ? 'link' : 'asked', waiting: { paymentId: event.paymentId, amount: offer.amount, operator: way.label ?? '' } })) },
        'pay.ask.refused': judged,
      },
    },
    telling: { always: [{ guard: ({ context }) => context.offer.brief, target: 'waiting' }, { target: 'asked' }] },
    asked: { type: 'final', meta: { say: 'pay.asked' } },

    judging: {
      always: [
        { ...why('live'), target: 'waiting' }, { ...why('short'), target: 'toCart', actions: assign(({ context: { order: { orderId, tenantId } } }) => ({ ahead: { asked: { lapsed: orderId, named: tenantId } } })) }, { ...why('quote'), target: 'toQuote', actions: assign(({ context: { order: { seq, year, tenantId } } }) => ({ ahead: { asked: { order: { seq, year }, named: tenantId } } })) },
        { ...why('tooMuch', 'unread'), target: 'part', actions: assign(({ context }) => ({ part: context.refusal, wanted: without(context.wanted, 'said', 'amount') })) },
        { ...why('phone'), target: 'phone', actions: assign(({ context }) => ({ wrongPhone: 'unread', wanted: without(context.wanted, 'phone') })) },
        { ...why('noAccount'), target: 'shop' }, { target: 'refused' },
      ],
    },
    waiting: {
      meta: { say: 'pay.waiting', choose: [{ id: 'check', key: '1' }, { id: 'change', key: '2' }], back: 'menu', done: true },
      on: { 'chose.check': 'checking', 'chose.change': 'dropping', back: 'leaving' },
    },
    checking: {
      entry: { type: 'pay.check', params: ({ context }) => ({ tenantId: context.order.tenantId, paymentId: context.waiting.paymentId }) },
      on: { 'pay.check.done': { target: 'weighing', actions: assign(({ context, event }) => ({ fate: event.stands === 'waiting' ? (context.fate.toLowerCase().includes('link') ? 'liveLink' : 'live') : event.stands })) }, 'pay.check.refused': 'refused' },
    },
    weighing: { always: [{ ...isFate('approved'), target: 'paid' }, { ...isFate('ended'), target: 'ended' }, { target: 'waiting' }] },
    paid: { type: 'final', meta: { say: 'pay.paid' } },
    ended: { meta: { say: 'pay.ended', choose: ['retry'], back: 'menu' }, on: { 'chose.retry': { target: 'offering', actions: assign({ wanted: {} }) }, back: 'leaving' } },
    dropping: {
      entry: { type: 'pay.drop', params: ({ context }) => ({ tenantId: context.order.tenantId, paymentId: context.waiting.paymentId }) },
      on: { 'pay.drop.done': { target: 'offering', actions: assign(({ context }) => ({ wanted: { amount: context.waiting.amount } })) }, 'pay.drop.refused': 'checking' },
    },
    shop: { type: 'final', meta: { say: 'pay.shop' } },
    refused: { type: 'final', meta: { say: 'pay.refused' } },
    toCart: { type: 'final', meta: { goto: 'cart', give: 'ahead', forget: true } },
    toQuote: { type: 'final', meta: { goto: 'quote', give: 'ahead' } },
  },
});
