import { describe, expect, test } from '@jest/globals';
import { assign, createMachine, type AnyStateMachine } from 'xstate';
import { FLOW_LAWS, type Ground } from './flow-laws.ts';

const ground: Ground = { flows: new Set(['good', 'home']), commands: new Set(['good.ask']), hasText: (key) => key === 'good.choice.new' };

type States = Record<string, object>;
const STATES = {
  menu: {
    meta: { say: 'good.menu', choose: [{ id: 'go', key: '1' }, { id: 'list', key: '2' }], back: 'quit' },
    on: { 'chose.go': 'asking', 'chose.list': 'list', back: 'left' },
  },
  list: { meta: { say: 'good.list', choose: 'items', back: 'back' }, on: { 'chose.new': 'name', 'chose.*': { target: 'asking', actions: assign({ name: 'x' }) }, back: 'menu' } },
  name: { meta: { say: 'good.name', back: 'cancel' }, on: { said: 'asking', back: 'menu' } },
  asking: { entry: { type: 'good.ask', params: { name: '' } }, on: { 'good.ask.done': 'sorting', 'good.ask.refused': 'left' } },
  sorting: { always: [{ guard: () => false, target: 'menu' }, { target: 'gone' }] },
  gone: { type: 'final', meta: { goto: '@open' } },
  left: { type: 'final', meta: { say: 'good.left' } },
};

const GOOD = { id: 'good', version: '1', context: { items: [], name: '' }, initial: 'menu', states: STATES };
const flow = (config: object): AnyStateMachine => createMachine(config as never) as AnyStateMachine;
const good = flow(GOOD);
/** The good flow with some states written otherwise. */
const withStates = (states: States) => flow({ ...GOOD, states: { ...STATES, ...states } });
const menu = (choose: unknown, on: object) => ({ menu: { meta: { say: 'good.menu', choose, back: 'quit' }, on: { ...on, back: 'left' } } });
const KEPT = { 'chose.go': 'asking', 'chose.list': 'list' };

