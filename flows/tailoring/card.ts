import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes, type Sent } from '../flow.ts';
import type { Place } from './board.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

/** An order as those see it who work on it. `view`: with its money and its client's phone, or without. */
export type OrderCard = {
  orderId: string; number: string; full: string; view: string; client: string; phone: string; what: string; status: string; state: string; promised: string;
  money: string; total: number; paid: number; due: number; measures: string; measured: string; photos: number; work: string; open: string; sewer: string;
};
const NO_CARD: OrderCard = {
  orderId: '', number: '', full: '', view: 'work', client: '', phone: '', what: '', status: '', state: '', promised: '',
  money: 'priced', total: 0, paid: 0, due: 0, measures: 'none', measured: '', photos: 0, work: 'none', open: '', sewer: '',
};
type Seen = { card: OrderCard; acts: Choice[] };
type Shown = Seen & Omit<AboutOrder, 'asked'> & { asked: AboutOrder['asked'] & { verb?: string }; url: string; media: Sent; place: Place & { clientId?: string }; act: string; reason: string; sewers: Choice[]; name: string; did: string; refusal: string; given: { asked: { order?: OrderSaid } } };
export type CardCommands = FindOrder & {
  'card.see': Command<{ orderId: string }, Seen>;
  'card.sewers': Command<undefined, { sewers: Choice[] }>;
  'order.assign': Command<{ orderId: string; memberId: string }, { name: string }>;
  'order.move': Command<{ orderId: string; act: string; reason: string }, { owedXof: number }>;
  'card.files': Command<{ orderId: string }, { url: string }>;
  'order.attach': Command<{ orderId: string; media: Sent }, object>;
  'order.report': Command<{ orderId: string; words: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<Shown, CardCommands>, actions: commands<CardCommands>() });
const REASON_CHARS_MIN = 3;

/** One order of a workshop: all that is known of it, and what may be done with it now. */
export const card = flow.createMachine({
  id: 'card',
  version: '1',
  context: { ...ABOUT_ORDER, url: '', place: { part: '', after: '' }, card: NO_CARD, acts: [], act: '', reason: '', sewers: [], name: '', did: 'resume', refusal: 'impossible', media: { kind: '', id: '', eventId: 0 }, given: { asked: {} } },
  initial: 'seeking',
  states: {
    ...whichOrder('card', 'looking'),
    looking: {
      entry: { type: 'card.see', params: ({ context }) => ({ orderId: context.order.orderId }) },
      on: {
        'card.see.done': { target: 'sorting', actions: assign(({ event }) => ({ card: event.card, acts: event.acts, given: { asked: { order: event.card.full } } })) },
        'card.see.refused': 'returning',
      },
    },
    // « photos 42 » opens them at once.
    sorting: { always: [{ guard: ({ context }) => context.asked.verb === 'photos', target: 'opening' }, { target: 'card' }] },
    opening: {
      entry: { type: 'card.files', params: ({ context }) => ({ orderId: context.card.orderId }) },
      on: { 'card.files.done': { target: 'photos', actions: assign(({ event }) => ({ url: event.url })) }, 'card.files.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    photos: { type: 'final', meta: { say: 'card.photos', link: 'url' } },
    card: {
      meta: { say: 'card.card', choose: 'acts', back: 'back' },
      on: {
        'chose.ready': 'toReady', 'chose.deliver': 'toDeliver', 'chose.late': 'toLate', 'chose.price': 'toDevis', 'chose.stage': 'toStage',
        'chose.photo': 'photo', 'chose.photos': 'opening', 'chose.problem': 'problem', 'chose.assign': 'asking',
        'chose.start': { target: 'reason', actions: assign({ act: 'start' }) }, 'chose.hold': { target: 'reason', actions: assign({ act: 'hold' }) }, 'chose.cancel': { target: 'reason', actions: assign({ act: 'cancel' }) },
        'chose.resume': { target: 'moving', actions: assign({ act: 'resume', reason: '' }) }, 'chose.fitting': { target: 'moving', actions: assign({ act: 'fitting', reason: '' }) }, 'chose.retouch': { target: 'moving', actions: assign({ act: 'retouch', reason: '' }) },
        'chose.*': 'looking', back: 'returning',
      },
    },
    reason: {
      meta: { say: 'card.reason', back: 'cancel' },
      on: { said: { guard: ({ event }) => event.text.length >= REASON_CHARS_MIN, target: 'moving', actions: assign(({ event }) => ({ reason: event.text })) }, back: 'looking' },
    },
    moving: {
      entry: { type: 'order.move', params: ({ context: { card: { orderId }, act, reason } }) => ({ orderId, act, reason }) },
      on: {
        'order.move.done': { target: 'acted', actions: assign(({ context, event }) => ({ did: event.owedXof > 0 ? 'cancelOwing' : context.act })) },
        'order.move.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    asking: {
      entry: 'card.sewers',
      on: { 'card.sewers.done': { target: 'sewers', actions: assign(({ event }) => ({ sewers: event.sewers })) }, 'card.sewers.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    sewers: { meta: { say: 'card.sewers', choose: 'sewers', back: 'back' }, on: { 'chose.*': { target: 'assigning', actions: assign(({ event }) => ({ act: 'id' in event ? event.id : '' })) }, back: 'looking' } },
    assigning: {
      entry: { type: 'order.assign', params: ({ context: { card: { orderId }, act } }) => ({ orderId, memberId: act }) },
      on: {
        'order.assign.done': { target: 'acted', actions: assign(({ event }) => ({ did: 'assign', name: event.name })) },
        'order.assign.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    photo: { meta: { say: 'card.photo', back: 'back' }, on: { sent: { target: 'attaching', actions: assign(({ event }) => ({ media: event.media })) }, back: 'looking' } },
    attaching: {
      entry: { type: 'order.attach', params: ({ context: { card: { orderId }, media } }) => ({ orderId, media }) },
      on: { 'order.attach.done': { target: 'acted', actions: assign({ did: 'photo' }) }, 'order.attach.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    problem: {
      meta: { say: 'card.problem', back: 'back' },
      on: { said: { guard: ({ event }) => event.text.length >= REASON_CHARS_MIN, target: 'reporting', actions: assign(({ event }) => ({ reason: event.text })) }, back: 'looking' },
    },
    reporting: {
      entry: { type: 'order.report', params: ({ context: { card: { orderId }, reason } }) => ({ orderId, words: reason }) },
      on: { 'order.report.done': { target: 'acted', actions: assign({ did: 'problem' }) }, 'order.report.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    acted: { meta: { say: 'card.acted', choose: ['see', 'list'], back: 'menu', done: true }, on: { 'chose.see': 'looking', 'chose.list': 'returning', back: 'left' } },
    refused: { meta: { say: 'card.refused', choose: ['see', 'list'], back: 'menu', done: true }, on: { 'chose.see': 'looking', 'chose.list': 'returning', back: 'left' } },
    returning: { always: [{ guard: ({ context }) => context.place.clientId !== undefined, target: 'toClient' }, { target: 'toBoard' }] },
    toClient: { type: 'final', meta: { goto: 'client', give: 'place' } },
    toBoard: { type: 'final', meta: { goto: 'board', give: 'place' } },
    toReady: { type: 'final', meta: { goto: 'ready', give: 'given' } },
    toDeliver: { type: 'final', meta: { goto: 'deliver', give: 'given' } },
    toLate: { type: 'final', meta: { goto: 'late', give: 'given' } },
    toDevis: { type: 'final', meta: { goto: 'devis', give: 'given' } },
    toStage: { type: 'final', meta: { goto: 'stage', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
