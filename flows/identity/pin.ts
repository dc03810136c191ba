import { assign, setup } from 'xstate';
import { commands, PAUSED, type Command, type FlowTypes } from '../flow.ts';

type Pin = { business: string; pin: string; left: number };
export type PinCommands = {
  'pin.ask': Command<undefined, { business: string }>;
  'pin.check': Command<{ pin: string }, { right: boolean; left: number }>;
};

const flow = setup({ types: {} as FlowTypes<Pin, PinCommands>, actions: commands<PinCommands>() });

/** Staff screens on USSD: the phone may be lent, the PIN is not. Three wrong ones lock the member for 15 minutes. */
export const pin = flow.createMachine({
  id: 'pin',
  version: '1',
  context: { business: '', pin: '', left: 3 },
  initial: 'opening',
  states: {
    opening: {
      entry: 'pin.ask',
      on: { 'pin.ask.done': { target: 'code', actions: assign(({ event }) => ({ business: event.business })) }, 'pin.ask.refused': 'locked' },
    },
    code: {
      meta: { say: 'pin.code', back: 'cancel', secret: true, first: true },
      on: { said: { target: 'checking', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'toProfile' },
    },
    again: {
      meta: { say: 'pin.again', back: 'cancel', secret: true, first: true },
      on: { said: { target: 'checking', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'toProfile' },
    },
    checking: {
      entry: { type: 'pin.check', params: ({ context }) => ({ pin: context.pin }) },
      on: {
        // The code leaves the context as it leaves the log.
        'pin.check.done': [
          { guard: ({ event }) => event.right, target: 'proven', actions: assign({ pin: '' }) },
          { target: 'again', actions: assign(({ event }) => ({ pin: '', left: event.left })) },
        ],
        'pin.check.refused': { target: 'locked', actions: assign({ pin: '' }) },
      },
    },
    locked: { type: 'final', meta: { say: 'pin.locked' } },
    proven: { type: 'final', meta: { goto: PAUSED } },
    toProfile: { type: 'final', meta: { goto: 'profile' } },
  },
});
