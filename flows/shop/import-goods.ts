import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

type ImportGoods = { asked: object; media: { eventId?: number }; refusal: string };
export type ImportGoodsCommands = { 'goods.import': Command<{ eventId: number }, object> };

const flow = setup({ types: {} as FlowTypes<ImportGoods, ImportGoodsCommands>, actions: commands<ImportGoodsCommands>() });

/** A document sent by who keeps the goods of a shop: it is read as a list of them once they say so, all of it or nothing. « importer » says what it must look like. */
export const importGoods = flow.createMachine({
  id: 'importGoods',
  version: '1',
  context: { asked: {}, media: {}, refusal: 'right' },
  initial: 'seeking',
  states: {
    seeking: { always: [{ guard: ({ context }) => context.media.eventId !== undefined, target: 'sure' }, { target: 'how' }] },
    sure: { meta: { say: 'importGoods.sure', choose: ['yes', 'no'], back: 'cancel' }, on: { 'chose.yes': 'importing', 'chose.no': 'leaving', back: 'leaving' } },
    importing: {
      entry: { type: 'goods.import', params: ({ context }) => ({ eventId: context.media.eventId ?? 0 }) },
      on: { 'goods.import.done': 'begun', 'goods.import.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    begun: { type: 'final', meta: { say: 'importGoods.begun' } },
    how: { type: 'final', meta: { say: 'importGoods.how' } },
    refused: { type: 'final', meta: { say: 'importGoods.refused' } },
    leaving: { type: 'final', meta: { goto: OPEN } },
  },
});
