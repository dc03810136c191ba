import { assign, setup } from 'xstate';
import { commands, PAUSED, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { isName } from '../name.ts';

type Profile = { profiles: Choice[]; profile: string; name: string };
export type ProfileCommands = {
  'profile.list': Command<undefined, { profiles: Choice[] }>;
  'profile.choose': Command<{ profile: string }, object>;
  'profile.add': Command<{ name: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<Profile, ProfileCommands>, actions: commands<ProfileCommands>() });

/** Who is holding the phone: several persons may share one, and one person may be client here and owner there. */
export const profile = flow.createMachine({
  id: 'profile',
  version: '1',
  context: { profiles: [], profile: '', name: '' },
  initial: 'listing',
  states: {
    listing: {
      entry: 'profile.list',
      on: {
        'profile.list.done': { target: 'which', actions: assign(({ event }) => ({ profiles: event.profiles })) },
        'profile.list.refused': 'toWelcome',
      },
    },
    which: {
      meta: { say: 'profile.which', choose: 'profiles', back: 'quit', first: true },
      on: {
        'chose.new': 'name',
        'chose.*': { target: 'choosing', actions: assign(({ event }) => ({ profile: event.id })) },
        back: 'left',
      },
    },
    choosing: {
      entry: { type: 'profile.choose', params: ({ context }) => ({ profile: context.profile }) },
      on: {
        'profile.choose.done': 'chosen',
        'profile.choose.refused': 'listing',
      },
    },
    name: {
      meta: { say: 'profile.name', back: 'cancel' },
      on: { said: { guard: ({ event }) => isName(event.text), target: 'adding', actions: assign(({ event }) => ({ name: event.text.trim() })) }, back: 'which' },
    },
    adding: {
      entry: { type: 'profile.add', params: ({ context }) => ({ name: context.name }) },
      on: { 'profile.add.done': 'chosen', 'profile.add.refused': 'name' },
    },
    toWelcome: { type: 'final', meta: { goto: 'welcome' } },
    chosen: { type: 'final', meta: { goto: PAUSED } },
    left: { type: 'final', meta: { say: 'home.left' } },
  },
});
