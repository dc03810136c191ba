import { setup } from 'xstate';
import { commands, OPEN, PAUSED, type Command, type FlowTypes } from '../flow.ts';

export type ResumeCommands = { 'resume.forget': Command<undefined, object> };

const flow = setup({ types: {} as FlowTypes<{ what: string }, ResumeCommands>, actions: commands<ResumeCommands>() });

/** Offered after a dropped session, a change of channel or a long silence: what was begun is still there. */
export const resume = flow.createMachine({
  id: 'resume',
  version: '1',
  context: { what: '' },
  initial: 'offered',
  states: {
    offered: {
      meta: { say: 'resume.offered', choose: [{ id: 'yes', key: '1' }, { id: 'no', key: '2' }], back: 'back', first: true },
      on: { 'chose.yes': 'toPaused', 'chose.no': 'forgetting', back: 'forgetting' },
    },
    forgetting: { entry: 'resume.forget', on: { 'resume.forget.done': 'forgotten', 'resume.forget.refused': 'forgotten' } },
    toPaused: { type: 'final', meta: { goto: PAUSED } },
    forgotten: { type: 'final', meta: { goto: OPEN } },
  },
});
