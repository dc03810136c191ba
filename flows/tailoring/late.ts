import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

type Written = { order?: OrderSaid; day?: { day: string; rolls?: true } };
type Late = Omit<AboutOrder, 'asked'> & { asked: Written; day: string; from: string; freeOn: string; taken: string; reason: string; told: string; refusal: string };
export type LateCommands = FindOrder & {
  'day.read': Command<{ text: string }, { day: string; rolls: boolean }>;
  'order.postpone': Command<{ orderId: string; day: string; reason: string }, { from: string; reached: boolean }, { freeOn?: string }>;
};

const flow = setup({ types: {} as FlowTypes<Late, LateCommands>, actions: commands<LateCommands>() });
const REASON_CHARS_MIN = 3;

/** « retard 42 30/12 »: another day is promised, in a week that has room, and the client is told. */
export const late = flow.createMachine({
  id: 'late',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, day: '', from: '', freeOn: '', taken: 'full', reason: '', told: 'told', refusal: 'impossible' },
  initial: 'seeking',
  states: {
    ...whichOrder('late', 'sorting'),
    sorting: {
      always: [
        { guard: ({ context: { asked } }) => asked.day?.rolls === true, target: 'nextYear', actions: assign(({ context }) => ({ day: context.asked.day?.day ?? '' })) },
        { guard: ({ context: { asked } }) => asked.day !== undefined, target: 'postponing', actions: assign(({ context }) => ({ day: context.asked.day?.day ?? '' })) },
        { target: 'day' },
      ],
    },
    day: { meta: { say: 'late.day', back: 'cancel' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'left' } },
    reading: {
      entry: { type: 'day.read', params: ({ context }) => ({ text: context.typed }) },
      on: {
        'day.read.done': [
          { guard: ({ event }) => event.rolls, target: 'nextYear', actions: assign(({ event }) => ({ day: event.day })) },
          { target: 'postponing', actions: assign(({ event }) => ({ day: event.day })) },
        ],
        'day.read.refused': 'unread',
      },
    },
    unread: { meta: { say: 'late.unread', back: 'cancel' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'left' } },
    nextYear: {
      meta: { say: 'late.nextYear', choose: [{ id: 'yes', key: '1' }, { id: 'other', key: '2' }], back: 'cancel' },
      on: { 'chose.yes': 'postponing', 'chose.other': 'day', back: 'left' },
    },
    postponing: {
      entry: { type: 'order.postpone', params: ({ context: { order, day, reason } }) => ({ orderId: order.orderId, day, reason }) },
      on: {
        'order.postpone.done': { target: 'moved', actions: assign(({ event }) => ({ from: event.from, told: event.reached ? 'told' : 'unreached' })) },
        'order.postpone.refused': [
          { guard: ({ event }) => event.reason === 'past', target: 'past' },
          { guard: ({ event }) => event.freeOn !== undefined, target: 'taken', actions: assign(({ event }) => ({ taken: event.reason, freeOn: event.freeOn ?? '' })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    past: { meta: { say: 'late.past', back: 'cancel' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'left' } },
    taken: {
      meta: { say: 'late.taken', choose: [{ id: 'free', key: '1' }, { id: 'other', key: '2' }, { id: 'force', key: '3' }], back: 'cancel' },
      on: { 'chose.free': { target: 'postponing', actions: assign(({ context }) => ({ day: context.freeOn })) }, 'chose.other': 'day', 'chose.force': 'reason', back: 'left' },
    },
    reason: {
      meta: { say: 'late.reason', back: 'cancel' },
      on: { said: { guard: ({ event }) => event.text.length >= REASON_CHARS_MIN, target: 'postponing', actions: assign(({ event }) => ({ reason: event.text })) }, back: 'left' },
    },
    moved: { type: 'final', meta: { say: 'late.moved' } },
    refused: { type: 'final', meta: { say: 'late.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
