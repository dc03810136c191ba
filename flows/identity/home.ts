import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';

type Home = { persona: string; name: string; business: string; code: string };
export type HomeCommands = { 'home.open': Command<undefined, Home> };

const flow = setup({ types: {} as FlowTypes<Home, HomeCommands>, actions: commands<HomeCommands>() });
const is = (persona: string) => ({ guard: ({ context }: { context: Home }) => context.persona === persona, target: persona });
const more = [{ id: 'more', key: '8' }];

/** The first screen of everybody we know. Keys are those of the printed menus: an entry that does not exist yet leaves its key unused. */
export const home = flow.createMachine({
  id: 'home',
  version: '1',
  context: { persona: '', name: '', business: '', code: '' },
  initial: 'opening',
  states: {
    opening: {
      entry: 'home.open',
      on: {
        'home.open.done': { target: 'sorting', actions: assign(({ event: { persona, name, business, code } }) => ({ persona, name, business, code })) },
        'home.open.refused': 'toWelcome',
      },
    },
    sorting: { always: [is('owner'), is('manager'), is('employee'), is('affiliate'), is('agent'), { target: 'client' }] },
    client: { meta: { say: 'home.client', choose: more, back: 'quit', first: true }, on: { 'chose.more': 'clientMore', back: 'left' } },
    owner: { meta: { say: 'home.owner', choose: more, back: 'quit', first: true }, on: { 'chose.more': 'staffMore', back: 'left' } },
    manager: { meta: { say: 'home.manager', choose: more, back: 'quit', first: true }, on: { 'chose.more': 'staffMore', back: 'left' } },
    employee: { meta: { say: 'home.employee', choose: more, back: 'quit', first: true }, on: { 'chose.more': 'staffMore', back: 'left' } },
    affiliate: { meta: { say: 'home.affiliate', choose: more, back: 'quit', first: true }, on: { 'chose.more': 'staffMore', back: 'left' } },
    agent: { meta: { say: 'home.agent', choose: more, back: 'quit', first: true }, on: { 'chose.more': 'staffMore', back: 'left' } },
    clientMore: {
      meta: {
        say: 'home.clientMore',
        choose: [{ id: 'language', key: '4' }, { id: 'profile', key: '5' }, { id: 'workshop', key: '6' }, { id: 'consent', key: '7' }, { id: 'data', key: '8' }],
        back: 'back',
      },
      on: {
        'chose.language': 'toLanguage', 'chose.profile': 'toProfile', 'chose.workshop': 'toHuman', 'chose.consent': 'toConsent', 'chose.data': 'toData',
        back: 'opening',
      },
    },
    staffMore: {
      meta: { say: 'home.staffMore', choose: [{ id: 'human', key: '7' }, { id: 'language', key: '8' }], back: 'back' },
      on: { 'chose.human': 'toHuman', 'chose.language': 'toLanguage', back: 'opening' },
    },
    toWelcome: { type: 'final', meta: { goto: 'welcome' } },
    toLanguage: { type: 'final', meta: { goto: 'language' } },
    toProfile: { type: 'final', meta: { goto: 'profile' } },
    toHuman: { type: 'final', meta: { goto: 'human' } },
    toConsent: { type: 'final', meta: { goto: 'consent' } },
    toData: { type: 'final', meta: { goto: 'data' } },
    left: { type: 'final', meta: { say: 'home.left' } },
  },
});
