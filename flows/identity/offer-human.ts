import { setup } from 'xstate';
import { commands, OPEN, type Commands, type FlowTypes } from '../flow.ts';

const flow = setup({ types: {} as FlowTypes<object, Commands>, actions: commands<Commands>() });

/** After the fifth answer in a row that we did not understand. */
export const offerHuman = flow.createMachine({
  id: 'offerHuman',
  version: '1',
  context: {},
  initial: 'offered',
  states: {
    offered: { meta: { say: 'offerHuman.offered', choose: [{ id: 'yes', key: '1' }, { id: 'no', key: '2' }], back: 'back', first: true }, on: { 'chose.yes': 'toHuman', 'chose.no': 'toOpen', back: 'toOpen' } },
    toHuman: { type: 'final', meta: { goto: 'human' } },
    toOpen: { type: 'final', meta: { goto: OPEN } },
  },
});
