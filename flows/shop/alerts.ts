import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Card = { kind: string; name: string; since: string; detail: string };
type Rule = { kind: string; state: string; until: string };
type Alerts = {
  asked: object; from: number; open: Choice[]; count: number; id: string; card: Card; acts: Choice[]; goods: string; given: { asked: { goods: string } };
  rules: Choice[]; rule: Rule; change: string; past: Choice[]; kind: string; people: Choice[]; person: string; asking: string; act: string; told: string;
};
export type AlertsCommands = {
  'alerts.list': Command<{ from: number }, { open: Choice[]; count: number }>;
  'alerts.see': Command<{ id: string }, { card: Card; acts: Choice[]; goods: string }>;
  'alerts.act': Command<{ id: string; act: string }, object>;
  'alerts.rules': Command<undefined, { rules: Choice[] }>;
  'alerts.rule': Command<{ kind: string }, { rule: Rule; acts: Choice[] }>;
  'alerts.change': Command<{ kind: string; change: string }, object>;
  'alerts.past': Command<{ kind: string; from: number }, { past: Choice[] }>;
  'alerts.people': Command<undefined, { people: Choice[] }>;
  'alerts.person': Command<{ memberId: string }, { person: string; asking: string }>;
};

const CARD: Card = { kind: 'low', name: '', since: '', detail: '' };
/** So many rows of a list at once. */
export const PAGE = 7;
const flow = setup({ types: {} as FlowTypes<Alerts, AlertsCommands>, actions: commands<AlertsCommands>() });

/** « alertes »: what is wrong now and what is to be done about it, what the shop wants to be warned of, and who is. */
export const alerts = flow.createMachine({
  id: 'alerts',
  version: '1',
  context: {
    asked: {}, from: 0, open: [], count: 0, id: '', card: CARD, acts: [], goods: '', given: { asked: { goods: '' } },
    rules: [], rule: { kind: 'low', state: 'on', until: '' }, change: '', past: [], kind: '', people: [], person: '', asking: 'asked', act: 'later', told: 'later',
  },
  initial: 'listing',
  states: {
    listing: {
      entry: { type: 'alerts.list', params: ({ context }) => ({ from: context.from }) },
      on: { 'alerts.list.done': [{ guard: ({ event }) => event.count === 0, target: 'calm', actions: assign({ kind: '', from: 0 }) }, { target: 'open', actions: assign(({ event: { open, count } }) => ({ open, count, kind: '' })) }], 'alerts.list.refused': 'refused' },
    },
    calm: { meta: { say: 'alerts.calm', choose: ['past', 'rules'], back: 'back', done: true }, on: { 'chose.rules': 'reading', 'chose.past': 'recalling', back: 'left' } },
    open: {
      meta: { say: 'alerts.open', choose: 'open', back: 'back' },
      on: { 'chose.rules': 'reading', 'chose.past': { target: 'recalling', actions: assign({ from: 0 }) }, 'chose.more': { target: 'listing', actions: assign(({ context }) => ({ from: context.from + PAGE })) }, 'chose.*': { target: 'seeing', actions: assign(({ event }) => ({ id: event.id, from: 0 })) }, back: 'left' },
    },
    seeing: {
      entry: { type: 'alerts.see', params: ({ context }) => ({ id: context.id }) },
      on: {
        'alerts.see.done': { target: 'card', actions: assign(({ event: { card, acts, goods } }) => ({ card, acts, goods, given: { asked: { goods } } })) },
        'alerts.see.refused': 'listing',
      },
    },
    card: {
      meta: { say: 'alerts.card', choose: 'acts', back: 'back' },
      on: { 'chose.buy': 'toPurchase', 'chose.list': 'listing', 'chose.*': { target: 'acting', actions: assign(({ event }) => ({ act: event.id })) }, back: 'listing' },
    },
    acting: { entry: { type: 'alerts.act', params: ({ context: { id, act } }) => ({ id, act }) }, on: { 'alerts.act.done': { target: 'told', actions: assign(({ context }) => ({ told: context.act })) }, 'alerts.act.refused': 'refused' } },
    told: { meta: { say: 'alerts.told', choose: ['list'], back: 'menu', done: true }, on: { 'chose.list': 'listing', back: 'left' } },

    reading: { entry: 'alerts.rules', on: { 'alerts.rules.done': { target: 'rules', actions: assign(({ event }) => ({ rules: event.rules })) }, 'alerts.rules.refused': 'refused' } },
    rules: {
      meta: { say: 'alerts.rules', choose: 'rules', back: 'back' },
      on: { 'chose.people': 'gathering', 'chose.*': { target: 'looking', actions: assign(({ event }) => ({ kind: event.id })) }, back: 'listing' },
    },
    looking: {
      entry: { type: 'alerts.rule', params: ({ context }) => ({ kind: context.kind }) },
      on: { 'alerts.rule.done': { target: 'rule', actions: assign(({ event: { rule, acts } }) => ({ rule, acts })) }, 'alerts.rule.refused': 'reading' },
    },
    rule: {
      meta: { say: 'alerts.rule', choose: 'acts', back: 'back' },
      on: { 'chose.past': 'recalling', 'chose.*': { target: 'changing', actions: assign(({ event }) => ({ change: event.id })) }, back: 'reading' },
    },
    changing: { entry: { type: 'alerts.change', params: ({ context: { kind, change } }) => ({ kind, change }) }, on: { 'alerts.change.done': 'looking', 'alerts.change.refused': 'refused' } },

    recalling: { entry: { type: 'alerts.past', params: ({ context: { kind, from } }) => ({ kind, from }) }, on: { 'alerts.past.done': [{ guard: ({ event }) => event.past.length === 0, target: 'noPast' }, { target: 'past', actions: assign(({ event }) => ({ past: event.past })) }], 'alerts.past.refused': 'refused' } },
    past: { meta: { say: 'alerts.past', choose: 'past', back: 'back' }, on: { 'chose.more': { target: 'recalling', actions: assign(({ context }) => ({ from: context.from + PAGE })) }, 'chose.*': { target: 'seeing', actions: assign(({ event }) => ({ id: event.id, from: 0 })) }, back: { target: 'listing', actions: assign({ from: 0 }) } } },
    noPast: { meta: { say: 'alerts.noPast', choose: ['list'], back: 'menu' }, on: { 'chose.list': 'listing', back: 'left' } },

    gathering: {
      entry: 'alerts.people',
      on: { 'alerts.people.done': [{ guard: ({ event }) => event.people.length === 0, target: 'alone' }, { target: 'people', actions: assign(({ event }) => ({ people: event.people })) }], 'alerts.people.refused': 'refused' },
    },
    people: { meta: { say: 'alerts.people', choose: 'people', back: 'back' }, on: { 'chose.*': { target: 'asking', actions: assign(({ event }) => ({ id: event.id })) }, back: 'reading' } },
    alone: { meta: { say: 'alerts.alone', choose: ['list'], back: 'menu' }, on: { 'chose.list': 'listing', back: 'left' } },
    asking: {
      entry: { type: 'alerts.person', params: ({ context }) => ({ memberId: context.id }) },
      on: { 'alerts.person.done': { target: 'settled', actions: assign(({ event: { person, asking } }) => ({ person, asking })) }, 'alerts.person.refused': 'refused' },
    },
    settled: { meta: { say: 'alerts.settled', choose: ['people', 'list'], back: 'menu', done: true }, on: { 'chose.people': 'gathering', 'chose.list': 'listing', back: 'left' } },

    toPurchase: { type: 'final', meta: { goto: 'purchase', give: 'given' } },
    refused: { type: 'final', meta: { say: 'alerts.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
