import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

/** `source`: where the money lies, on the order or as the client's credit. `stands`: what waits already, since `day`. */
type AskRefund = AboutOwnOrder & { most: number; source: string; policy: string; amount: number; part: string; reason: string; stands: string; day: string; refusal: string };
type Where = { orderId: string; tenantId: string };
export type AskRefundCommands = FindOwnOrder & {
  'refund.offer': Command<Where, { most: number; source: string; policy: string }, { amount?: number; stands?: string; day?: string }>;
  'refund.read': Command<{ text: string; most: number }, { amount: number }>;
  'refund.ask': Command<Where & { amount: number; source: string; reason: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<AskRefund, AskRefundCommands>, actions: commands<AskRefundCommands>() });
const of = ({ order }: AskRefund): Where => ({ orderId: order.orderId, tenantId: order.tenantId });
const REASON_CHARS_MIN = 3;

/** « remboursement 42 »: what the workshop usually does is shown first, then how much and why; the owner answers. */
export const askRefund = flow.createMachine({
  id: 'askRefund',
  version: '1',
  context: { ...ABOUT_OWN_ORDER, most: 0, source: 'order', policy: '', amount: 0, part: 'ask', reason: '', stands: 'asked', day: '', refusal: 'nothing' },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('askRefund', 'offering'),
    offering: {
      entry: { type: 'refund.offer', params: ({ context }) => of(context) },
      on: {
        'refund.offer.done': { target: 'policy', actions: assign(({ event: { most, source, policy } }) => ({ most, source, policy })) },
        'refund.offer.refused': [
          { guard: ({ event }) => event.reason === 'open', target: 'waits', actions: assign(({ event }) => ({ amount: event.amount ?? 0, stands: event.stands ?? 'asked', day: event.day ?? '' })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    policy: {
      meta: { say: 'askRefund.policy', choose: [{ id: 'all', key: '1' }, { id: 'part', key: '2' }], back: 'cancel' },
      on: { 'chose.all': { target: 'why', actions: assign(({ context }) => ({ amount: context.most })) }, 'chose.part': { target: 'part', actions: assign({ part: 'ask' }) }, back: 'leaving' },
    },
    part: { meta: { say: 'askRefund.part', back: 'cancel' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'leaving' } },
    reading: {
      entry: { type: 'refund.read', params: ({ context: { typed, most } }) => ({ text: typed, most }) },
      on: { 'refund.read.done': { target: 'why', actions: assign(({ event }) => ({ amount: event.amount })) }, 'refund.read.refused': { target: 'part', actions: assign(({ event }) => ({ part: event.reason })) } },
    },
    why: {
      meta: { say: 'askRefund.why', back: 'cancel' },
      on: { said: { guard: ({ event }) => event.text.trim().length >= REASON_CHARS_MIN, target: 'asking', actions: assign(({ event }) => ({ reason: event.text.trim() })) }, back: 'leaving' },
    },
    asking: {
      entry: { type: 'refund.ask', params: ({ context }) => ({ ...of(context), amount: context.amount, source: context.source, reason: context.reason }) },
      on: {
        'refund.ask.done': 'told',
        // Asked on another phone meanwhile, or paid out: what holds now is shown.
        'refund.ask.refused': [{ guard: ({ event }) => ['asked', 'tooMuch'].includes(event.reason), target: 'offering' }, { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) }],
      },
    },
    told: { type: 'final', meta: { say: 'askRefund.told' } },
    waits: { type: 'final', meta: { say: 'askRefund.waits' } },
    refused: { type: 'final', meta: { say: 'askRefund.refused' } },
  },
});
