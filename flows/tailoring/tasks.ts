import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import type { Place } from './board.ts';

type Tasks = { asked: object; list: Choice[]; given: { asked: { order?: string }; place: Place } };
export type TasksCommands = { 'tasks.list': Command<undefined, { list: Choice[] }> };

const flow = setup({ types: {} as FlowTypes<Tasks, TasksCommands>, actions: commands<TasksCommands>() });
const MINE: Place = { part: 'mine', after: '' };

/** What somebody has to sew, each with the stage that comes next. */
export const tasks = flow.createMachine({
  id: 'tasks',
  version: '1',
  context: { asked: {}, list: [], given: { asked: {}, place: MINE } },
  initial: 'listing',
  states: {
    listing: { entry: 'tasks.list', on: { 'tasks.list.done': { target: 'sorting', actions: assign(({ event }) => ({ list: event.list })) }, 'tasks.list.refused': 'left' } },
    sorting: { always: [{ guard: ({ context }) => context.list.length === 0, target: 'none' }, { target: 'list' }] },
    list: {
      meta: { say: 'tasks.list', choose: 'list', back: 'back' },
      on: { 'chose.*': { target: 'toCard', actions: assign(({ event }) => ({ given: { asked: { order: 'id' in event ? event.id : '' }, place: MINE } })) }, back: 'left' },
    },
    none: { type: 'final', meta: { say: 'tasks.none' } },
    toCard: { type: 'final', meta: { goto: 'card', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
