import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

type ChangePin = { pin: string; pinHash: string };
export type ChangePinCommands = {
  'pin.begin': Command<undefined, object>;
  'pin.choose': Command<{ pin: string }, { pinHash: string }>;
  'pin.change': Command<{ pin: string; pinHash: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<ChangePin, ChangePinCommands>, actions: commands<ChangePinCommands>() });
const typed = (say: string) => ({
  meta: { say: `changePin.${say}`, back: 'cancel' as const, secret: true },
  on: { said: { target: 'hashing', actions: assign({ pin: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'left' },
});

/** Another PIN for a member, who proves the one of today first. */
export const changePin = flow.createMachine({
  id: 'changePin',
  version: '1',
  context: { pin: '', pinHash: '' },
  initial: 'beginning',
  states: {
    beginning: { entry: 'pin.begin', on: { 'pin.begin.done': 'pin', 'pin.begin.refused': 'left' } },
    pin: typed('pin'),
    pinEasy: typed('pinEasy'),
    pinDiffers: typed('pinDiffers'),
    // Between the two times only a hash is kept.
    hashing: {
      entry: { type: 'pin.choose', params: ({ context }) => ({ pin: context.pin }) },
      on: { 'pin.choose.done': { target: 'pinAgain', actions: assign(({ event }) => ({ pin: '', pinHash: event.pinHash })) }, 'pin.choose.refused': { target: 'pinEasy', actions: assign({ pin: '' }) } },
    },
    pinAgain: { meta: { say: 'changePin.pinAgain', back: 'cancel', secret: true }, on: { said: { target: 'changing', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'left' } },
    changing: {
      entry: { type: 'pin.change', params: ({ context: { pin, pinHash } }) => ({ pin, pinHash }) },
      on: { 'pin.change.done': { target: 'changed', actions: assign({ pin: '', pinHash: '' }) }, 'pin.change.refused': { target: 'pinDiffers', actions: assign({ pin: '', pinHash: '' }) } },
    },
    changed: { type: 'final', meta: { say: 'changePin.changed' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
