import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

type Joining = { asked: { code?: string; named?: string }; memberId: string; business: string; rights: string; pin: string; pinHash: string };
export type JoiningCommands = {
  'invitation.see': Command<{ code: string }, Pick<Joining, 'memberId' | 'business' | 'rights'>>;
  'invitation.decline': Command<{ memberId: string }, object>;
  'pin.choose': Command<{ pin: string }, { pinHash: string }>;
  'invitation.accept': Command<Pick<Joining, 'memberId' | 'pin' | 'pinHash'>, object>;
};

const flow = setup({ types: {} as FlowTypes<Joining, JoiningCommands>, actions: commands<JoiningCommands>() });
const typed = (say: string) => ({
  meta: { say: `joining.${say}`, back: 'cancel' as const, secret: true },
  on: { said: { target: 'hashing', actions: assign({ pin: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'left' },
});

/** Somebody who was invited to work in a business agrees to it, and chooses a PIN of their own. */
export const joining = flow.createMachine({
  id: 'joining',
  version: '1',
  context: { asked: {}, memberId: '', business: '', rights: '', pin: '', pinHash: '' },
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'invitation.see', params: ({ context }) => ({ code: context.asked.code ?? context.asked.named ?? '' }) },
      on: { 'invitation.see.done': { target: 'terms', actions: assign(({ event: { memberId, business, rights } }) => ({ memberId, business, rights })) }, 'invitation.see.refused': 'none' },
    },
    terms: { meta: { say: 'joining.terms', choose: [{ id: 'yes', key: '1' }, { id: 'no', key: '2' }], back: 'cancel' }, on: { 'chose.yes': 'pin', 'chose.no': 'declining', back: 'left' } },
    declining: { entry: { type: 'invitation.decline', params: ({ context: { memberId } }) => ({ memberId }) }, on: { 'invitation.decline.done': 'declined', 'invitation.decline.refused': 'none' } },
    pin: typed('pin'),
    pinEasy: typed('pinEasy'),
    pinDiffers: typed('pinDiffers'),
    hashing: {
      entry: { type: 'pin.choose', params: ({ context }) => ({ pin: context.pin }) },
      on: { 'pin.choose.done': { target: 'pinAgain', actions: assign(({ event }) => ({ pin: '', pinHash: event.pinHash })) }, 'pin.choose.refused': { target: 'pinEasy', actions: assign({ pin: '' }) } },
    },
    pinAgain: { meta: { say: 'joining.pinAgain', back: 'cancel', secret: true }, on: { said: { target: 'accepting', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'left' } },
    accepting: {
      entry: { type: 'invitation.accept', params: ({ context: { memberId, pin, pinHash } }) => ({ memberId, pin, pinHash }) },
      on: {
        'invitation.accept.done': { target: 'joined', actions: assign({ pin: '', pinHash: '' }) },
        'invitation.accept.refused': [{ guard: ({ event }) => event.reason === 'mismatch', target: 'pinDiffers', actions: assign({ pin: '', pinHash: '' }) }, { target: 'none', actions: assign({ pin: '', pinHash: '' }) }],
      },
    },
    joined: { type: 'final', meta: { say: 'joining.joined' } },
    declined: { type: 'final', meta: { say: 'joining.declined' } },
    none: { type: 'final', meta: { say: 'joining.none' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
