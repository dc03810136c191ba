import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import type { OrderSaid } from '../which-order.ts';

/** How many orders are in each part of the board. */
type Counts = { all: number; today: number; late: number; week: number; waiting: number; later: number };
/** Where on the board one was: to come back to it from an order. */
export type Place = { part: string; after: string };
type Board = Place & { asked: object; counts: Counts; few: boolean; list: Choice[]; next: string; given: { asked: { order?: OrderSaid }; place: Place } };
export type BoardCommands = {
  'board.open': Command<undefined, { counts: Counts; few: boolean }>;
  'board.list': Command<Place, { list: Choice[]; next: string }>;
};

const flow = setup({ types: {} as FlowTypes<Board, BoardCommands>, actions: commands<BoardCommands>() });
const PARTS = ['today', 'late', 'week', 'waiting', 'later'];

/** What a workshop has to finish and to hand over, by the day it is promised. Few orders are one list; many are asked for by their day. */
export const board = flow.createMachine({
  id: 'board',
  version: '1',
  context: { asked: {}, part: '', after: '', counts: { all: 0, today: 0, late: 0, week: 0, waiting: 0, later: 0 }, few: true, list: [], next: '', given: { asked: {}, place: { part: '', after: '' } } },
  initial: 'opening',
  states: {
    opening: {
      entry: 'board.open',
      on: { 'board.open.done': { target: 'sorting', actions: assign(({ event: { counts, few } }) => ({ counts, few })) }, 'board.open.refused': 'left' },
    },
    sorting: {
      always: [
        { guard: ({ context }) => context.part === 'mine', target: 'toTasks' },
        { guard: ({ context }) => context.counts.all === 0, target: 'empty' },
        { guard: ({ context }) => context.few, target: 'listing', actions: assign(({ context }) => ({ part: context.part || 'all' })) },
        { guard: ({ context }) => context.part !== '', target: 'listing' },
        { target: 'parts' },
      ],
    },
    parts: {
      meta: { say: 'board.parts', choose: PARTS.map((id, at) => ({ id, key: String(at + 1) })), back: 'back' },
      on: { 'chose.*': { target: 'listing', actions: assign(({ event }) => ({ part: 'id' in event ? event.id : '' })) }, back: 'left' },
    },
    listing: {
      entry: { type: 'board.list', params: ({ context: { part, after } }) => ({ part, after }) },
      on: { 'board.list.done': { target: 'weighing', actions: assign(({ event: { list, next } }) => ({ list, next })) }, 'board.list.refused': 'left' },
    },
    weighing: { always: [{ guard: ({ context }) => context.list.length === 0, target: 'none' }, { target: 'list' }] },
    list: {
      meta: { say: 'board.list', choose: 'list', back: 'back' },
      on: {
        'chose.next': { target: 'listing', actions: assign(({ context }) => ({ after: context.next })) },
        'chose.*': { target: 'toCard', actions: assign(({ context: { part, after }, event }) => ({ given: { asked: { order: 'id' in event ? event.id : '' }, place: { part, after } } })) },
        back: [
          { guard: ({ context }) => context.after !== '', target: 'listing', actions: assign({ after: '' }) },
          { guard: ({ context }) => !context.few, target: 'parts' },
          { target: 'left' },
        ],
      },
    },
    none: { meta: { say: 'board.none', choose: ['parts'], back: 'back' }, on: { 'chose.parts': 'parts', back: 'left' } },
    empty: { type: 'final', meta: { say: 'board.empty' } },
    toTasks: { type: 'final', meta: { goto: 'tasks' } },
    toCard: { type: 'final', meta: { goto: 'card', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
