import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

type Written = { order?: OrderSaid; stage?: string };
type AtStage = Omit<AboutOrder, 'asked'> & { asked: Written; stage: string; rest: string; whose: string; refusal: string; given: { asked: { order?: OrderSaid } } };
export type StageCommands = FindOrder & {
  'stage.finish': Command<{ orderId: string; stage: string }, { rest: string; mayReady: boolean }, { whose?: string }>;
  'ready.propose': Command<{ orderId: string }, { reached: boolean }>;
};

const flow = setup({ types: {} as FlowTypes<AtStage, StageCommands>, actions: commands<StageCommands>() });
const STAGES = ['cut', 'sew', 'embroider', 'finish', 'check'];

/** « fini 42 couture »: what is left is told; after the last stage the order is ready, or the owner is asked to say so. */
export const stage = flow.createMachine({
  id: 'stage',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, stage: '', rest: '', whose: '', refusal: 'notBegun', given: { asked: {} } },
  initial: 'seeking',
  states: {
    ...whichOrder('stage', 'sorting'),
    sorting: {
      always: [
        { guard: ({ context: { asked } }) => asked.stage !== undefined, target: 'finishing', actions: assign(({ context }) => ({ stage: context.asked.stage ?? '' })) },
        { target: 'stage' },
      ],
    },
    stage: {
      meta: { say: 'stage.stage', choose: STAGES.map((id, at) => ({ id, key: String(at + 1) })), back: 'back' },
      on: { 'chose.*': { target: 'finishing', actions: assign(({ event }) => ({ stage: 'id' in event ? event.id : '' })) }, back: 'left' },
    },
    finishing: {
      entry: { type: 'stage.finish', params: ({ context: { order, stage: done } }) => ({ orderId: order.orderId, stage: done }) },
      on: {
        'stage.finish.done': [
          { guard: ({ event }) => event.rest !== '', target: 'finished', actions: assign(({ event }) => ({ rest: event.rest })) },
          { guard: ({ event }) => event.mayReady, target: 'last', actions: assign(({ context }) => ({ given: { asked: { order: context.order.full } } })) },
          { target: 'lastOfOthers' },
        ],
        'stage.finish.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason, whose: event.whose ?? '' })) },
      },
    },
    finished: { type: 'final', meta: { say: 'stage.finished' } },
    last: { meta: { say: 'stage.last', choose: ['yes', 'no'], back: 'menu' }, on: { 'chose.yes': 'toReady', 'chose.no': 'kept', back: 'left' } },
    lastOfOthers: { meta: { say: 'stage.lastOfOthers', choose: ['yes', 'no'], back: 'menu' }, on: { 'chose.yes': 'proposing', 'chose.no': 'kept', back: 'left' } },
    proposing: {
      entry: { type: 'ready.propose', params: ({ context }) => ({ orderId: context.order.orderId }) },
      on: { 'ready.propose.done': 'proposed', 'ready.propose.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    proposed: { type: 'final', meta: { say: 'stage.proposed' } },
    kept: { type: 'final', meta: { say: 'stage.kept' } },
    refused: { type: 'final', meta: { say: 'stage.refused' } },
    toReady: { type: 'final', meta: { goto: 'ready', give: 'given' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
