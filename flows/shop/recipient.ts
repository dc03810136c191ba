import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';

type Recipient = { asked: { verb?: string }; subject: string; business: string };
export type RecipientCommands = { 'recipient.answer': Command<{ memberId: string; agrees: boolean }, { business: string }> };

const flow = setup({ types: {} as FlowTypes<Recipient, RecipientCommands>, actions: commands<RecipientCommands>() });

/** Somebody of a shop says whether its warnings come to them, too. `subject` is their membership. */
export const recipient = flow.createMachine({
  id: 'recipient',
  version: '1',
  context: { asked: {}, subject: '', business: '' },
  initial: 'sorting',
  states: {
    sorting: { always: [{ guard: ({ context }) => context.asked.verb === 'decline', target: 'declining' }, { target: 'agreeing' }] },
    agreeing: {
      entry: { type: 'recipient.answer', params: ({ context }) => ({ memberId: context.subject, agrees: true }) },
      on: { 'recipient.answer.done': { target: 'agreed', actions: assign(({ event }) => ({ business: event.business })) }, 'recipient.answer.refused': 'unasked' },
    },
    declining: {
      entry: { type: 'recipient.answer', params: ({ context }) => ({ memberId: context.subject, agrees: false }) },
      on: { 'recipient.answer.done': { target: 'declined', actions: assign(({ event }) => ({ business: event.business })) }, 'recipient.answer.refused': 'unasked' },
    },
    agreed: { type: 'final', meta: { say: 'recipient.agreed' } },
    declined: { type: 'final', meta: { say: 'recipient.declined' } },
    unasked: { type: 'final', meta: { say: 'recipient.unasked' } },
  },
});
