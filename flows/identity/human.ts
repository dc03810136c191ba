import { assign, setup } from 'xstate';
import { commands, PAUSED, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Human = { businesses: Choice[]; business: string };
export type HumanCommands = {
  'human.whom': Command<undefined, { businesses: Choice[] }>;
  'human.call': Command<{ tenantId: string }, { business: string }>;
};

const flow = setup({ types: {} as FlowTypes<Human, HumanCommands>, actions: commands<HumanCommands>() });

/** Hands the conversation to a person: of the business concerned, asked when there are several, else of Griot. */
export const human = flow.createMachine({
  id: 'human',
  version: '1',
  context: { businesses: [], business: '' },
  initial: 'looking',
  states: {
    looking: {
      entry: 'human.whom',
      on: {
        'human.whom.done': [
          { guard: ({ event }) => event.businesses.length > 1, target: 'which', actions: assign(({ event }) => ({ businesses: event.businesses })) },
          { target: 'calling', actions: assign(({ event }) => ({ business: event.businesses[0]?.id ?? '' })) },
        ],
        'human.whom.refused': 'toHome',
      },
    },
    which: {
      meta: { say: 'human.which', choose: 'businesses', back: 'back' },
      on: { 'chose.*': { target: 'calling', actions: assign(({ event }) => ({ business: event.id })) }, back: 'toHome' },
    },
    calling: {
      entry: { type: 'human.call', params: ({ context }) => ({ tenantId: context.business }) },
      on: {
        'human.call.done': { target: 'called', actions: assign(({ event }) => ({ business: event.business })) },
        'human.call.refused': 'toHome',
      },
    },
    called: { type: 'final', meta: { say: 'human.called' } },
    toHome: { type: 'final', meta: { goto: PAUSED } },
  },
});
