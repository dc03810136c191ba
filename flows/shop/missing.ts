import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, howMuch, type AboutGoods, type FindGoods } from '../which-goods.ts';

type Missing = AboutGoods & { lost: number; refusal: string };
export type MissingCommands = FindGoods & { 'missing.note': Command<{ variantId: string; qty: number; unit: string }, { lost: number }> };

const flow = setup({ types: {} as FlowTypes<Missing, MissingCommands>, actions: commands<MissingCommands>() });

/** « manque riz 3 »: somebody wanted it and left without. What is not written down is never ordered. */
export const missing = flow.createMachine({
  id: 'missing',
  version: '1',
  context: { ...ABOUT_GOODS, lost: 0, refusal: 'unknown' },
  initial: 'seeking',
  states: {
    ...howMuch('missing', 'noting', 'sell'),
    noting: {
      entry: { type: 'missing.note', params: ({ context: { goods, asked } }) => ({ variantId: goods.variantId, qty: asked.qty?.milli ?? 0, unit: asked.unit ?? '' }) },
      on: { 'missing.note.done': { target: 'noted', actions: assign(({ event }) => ({ lost: event.lost })) }, 'missing.note.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    noted: { type: 'final', meta: { say: 'missing.noted' } },
    refused: { type: 'final', meta: { say: 'missing.refused' } },
  },
});
