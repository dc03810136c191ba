import { setup } from 'xstate';
import { commands, OPEN, PAUSED, type Commands, type FlowTypes } from '../flow.ts';

const flow = setup({ types: {} as FlowTypes<{ what: string }, Commands>, actions: commands<Commands>() });

/** Offered after a dropped session, a change of channel or a long silence: what was begun is still there. */
export const resume = flow.createMachine({
  id: 'resume',
  version: '1',
  context: { what: '' },
  initial: 'offered',
  states: {
    offered: {
      meta: { say: 'resume.offered', choose: [{ id: 'yes', key: '1' }, { id: 'no', key: '2' }], back: 'menu', first: true },
      on: { 'chose.yes': 'toPaused', 'chose.no': 'forgotten', back: 'forgotten' },
    },
    toPaused: { type: 'final', meta: { goto: PAUSED } },
    forgotten: { type: 'final', meta: { goto: OPEN, forget: true } },
  },
});
