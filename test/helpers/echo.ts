import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../../flows/flow.ts';
import { flows } from '../../flows/index.ts';
import { flowBook } from '../../src/conversation/flow-book.ts';
import type { Scope } from '../../src/scope.ts';

type EchoCommands = { 'echo.take': Command<{ text: string }, object> };
const flow = setup({ types: {} as FlowTypes<{ name: string }, EchoCommands>, actions: commands<EchoCommands>() });

/** Says every text back, so that a test sees which were heard, and in which order. It stands where a newcomer is welcomed. */
const echo = flow.createMachine({
  id: 'welcome',
  version: 'echo',
  context: { name: '' },
  initial: 'heard',
  states: {
    heard: { meta: { say: 'common.header', first: true }, on: { said: { target: 'taking', actions: assign(({ event }) => ({ name: event.text })) } } },
    taking: { entry: { type: 'echo.take', params: ({ context }) => ({ text: context.name }) }, on: { 'echo.take.done': 'heard', 'echo.take.refused': 'heard' } },
  },
});

export type Take = (scope: Scope, text: string) => Promise<void>;

/** What a world needs to echo. A test may do something of its own with each text, or fail. */
export function echoing() {
  const echoes: { take: Take } = { take: () => Promise.resolve() };
  const handlers = {
    'echo.take': async (scope: Scope, { text }: { text: string }) => {
      await echoes.take(scope, text);
      return {};
    },
  };
  return { echoes, flows: flowBook([echo, ...flows.filter(({ id }) => id !== 'welcome')], {}), handlers };
}

/** An echo, without the punctuation around it. */
export const echoed = (text: string): string => text.replace(/\s*:$/, '');
