import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';

type ExportGoods = { asked: object; paper: { url: string; fileName: string }; refusal: string };
export type ExportGoodsCommands = { 'goods.export': Command<undefined, { paper: { url: string; fileName: string } }> };

const flow = setup({ types: {} as FlowTypes<ExportGoods, ExportGoodsCommands>, actions: commands<ExportGoodsCommands>() });

/** « exporter produits »: all goods as a file for a spreadsheet, a document on WhatsApp and a link elsewhere. */
export const exportGoods = flow.createMachine({
  id: 'exportGoods',
  version: '1',
  context: { asked: {}, paper: { url: '', fileName: '' }, refusal: 'right' },
  initial: 'making',
  states: {
    making: {
      entry: 'goods.export',
      on: { 'goods.export.done': { target: 'made', actions: assign(({ event }) => ({ paper: event.paper })) }, 'goods.export.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    made: { type: 'final', meta: { say: 'exportGoods.made', document: 'paper' } },
    refused: { type: 'final', meta: { say: 'exportGoods.refused' } },
  },
});
