import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';

type ShopCode = { code: string; dial: string; number: string; url: string };
export type ShopCodeCommands = { 'code.see': Command<undefined, ShopCode> };

const flow = setup({ types: {} as FlowTypes<ShopCode, ShopCodeCommands>, actions: commands<ShopCodeCommands>() });

/** What clients write or dial to reach the workshop, and the poster that says so. */
export const shopCode = flow.createMachine({
  id: 'shopCode',
  version: '1',
  context: { code: '', dial: '', number: '', url: '' },
  initial: 'reading',
  states: {
    reading: {
      entry: 'code.see',
      on: { 'code.see.done': { target: 'told', actions: assign(({ event: { code, dial, number, url } }) => ({ code, dial, number, url })) }, 'code.see.refused': 'refused' },
    },
    told: { type: 'final', meta: { say: 'shopCode.told', link: 'url' } },
    refused: { type: 'final', meta: { say: 'settings.refused' } },
  },
});
