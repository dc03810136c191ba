import { setup } from 'xstate';
import { commands, PAUSED, type Command, type FlowTypes } from '../flow.ts';

export type LanguageCommands = { 'language.set': Command<{ language: string }, object> };

const flow = setup({ types: {} as FlowTypes<object, LanguageCommands>, actions: commands<LanguageCommands>() });
const settled = { 'language.set.done': 'set', 'language.set.refused': 'unchanged' } as const;

/** Interrupts any flow and gives it back at the same step, in the language chosen. */
export const language = flow.createMachine({
  id: 'language',
  version: '1',
  context: {},
  initial: 'which',
  states: {
    which: {
      meta: { say: 'language.which', choose: [{ id: 'fr', key: '1' }, { id: 'en', key: '2' }], back: 'back', first: true },
      on: { 'chose.fr': 'settingFrench', 'chose.en': 'settingEnglish', back: 'unchanged' },
    },
    settingFrench: { entry: { type: 'language.set', params: { language: 'fr' } }, on: settled },
    settingEnglish: { entry: { type: 'language.set', params: { language: 'en' } }, on: settled },
    set: { type: 'final', meta: { goto: PAUSED, notice: 'language.set' } },
    unchanged: { type: 'final', meta: { goto: PAUSED } },
  },
});
