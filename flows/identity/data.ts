import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { isName } from '../name.ts';

type Data = { name: string; phone: string; since: string; businesses: string; messages: number; consents: string; url: string };
export type DataCommands = {
  'data.see': Command<undefined, Omit<Data, 'url'>>;
  'data.rename': Command<{ name: string }, { name: string }>;
  'data.export': Command<undefined, { url: string }>;
  'data.erase': Command<undefined, { open: boolean; owed: boolean }>;
};

const flow = setup({ types: {} as FlowTypes<Data, DataCommands>, actions: commands<DataCommands>() });

/** The rights of a person over what we keep: see it, correct it, carry it away, have it deleted. */
export const data = flow.createMachine({
  id: 'data',
  version: '1',
  context: { name: '', phone: '', since: '', businesses: '', messages: 0, consents: '', url: '' },
  initial: 'menu',
  states: {
    menu: {
      meta: { say: 'data.menu', choose: [{ id: 'see', key: '1' }, { id: 'correct', key: '2' }, { id: 'export', key: '3' }, { id: 'erase', key: '4' }], back: 'back' },
      on: { 'chose.see': 'reading', 'chose.correct': 'name', 'chose.export': 'exporting', 'chose.erase': 'confirming', back: 'toHome' },
    },
    reading: {
      entry: 'data.see',
      on: {
        'data.see.done': { target: 'seen', actions: assign(({ event: { name, phone, since, businesses, messages, consents } }) => ({ name, phone, since, businesses, messages, consents })) },
        'data.see.refused': 'toHome',
      },
    },
    seen: { meta: { say: 'data.seen', back: 'back' }, on: { back: 'menu' } },
    name: {
      meta: { say: 'data.name', back: 'cancel' },
      on: { said: { guard: ({ event }) => isName(event.text), target: 'renaming', actions: assign(({ event }) => ({ name: event.text.trim() })) }, back: 'menu' },
    },
    renaming: {
      entry: { type: 'data.rename', params: ({ context }) => ({ name: context.name }) },
      on: { 'data.rename.done': 'renamed', 'data.rename.refused': 'name' },
    },
    renamed: { type: 'final', meta: { say: 'data.renamed' } },
    exporting: {
      entry: 'data.export',
      on: { 'data.export.done': { target: 'exported', actions: assign(({ event }) => ({ url: event.url })) }, 'data.export.refused': 'toHome' },
    },
    exported: { type: 'final', meta: { say: 'data.exported', link: 'url' } },
    confirming: {
      meta: { say: 'data.confirming', choose: [{ id: 'erase', key: '1' }, { id: 'keep', key: '2' }], back: 'back' },
      on: { 'chose.erase': 'erasing', 'chose.keep': 'menu', back: 'menu' },
    },
    erasing: { entry: 'data.erase', on: { 'data.erase.done': [{ guard: ({ event }) => event.owed, target: 'owed' }, { guard: ({ event }) => event.open, target: 'kept' }, { target: 'erased' }], 'data.erase.refused': 'refused' } },
    owed: { type: 'final', meta: { say: 'data.owed' } },
    kept: { type: 'final', meta: { say: 'data.kept' } },
    erased: { type: 'final', meta: { say: 'data.erased' } },
    refused: { type: 'final', meta: { say: 'data.refused' } },
    toHome: { type: 'final', meta: { goto: OPEN } },
  },
});
