import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes, type Sent } from '../flow.ts';
import { ABOUT_ORDER, whichOrder, type AboutOrder, type FindOrder, type OrderSaid } from '../which-order.ts';

type Captioned = { order?: OrderSaid; stage?: string };
type Attach = Omit<AboutOrder, 'asked'> & { asked: Captioned; media: Sent; list: Choice[]; picked: string; number: string; refusal: string; given: { asked: Captioned } };
export type AttachCommands = FindOrder & {
  'attach.offer': Command<undefined, { list: Choice[] }>;
  'attach.own': Command<{ orderId: string; media: Sent }, { number: string }>;
  'order.attach': Command<{ orderId: string; media: Sent }, object>;
};

const flow = setup({ types: {} as FlowTypes<Attach, AttachCommands>, actions: commands<AttachCommands>() });

/** A photo or a voice note goes to its order: by its caption « 42 » or « 42 coupe », else it is asked which one it is for. */
export const attach = flow.createMachine({
  id: 'attach',
  version: '1',
  context: { ...ABOUT_ORDER, asked: {}, media: { kind: 'image', id: '', eventId: 0 }, list: [], picked: '', number: '', refusal: 'others', given: { asked: {} } },
  initial: 'sorting',
  states: {
    sorting: { always: [{ guard: ({ context }) => context.asked.order !== undefined, target: 'seeking' }, { target: 'offering' }] },
    ...whichOrder('attach', 'attaching'),
    attaching: {
      entry: { type: 'order.attach', params: ({ context: { order, media } }) => ({ orderId: order.orderId, media }) },
      on: {
        'order.attach.done': [
          { guard: ({ context }) => context.asked.stage !== undefined, target: 'toStage', actions: assign(({ context }) => ({ number: context.order.number, given: { asked: { order: context.order.full, stage: context.asked.stage ?? '' } } })) },
          { target: 'attached', actions: assign(({ context }) => ({ number: context.order.number })) },
        ],
        'order.attach.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    offering: {
      entry: 'attach.offer',
      on: { 'attach.offer.done': { target: 'whichFor', actions: assign(({ event }) => ({ list: event.list })) }, 'attach.offer.refused': 'left' },
    },
    whichFor: {
      meta: { say: 'attach.whichFor', choose: 'list', back: 'menu' },
      on: { 'chose.other': 'number', 'chose.none': 'kept', 'chose.*': { target: 'giving', actions: assign(({ event }) => ({ picked: 'id' in event ? event.id : '' })) }, back: 'left' },
    },
    giving: {
      entry: { type: 'attach.own', params: ({ context: { picked, media } }) => ({ orderId: picked, media }) },
      on: { 'attach.own.done': { target: 'attached', actions: assign(({ event }) => ({ number: event.number })) }, 'attach.own.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    attached: { type: 'final', meta: { say: 'attach.attached' } },
    kept: { type: 'final', meta: { say: 'attach.kept' } },
    refused: { type: 'final', meta: { say: 'attach.refused' } },
    toStage: { type: 'final', meta: { goto: 'stage', give: 'given', notice: 'attach.attached' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
