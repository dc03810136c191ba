import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import type { OrderSaid } from '../which-order.ts';
import { NO_ORDER, type WalkInDraft } from './walk-in.ts';

/** A client as a workshop sees them. `view`: with their phone and what they owe, or without. */
export type ClientCard = { name: string; phone: string; call: string; reach: string; view: string; orders: number; open: number; due: number; ordered: string; orderedOn: string; measures: string; measuredOn: string };
const NO_CARD: ClientCard = { name: '', phone: '', call: '', reach: 'none', view: 'work', orders: 0, open: 0, due: 0, ordered: 'none', orderedOn: '', measures: 'none', measuredOn: '' };
type Seen = { card: ClientCard; acts: Choice[] };
type Client = Seen & {
  clientId: string; from: object; after: string; next: string; list: Choice[]; why: string;
  about: { clientId: string }; ahead: { draft: WalkInDraft }; given: { asked: { order?: OrderSaid }; place: { part: string; after: string; clientId: string } };
};
export type ClientCommands = {
  'client.see': Command<{ clientId: string }, Seen>;
  'client.orders': Command<{ clientId: string; after: string }, { list: Choice[]; next: string }>;
};

const flow = setup({ types: {} as FlowTypes<Client, ClientCommands>, actions: commands<ClientCommands>() });
const refused = { target: 'refused', actions: assign({ why: ({ event }: { event: { reason: string } }) => event.reason }) as never };

/** One client of a workshop: how to reach them, what they ordered and owe, when they were measured, and what may be done for them. */
export const client = flow.createMachine({
  id: 'client',
  version: '1',
  context: { clientId: '', from: {}, card: NO_CARD, acts: [], after: '', next: '', list: [], why: 'unknown', about: { clientId: '' }, ahead: { draft: NO_ORDER }, given: { asked: {}, place: { part: '', after: '', clientId: '' } } },
  initial: 'looking',
  states: {
    looking: {
      entry: { type: 'client.see', params: ({ context }) => ({ clientId: context.clientId }) },
      on: {
        'client.see.done': {
          target: 'card',
          actions: assign(({ context: { clientId }, event: { card, acts } }) => ({ card, acts, after: '', about: { clientId }, ahead: { draft: { ...NO_ORDER, clientId, name: card.name, phone: card.call } } })),
        },
        'client.see.refused': refused,
      },
    },
    card: { meta: { say: 'client.card', choose: 'acts', back: 'back', first: true }, on: { 'chose.measures': 'toMeasures', 'chose.orders': 'listing', 'chose.order': 'toWalkIn', 'chose.*': 'looking', back: 'toClients' } },
    listing: {
      entry: { type: 'client.orders', params: ({ context: { clientId, after } }) => ({ clientId, after }) },
      on: { 'client.orders.done': { target: 'orders', actions: assign(({ event: { list, next } }) => ({ list, next })) }, 'client.orders.refused': refused },
    },
    orders: {
      meta: { say: 'client.orders', choose: 'list', back: 'back', first: true },
      on: {
        'chose.next': { target: 'listing', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'toCard', actions: assign(({ context: { clientId }, event }) => ({ given: { asked: { order: event.id }, place: { part: '', after: '', clientId } } })) },
        back: [{ guard: ({ context }) => context.after !== '', target: 'listing', actions: assign({ after: '' }) }, { target: 'looking' }],
      },
    },
    toMeasures: { type: 'final', meta: { goto: 'measures', give: 'about' } },
    toWalkIn: { type: 'final', meta: { goto: 'walkIn', give: 'ahead' } },
    toCard: { type: 'final', meta: { goto: 'card', give: 'given' } },
    toClients: { type: 'final', meta: { goto: 'clients', give: 'from' } },
    refused: { type: 'final', meta: { say: 'client.refused' } },
  },
});
