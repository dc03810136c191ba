import { setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

export type HandoffCommands = { 'human.release': Command<undefined, object> };

const flow = setup({ types: {} as FlowTypes<object, HandoffCommands>, actions: commands<HandoffCommands>() });

/** What a USSD screen shows while a human has the conversation: a screen must say something. */
export const handoff = flow.createMachine({
  id: 'handoff',
  version: '1',
  context: {},
  initial: 'waiting',
  states: {
    waiting: { meta: { say: 'handoff.waiting', choose: [{ id: 'menu', key: '1' }], back: 'quit', first: true }, on: { 'chose.menu': 'releasing', back: 'left' } },
    releasing: { entry: 'human.release', on: { 'human.release.done': 'released', 'human.release.refused': 'released' } },
    released: { type: 'final', meta: { goto: OPEN } },
    left: { type: 'final', meta: { say: 'handoff.left' } },
  },
});
