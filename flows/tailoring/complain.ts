import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_OWN_ORDER, whichOwnOrder, type AboutOwnOrder, type FindOwnOrder } from '../own-order.ts';

type Complaint = Omit<AboutOwnOrder, 'asked'> & { asked: AboutOwnOrder['asked'] & { words?: string }; words: string; shown: string; ahead: { asked: { order?: { seq: number; year: number }; named?: string } } };
type Where = { orderId: string; tenantId: string };
export type ComplainCommands = FindOwnOrder & {
  'complaint.say': Command<Where & { words: string }, object>;
  'complaint.show': Command<Where, object>;
};

const flow = setup({ types: {} as FlowTypes<Complaint, ComplainCommands>, actions: commands<ComplainCommands>() });
const of = ({ order }: Complaint): Where => ({ orderId: order.orderId, tenantId: order.tenantId });

/** Something is wrong: in words, then with a photo or a voice note, told to the owner at once. */
export const complain = flow.createMachine({
  id: 'complain',
  version: '1',
  context: { ...ABOUT_OWN_ORDER, words: '', shown: 'none', ahead: { asked: {} } },
  initial: 'seeking',
  states: {
    ...whichOwnOrder('complain', 'hearing'),
    hearing: { always: [{ guard: ({ context }) => context.asked.words !== undefined, target: 'telling', actions: assign(({ context }) => ({ words: context.asked.words ?? '' })) }, { target: 'what' }] },
    what: {
      meta: { say: 'complain.what', back: 'back' },
      on: { said: { target: 'telling', actions: assign(({ event }) => ({ words: event.text })) }, sent: 'showing', back: 'leaving' },
    },
    telling: {
      entry: { type: 'complaint.say', params: ({ context }) => ({ ...of(context), words: context.words }) },
      on: { 'complaint.say.done': 'told', 'complaint.say.refused': 'refused' },
    },
    told: {
      meta: { say: 'complain.told', choose: [{ id: 'enough', key: '1' }, { id: 'refund', key: '2' }], back: 'menu', done: true },
      on: { sent: 'showing', 'chose.enough': 'thanked', 'chose.refund': { target: 'toRefund', actions: assign(({ context: { order: { seq, year, tenantId } } }) => ({ ahead: { asked: { order: { seq, year }, named: tenantId } } })) }, back: 'leaving' },
    },
    showing: {
      entry: { type: 'complaint.show', params: ({ context }) => of(context) },
      on: { 'complaint.show.done': { target: 'told', actions: assign({ shown: 'some' }) }, 'complaint.show.refused': 'refused' },
    },
    toRefund: { type: 'final', meta: { goto: 'askRefund', give: 'ahead' } },
    thanked: { type: 'final', meta: { say: 'complain.thanked' } },
    refused: { type: 'final', meta: { say: 'complain.refused' } },
  },
});
