import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

type Rating = Omit<AboutOwnOrder, 'asked'> & { asked: AboutOwnOrder['asked'] & { count?: number }; stars: number; unrated: Choice[]; refusal: string };
export type RateCommands = FindOwnOrder & { 'rating.open': Command<undefined, { unrated: Choice[] }>; 'rating.give': Command<{ orderId: string; tenantId: string; stars: number }, object> };

const flow = setup({ types: {} as FlowTypes<Rating, RateCommands>, actions: commands<RateCommands>() });
const STARS = ['5', '4', '3', '2', '1'];

/** « avis 42 5 », or « 5 » alone while nothing else is open: how content one is with what was handed over. */
export const rate = flow.createMachine({
  id: 'rate',
  version: '1',
  context: { ...ABOUT_OWN_ORDER, stars: 0, unrated: [], refusal: 'notDelivered' },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('rate', 'hearing', 'listing'),
    listing: { entry: 'rating.open', on: { 'rating.open.done': { target: 'sorting', actions: assign(({ event }) => ({ unrated: event.unrated })) }, 'rating.open.refused': 'leaving' } },
    sorting: {
      always: [
        { guard: ({ context }) => context.unrated.length === 1, target: 'finding', actions: assign(({ context }) => ({ said: context.unrated[0]?.id ?? '' })) },
        { guard: ({ context }) => context.unrated.length > 1, target: 'unrated' },
        { guard: ({ context }) => context.asked.count !== undefined, target: 'leaving' },
        { target: 'number' },
      ],
    },
    unrated: { meta: { say: 'rate.unrated', choose: 'unrated', back: 'back' }, on: { 'chose.*': { target: 'finding', actions: assign(({ event }) => ({ said: event.id })) }, back: 'leaving' } },
    hearing: { always: [{ guard: ({ context }) => context.asked.count !== undefined, target: 'giving', actions: assign(({ context }) => ({ stars: context.asked.count ?? 0 })) }, { target: 'stars' }] },
    stars: {
      meta: { say: 'rate.stars', choose: STARS.map((id) => ({ id, key: id })), back: 'back' },
      on: { 'chose.*': { target: 'giving', actions: assign(({ event }) => ({ stars: Number(event.id) })) }, back: 'leaving' },
    },
    giving: {
      entry: { type: 'rating.give', params: ({ context: { order, stars } }) => ({ orderId: order.orderId, tenantId: order.tenantId, stars }) },
      on: { 'rating.give.done': 'thanked', 'rating.give.refused': { target: 'judging', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    judging: { always: [{ guard: ({ context }) => context.refusal === 'stars', target: 'stars' }, { target: 'refused' }] },
    thanked: { type: 'final', meta: { say: 'rate.thanked' } },
    refused: { type: 'final', meta: { say: 'rate.refused' } },
  },
});
