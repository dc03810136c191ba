import { setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

export type ConsentCommands = {
  'terms.accept': Command<undefined, { person: string }>;
  'consent.stop': Command<{ everything: boolean }, object>;
  'consent.resume': Command<undefined, object>;
};

const flow = setup({ types: {} as FlowTypes<object, ConsentCommands>, actions: commands<ConsentCommands>() });

/** What may be sent to this phone. The words STOP, STOP TOUT and REPRENDRE do the same from anywhere. */
export const consent = flow.createMachine({
  id: 'consent',
  version: '1',
  context: {},
  initial: 'which',
  states: {
    which: {
      meta: { say: 'consent.which', choose: [{ id: 'accept', key: '1' }, { id: 'stop', key: '2' }, { id: 'stopAll', key: '3' }, { id: 'resume', key: '4' }], back: 'back' },
      on: { 'chose.accept': 'accepting', 'chose.stop': 'stopping', 'chose.stopAll': 'stoppingAll', 'chose.resume': 'resuming', back: 'unchanged' },
    },
    accepting: { entry: 'terms.accept', on: { 'terms.accept.done': 'unchanged', 'terms.accept.refused': 'which' } },
    stopping: { entry: { type: 'consent.stop', params: { everything: false } }, on: { 'consent.stop.done': 'stopped', 'consent.stop.refused': 'which' } },
    stoppingAll: { entry: { type: 'consent.stop', params: { everything: true } }, on: { 'consent.stop.done': 'stoppedAll', 'consent.stop.refused': 'which' } },
    resuming: { entry: 'consent.resume', on: { 'consent.resume.done': 'resumed', 'consent.resume.refused': 'which' } },
    stopped: { type: 'final', meta: { say: 'consent.stopped' } },
    stoppedAll: { type: 'final', meta: { say: 'consent.stoppedAll' } },
    resumed: { type: 'final', meta: { say: 'consent.resumed' } },
    unchanged: { type: 'final', meta: { goto: OPEN } },
  },
});