const BROKEN: Record<string, [AnyStateMachine, string[]][]> = {
  'a flow is flat and does no work of its own: nothing invoked, delayed, remembered, nested or heard by the machine itself': [
    [withStates({ name: { ...STATES.name, after: { 1000: 'left' } } }), ['name: after']],
    [withStates({ asking: { ...STATES.asking, invoke: { src: 'pay' } } }), ['asking: invoke']],
    [withStates({ name: { ...STATES.name, initial: 'inner', states: { inner: {} } } }), ['name: initial', 'name: states', 'name: type compound']],
    [withStates({ before: { type: 'history', target: 'menu' } }), ['before: target', 'before: type history']],
    [flow({ ...GOOD, on: { said: '.menu' } }), ['the machine has on']],
  ],
  'a state waits, works, sorts or is final: one of them': [
    [withStates({ gone: {} }), ['gone: none of them']],
    [withStates({ name: { ...STATES.name, entry: 'good.ask' } }), ['name: waiting and working']],
  ],
  'a waiting state shows a screen and listens to the person only': [
    [withStates({ name: { meta: { say: 'good.name', back: 'back' }, on: { back: 'menu', 'payment.settled': 'gone' } } }), ['name: payment.settled']],
    [withStates({ name: { meta: { say: 'good.name' } } }), ['name: hears nothing']],
    [withStates({ name: { ...STATES.name, meta: { goto: '@open' } } }), ['name: leads elsewhere while it waits']],
  ],
  'a working state asks one command, shows nothing, and hears .done and .refused of it, and nothing else': [
    [withStates({ asking: { entry: 'good.ask', on: { 'good.ask.done': 'sorting' } } }), ['asking: hears good.ask.done']],
    [withStates({ asking: { entry: ['good.ask', 'good.tell'], on: { 'good.ask.done': 'sorting', 'good.ask.refused': 'left' } } }), ['asking: also asks good.tell']],
    [withStates({ asking: { entry: 'good.ask', on: { 'good.ask.done': 'sorting', 'good.ask.refused': 'left', said: 'menu' } } }), ['asking: hears good.ask.done, good.ask.refused, said']],
  ],
  'a sorting state only sorts, and its last branch takes everybody': [
    [withStates({ sorting: { always: [{ guard: () => false, target: 'gone' }] } }), ['sorting: may lead nowhere']],
    [withStates({ sorting: { ...STATES.sorting, on: { said: 'menu' } } }), ['sorting: hears said']],
  ],
  'a final state says a last word or leads on, and offers nothing': [
    [withStates({ left: { type: 'final' } }), ['left: needs say or goto, one of them']],
    [withStates({ left: { type: 'final', meta: { say: 'good.left', goto: 'home' } } }), ['left: needs say or goto, one of them']],
    [withStates({ left: { type: 'final', meta: { say: 'good.left', choose: ['again'] } } }), ['left: offers a choice to nobody']],
  ],
  'a transition changes the context and does nothing else': [
    [withStates({ name: { ...STATES.name, on: { said: { target: 'sorting', actions: 'good.ask' }, back: 'menu' } } }), ['name: good.ask']],
    [withStates({ name: { ...STATES.name, on: { said: { target: 'sorting', actions: () => undefined }, back: 'menu' } } }), ['name: a function']],
  ],
  'somebody answers each command': [[withStates({ asking: { entry: 'good.aks', on: { 'good.aks.done': 'sorting', 'good.aks.refused': 'left' } } }), ['asking: good.aks']]],
  'a final state leads to a flow, to what opens or to what was interrupted': [[withStates({ gone: { type: 'final', meta: { goto: 'nowhere' } } }), ['gone: nowhere']]],
  'every state can be reached': [[withStates({ forgotten: { type: 'final', meta: { say: 'good.left' } } }), ['forgotten']]],
  'from every waiting state an end can be reached': [
    [withStates({ menu: { meta: { say: 'good.menu', back: 'back' }, on: { said: 'name', back: 'menu' } }, name: { meta: { say: 'good.name', back: 'back' }, on: { said: 'menu', back: 'menu' } } }), ['menu: never ends', 'name: never ends']],
  ],
  'each choice offered is heard, and none that is never offered': [
    [withStates(menu(['go', 'list', 'pay'], KEPT)), ['menu: pay goes unheard']],
    [withStates(menu(['go', 'list'], { ...KEPT, 'chose.pay': 'asking' })), ['menu: pay is never offered']],
    [withStates({ list: { ...STATES.list, on: { 'chose.new': 'name', back: 'menu' } } }), ['list: items goes unheard']],
    [withStates({ list: { ...STATES.list, on: { 'chose.odd': 'name', 'chose.*': 'asking', back: 'menu' } } }), ['list: odd has no words, so no list can offer it']],
    [withStates({ name: { ...STATES.name, on: { 'chose.*': 'asking', back: 'menu' } } }), ['name: nothing is offered']],
  ],
  'a screen offers choices or takes free text, never both: beside choices no text is heard': [[withStates(menu(['go', 'list'], { ...KEPT, said: 'name' })), ['menu: takes text beside its choices']]],
  'every waiting state has a way back, and leaving ends in a last word': [
    [withStates({ name: { meta: { say: 'good.name' }, on: { said: 'asking' } } }), ['name: no way back']],
    [withStates({ name: { meta: { say: 'good.name', back: 'back' }, on: { said: 'asking' } } }), ['name: no way back']],
    [withStates({ name: { ...STATES.name, meta: { say: 'good.name', back: 'quit' } } }), ['name: does not leave']],
  ],
  'keys are 1 to 9, once each, and a list that may go on keeps its 9': [
    [withStates(menu([{ id: 'go', key: '0' }, { id: 'list', key: '12' }], KEPT)), ['menu: 0 is no key', 'menu: 12 is no key']],
    [withStates(menu([{ id: 'go', key: '3' }, { id: 'list', key: '3' }], KEPT)), ['menu: 3 is given twice']],
    [withStates(menu([{ id: 'go', key: '9' }, 'list'], KEPT)), ['menu: 9 is needed to go on']],
  ],
  'a flow has a version': [[flow({ ...GOOD, version: undefined }), ['no version']]],
  'the context is plain JSON, and each field it names exists': [
    [flow({ ...GOOD, context: { ...GOOD.context, since: new Date(0) } }), ['does not survive JSON']],
    [flow({ ...GOOD, context: { ...GOOD.context, name: undefined } }), ['does not survive JSON']],
    [flow({ ...GOOD, context: () => GOOD.context }), ['does not survive JSON']],
    [withStates({ list: { ...STATES.list, meta: { say: 'good.list', choose: 'itmes', back: 'back' } } }), ['list: itmes']],
  ],
  'a state that works or sorts is called by a verb in -ing': [
    [withStates({ sorting: { always: [{ target: 'checked' }] }, checked: { entry: 'good.ask', on: { 'good.ask.done': 'gone', 'good.ask.refused': 'left' } } }), ['checked: no verb in -ing']],
  ],
};

describe.each(FLOW_LAWS.map((law): [string, (typeof law)['faults']] => [law.says, law.faults]))('%s', (says, faults) => {
  test('a good flow keeps it', () => {
    expect(faults(good, ground)).toEqual([]);
  });

  test('a broken flow is noticed', () => {
    const cases = BROKEN[says] ?? [];
    expect(cases).not.toEqual([]);
    expect(cases.map(([machine]) => faults(machine, ground))).toEqual(cases.map(([, found]) => found));
  });
});
