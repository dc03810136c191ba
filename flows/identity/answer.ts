import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Asked = { verb?: string; order?: object; day?: object; purchase?: { seq: number; code?: string }; alerts?: true; named?: string };
/** What waits for a yes or a no, and the flow that takes it: the id of a choice is `supply:<id>`, `recipient:<id>` or `quote`. */
type Answer = { asked: Asked; waiting: Choice[]; picked: string; given: { asked: Asked; subject: string } };
export type AnswerCommands = { 'answer.waiting': Command<{ asked: Asked }, { waiting: Choice[] }> };

const flow = setup({ types: {} as FlowTypes<Answer, AnswerCommands>, actions: commands<AnswerCommands>() });
const picked = (id: string) => ({ guard: ({ context }: { context: Answer }) => context.picked.startsWith(id) });

/** « oui », « non jeudi »: to the price of an order, to what a shop orders of its supplier, or to being warned. */
export const answer = flow.createMachine({
  id: 'answer',
  version: '1',
  context: { asked: {}, waiting: [], picked: '', given: { asked: {}, subject: '' } },
  initial: 'sorting',
  states: {
    // A number is that of an order.
    sorting: { always: [{ guard: ({ context }) => context.asked.order !== undefined, target: 'toQuote', actions: assign(({ context }) => ({ given: { asked: context.asked, subject: '' } })) }, { target: 'looking' }] },
    looking: {
      entry: { type: 'answer.waiting', params: ({ context }) => ({ asked: context.asked }) },
      on: { 'answer.waiting.done': { target: 'counting', actions: assign(({ event }) => ({ waiting: event.waiting })) }, 'answer.waiting.refused': 'toQuote' },
    },
    counting: {
      always: [
        { guard: ({ context }) => context.waiting.length > 1, target: 'which' },
        { target: 'leading', actions: assign(({ context: { waiting, asked } }) => ({ picked: waiting[0]?.id ?? (asked.alerts === true ? 'recipient:' : asked.purchase === undefined ? 'quote' : 'supply:') })) },
      ],
    },
    which: { meta: { say: 'answer.which', choose: 'waiting', back: 'back' }, on: { 'chose.*': { target: 'leading', actions: assign(({ event }) => ({ picked: event.id })) }, back: 'left' } },
    leading: {
      always: [
        { ...picked('supply:'), target: 'toSupply', actions: assign(({ context }) => ({ given: { asked: context.asked, subject: context.picked.slice('supply:'.length) } })) },
        { ...picked('recipient:'), target: 'toRecipient', actions: assign(({ context }) => ({ given: { asked: context.asked, subject: context.picked.slice('recipient:'.length) } })) },
        { target: 'toQuote', actions: assign(({ context }) => ({ given: { asked: context.asked, subject: '' } })) },
      ],
    },
    toSupply: { type: 'final', meta: { goto: 'supply', give: 'given' } },
    toRecipient: { type: 'final', meta: { goto: 'recipient', give: 'given' } },
    toQuote: { type: 'final', meta: { goto: 'quote', give: 'given' } },
    left: { type: 'final', meta: { goto: '@open' } },
  },
});
