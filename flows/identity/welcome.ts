import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';
import { isName } from '../name.ts';

type Welcome = { wants: string; trade: string; person: string };
export type WelcomeCommands = {
  'language.switch': Command<undefined, object>;
  'terms.accept': Command<undefined, { person: string }>;
  'person.introduce': Command<{ name: string }, object>;
  'lead.record': Command<{ kind: string; trade: string }, object>;
};

const TRADE_CHARS = { min: 2, max: 60 };

const flow = setup({ types: {} as FlowTypes<Welcome, WelcomeCommands>, actions: commands<WelcomeCommands>() });

/** A first contact: who are you, the terms, your name; whoever brings a business goes on to open it, whoever sells for others also leaves a trade. */
export const welcome = flow.createMachine({
  id: 'welcome',
  version: '1',
  context: { wants: '', trade: '', person: '' },
  initial: 'sorting',
  states: {
    // Who wrote what to do is a client, and is asked no more than it takes.
    sorting: { always: [{ guard: ({ context }) => context.wants !== '', target: 'terms' }, { target: 'who' }] },
    who: {
      meta: {
        say: 'welcome.who',
        choose: [{ id: 'client', key: '1' }, { id: 'business', key: '2' }, { id: 'affiliate', key: '3' }, { id: 'language', key: '4' }, { id: 'consent', key: '9' }],
        back: 'quit',
        first: true,
      },
      on: {
        'chose.client': { target: 'terms', actions: assign({ wants: 'client' }) },
        'chose.business': { target: 'terms', actions: assign({ wants: 'business' }) },
        'chose.affiliate': { target: 'terms', actions: assign({ wants: 'affiliate' }) },
        'chose.language': 'switchingLanguage',
        'chose.consent': 'toConsent',
        back: 'left',
      },
    },
    switchingLanguage: {
      entry: 'language.switch',
      on: { 'language.switch.done': 'who', 'language.switch.refused': 'who' },
    },
    terms: {
      meta: { say: 'welcome.terms', choose: [{ id: 'accept', key: '1' }], back: 'back' },
      on: { 'chose.accept': 'accepting', back: 'who' },
    },
    accepting: {
      entry: 'terms.accept',
      on: {
        'terms.accept.done': [
          { guard: ({ event }) => event.person === '', target: 'name' },
          { guard: ({ context }) => context.wants === 'client', target: 'introduced' },
          { guard: ({ context }) => context.wants === 'business', target: 'toOpening' },
          { target: 'trade', actions: assign(({ event }) => ({ person: event.person })) },
        ],
        'terms.accept.refused': 'terms',
      },
    },
    name: {
      meta: { say: 'welcome.name', back: 'cancel' },
      on: {
        said: { guard: ({ event }) => isName(event.text), target: 'introducing', actions: assign(({ event }) => ({ person: event.text.trim() })) },
        back: 'who',
      },
    },
    introducing: {
      entry: { type: 'person.introduce', params: ({ context }) => ({ name: context.person }) },
      on: {
        'person.introduce.done': [
          { guard: ({ context }) => context.wants === 'client', target: 'introduced' },
          { guard: ({ context }) => context.wants === 'business', target: 'toOpening' },
          { target: 'trade' },
        ],
        'person.introduce.refused': 'name',
      },
    },
    trade: {
      meta: { say: 'welcome.trade', back: 'cancel' },
      on: {
        said: { guard: ({ event }) => fits(event.text, TRADE_CHARS), target: 'recording', actions: assign(({ event }) => ({ trade: event.text.trim() })) },
        back: 'introduced',
      },
    },
    recording: {
      entry: { type: 'lead.record', params: ({ context }) => ({ kind: context.wants, trade: context.trade }) },
      on: { 'lead.record.done': 'recorded', 'lead.record.refused': 'trade' },
    },
    recorded: { type: 'final', meta: { say: 'welcome.recorded' } },
    introduced: { type: 'final', meta: { goto: OPEN } },
    toOpening: { type: 'final', meta: { goto: 'opening' } },
    toConsent: { type: 'final', meta: { goto: 'consent' } },
    left: { type: 'final', meta: { say: 'home.left' } },
  },
});

const fits = (text: string, { min, max }: { min: number; max: number }) => text.trim().length >= min && text.trim().length <= max;
