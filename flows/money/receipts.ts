import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

/** `state`: whether it still counts. */
type Paper = { url: string; fileName: string; state: string };
type Receipts = AboutOwnOrder & { papers: Choice[]; chosen: string; paper: Paper };
export type ReceiptCommands = FindOwnOrder & {
  'receipt.list': Command<{ orderId: string }, { papers: Choice[] }>;
  'receipt.open': Command<{ orderId: string; paymentId: string }, { paper: Paper }>;
};

const flow = setup({ types: {} as FlowTypes<Receipts, ReceiptCommands>, actions: commands<ReceiptCommands>() });

/** A client asks for the receipt of what they have paid: of one order, or any. */
export const receipts = flow.createMachine({
  id: 'receipts',
  version: '1',
  context: { ...ABOUT_OWN_ORDER, papers: [], chosen: '', paper: { url: '', fileName: '', state: 'valid' } },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('receipts', 'listing', 'listing'),
    listing: {
      entry: { type: 'receipt.list', params: ({ context }) => ({ orderId: context.order.orderId }) },
      on: { 'receipt.list.done': { target: 'sorting', actions: assign(({ event }) => ({ papers: event.papers })) }, 'receipt.list.refused': 'none' },
    },
    sorting: {
      always: [
        { guard: ({ context }) => context.papers.length === 0, target: 'none' },
        { guard: ({ context }) => context.papers.length === 1, target: 'opening', actions: assign(({ context }) => ({ chosen: context.papers[0]?.id ?? '' })) },
        { target: 'papers' },
      ],
    },
    papers: { meta: { say: 'receipts.papers', choose: 'papers', back: 'back' }, on: { 'chose.*': { target: 'opening', actions: assign(({ event }) => ({ chosen: event.id })) }, back: 'leaving' } },
    opening: {
      entry: { type: 'receipt.open', params: ({ context }) => ({ orderId: context.order.orderId, paymentId: context.chosen }) },
      on: { 'receipt.open.done': { target: 'opened', actions: assign(({ event }) => ({ paper: event.paper })) }, 'receipt.open.refused': 'none' },
    },
    opened: { type: 'final', meta: { say: 'receipts.opened', document: 'paper' } },
    none: { type: 'final', meta: { say: 'receipts.none' } },
  },
});
