import { isDeepStrictEqual } from 'node:util';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { OPEN, PAUSED, type Choice, type Exit, type Screen } from '../../flows/flow.ts';

/** What a flow stands on: the flows there are, the commands somebody answers, the texts that exist. */
export type Ground = { flows: ReadonlySet<string>; commands: ReadonlySet<string>; hasText: (key: string) => boolean };
export type FlowLaw = { says: string; faults: (flow: AnyStateMachine, ground: Ground) => string[] };

type Meta = Partial<Screen<Record<string, unknown>> & Exit>;

/** `schemas` is written by XState's `setup`. */
const MACHINE_PARTS = ['id', 'version', 'context', 'initial', 'states', 'schemas'];
const STATE_PARTS = ['entry', 'on', 'always', 'meta', 'type'];
const HEARD = /^(said|sent|located|back|chose\.([\w-]+|\*))$/;

export const FLOW_LAWS: FlowLaw[] = [
  {
    says: 'a flow is flat and does no work of its own: nothing invoked, delayed, remembered, nested or heard by the machine itself',
    faults: (flow) => [
      ...Object.keys(flow.config).filter((part) => !MACHINE_PARTS.includes(part)).map((part) => `the machine has ${part}`),
      ...each(flow, ({ config, type }) => [
        ...Object.keys(config).filter((part) => !STATE_PARTS.includes(part)),
        ...(['atomic', 'final'].includes(type) ? [] : [`type ${type}`]),
      ]),
    ],
  },
  { says: 'a state waits, works, sorts or is final: one of them', faults: (flow) => each(flow, (state) => (kindsOf(state).length === 1 ? [] : [kindsOf(state).join(' and ') || 'none of them'])) },
  {
    says: 'a waiting state shows a screen and listens to the person only',
    faults: (flow) => each(flow, (state) => [
      ...(is(state, 'waiting') && eventsOf(state).length === 0 ? ['hears nothing'] : []),
      ...(is(state, 'waiting') ? eventsOf(state).filter((event) => !HEARD.test(event)) : []),
      ...(is(state, 'waiting') && 'goto' in metaOf(state) ? ['leads elsewhere while it waits'] : []),
    ]),
  },
  {
    says: 'a working state asks one command, shows nothing, and hears .done and .refused of it, and nothing else',
    faults: (flow) => each(flow, (state) => {
      if (!is(state, 'working')) return [];
      const [name = '', ...more] = state.entry.map(nameOf);
      const answers = [`${name}.done`, `${name}.refused`];
      return [...more.map((other) => `also asks ${other}`), ...(isDeepStrictEqual(eventsOf(state).sort(), answers) ? [] : [`hears ${eventsOf(state).join(', ') || 'nothing'}`]), ...(state.meta === undefined ? [] : ['has a screen'])];
    }),
  },
  {
    says: 'a sorting state only sorts, and its last branch takes everybody',
    faults: (flow) => each(flow, (state) => {
      if (!is(state, 'sorting')) return [];
      return [...eventsOf(state).map((event) => `hears ${event}`), ...(state.meta === undefined ? [] : ['has a screen']), ...(state.always?.at(-1)?.guard === undefined ? [] : ['may lead nowhere'])];
    }),
  },
  {
    says: 'a final state says a last word or leads on, and offers nothing',
    faults: (flow) => each(flow, (state) => {
      if (!is(state, 'final')) return [];
      const { say, goto, choose, back } = metaOf(state);
      return [...((say === undefined) === (goto === undefined) ? ['needs say or goto, one of them'] : []), ...eventsOf(state).map((event) => `hears ${event}`), ...(choose === undefined && back === undefined ? [] : ['offers a choice to nobody'])];
    }),
  },
  {
    says: 'a transition changes the context and does nothing else',
    faults: (flow) => each(flow, (state) => transitionsOf(state).flatMap(({ actions }) => actions.map(nameOf)).filter((name) => name !== 'xstate.assign')),
  },
  { says: 'somebody answers each command', faults: (flow, { commands }) => each(flow, ({ entry }) => entry.map(nameOf).filter((name) => !commands.has(name))) },
  { says: 'a final state leads to a flow, to what opens or to what was interrupted', faults: (flow, { flows }) => each(flow, (state) => [metaOf(state).goto].filter((goto) => goto !== undefined).filter((goto) => goto !== OPEN && goto !== PAUSED && !flows.has(goto))) },
  {
    says: 'every state can be reached',
    faults: (flow) => {
      const reached = reachable(flow, flow.config.initial as string);
      return Object.keys(flow.states).filter((key) => !reached.has(key));
    },
  },
  {
    says: 'from every waiting state an end can be reached',
    faults: (flow) => each(flow, (state) => (is(state, 'waiting') && ![...reachable(flow, state.key)].some((key) => flow.states[key]?.type === 'final') ? ['never ends'] : [])),
  },
  { says: 'each choice offered is heard, and none that is never offered', faults: (flow, ground) => each(flow, (state) => (is(state, 'waiting') ? choiceFaults(flow, state, ground) : [])) },
  {
    says: 'a screen offers choices or takes free text, never both: beside choices no text is heard',
    faults: (flow) => each(flow, (state) => (metaOf(state).choose !== undefined && eventsOf(state).includes('said') ? ['takes text beside its choices'] : [])),
  },
  {
    says: 'every waiting state has a way back, and leaving ends in a last word',
    faults: (flow) => each(flow, (state) => {
      const { back } = metaOf(state);
      if (!is(state, 'waiting')) return [];
      if (back === undefined || !eventsOf(state).includes('back')) return ['no way back'];
      const after = (state.transitions.get('back') ?? []).flatMap(({ target }) => target ?? []);
      return back === 'quit' && !after.every(({ type, meta }) => type === 'final' && 'say' in (meta as Meta)) ? ['does not leave'] : [];
    }),
  },
  { says: 'keys are 1 to 9, once each, and a list that may go on keeps its 9', faults: (flow) => each(flow, (state) => keyFaults(staticChoices(state))) },
  { says: 'a flow has a version', faults: ({ version }) => (typeof version === 'string' && version !== '' ? [] : ['no version']) },
  {
    says: 'the context is plain JSON, and each field it names exists',
    faults: (flow) => {
      const context: unknown = flow.config.context;
      if (typeof context === 'function' || context === undefined || !isDeepStrictEqual(JSON.parse(JSON.stringify(context)), context)) return ['does not survive JSON'];
      return each(flow, (state) => namedFields(state).filter((field) => !Object.hasOwn(context as object, field)));
    },
  },
  {
    says: 'a state that works or sorts is called by a verb in -ing',
    faults: (flow) => each(flow, (state) => ((is(state, 'working') || is(state, 'sorting')) && !/^[a-z]+ing([A-Z]|$)/.test(state.key) ? ['no verb in -ing'] : [])),
  },
];

type Kind = 'waiting' | 'working' | 'sorting' | 'final';

function kindsOf(state: AnyStateNode): Kind[] {
  const kinds: [Kind, boolean][] = [
    ['waiting', state.type !== 'final' && state.meta !== undefined],
    ['working', state.entry.length > 0],
    ['sorting', state.always !== undefined],
    ['final', state.type === 'final'],
  ];
  return kinds.filter(([, yes]) => yes).map(([kind]) => kind);
}

const is = (state: AnyStateNode, kind: Kind): boolean => isDeepStrictEqual(kindsOf(state), [kind]);
const metaOf = ({ meta }: AnyStateNode): Meta => (meta ?? {}) as Meta;
const eventsOf = ({ transitions }: AnyStateNode): string[] => [...transitions.keys()];
const transitionsOf = ({ transitions, always }: AnyStateNode) => [...[...transitions.values()].flat(), ...(always ?? [])];
/** A command stands in `entry` by its bare name, or with its question. */
export const nameOf = (action: unknown): string => (typeof action === 'string' ? action : ((action as { type?: string }).type ?? 'a function'));

const each = (flow: AnyStateMachine, faults: (state: AnyStateNode) => string[]): string[] =>
  Object.values(flow.states).flatMap((state) => faults(state).map((fault) => `${state.key}: ${fault}`));

function reachable(flow: AnyStateMachine, from: string): Set<string> {
  const reached = new Set([from]);
  for (const key of reached) {
    const state = flow.states[key];
    if (state !== undefined) for (const { target } of transitionsOf(state)) for (const next of target ?? []) reached.add(next.key);
  }
  return reached;
}

function choiceFaults(flow: AnyStateMachine, state: AnyStateNode, { hasText }: Ground): string[] {
  const { choose } = metaOf(state);
  const heard = eventsOf(state).filter((event) => event.startsWith('chose.')).map((event) => event.slice('chose.'.length));
  const named = heard.filter((id) => id !== '*');
  if (typeof choose === 'string') {
    return [...(heard.includes('*') ? [] : [`${choose} goes unheard`]), ...named.filter((id) => !hasText(`${flow.id}.choice.${id}`) && !hasText(`common.choice.${id}`)).map((id) => `${id} has no words, so no list can offer it`)];
  }
  const offered = staticChoices(state).map(({ id }) => id);
  return [
    ...offered.filter((id) => !heard.includes(id) && !heard.includes('*')).map((id) => `${id} goes unheard`),
    ...named.filter((id) => !offered.includes(id)).map((id) => `${id} is never offered`),
    ...(heard.includes('*') && offered.length === 0 ? ['nothing is offered'] : []),
  ];
}

function keyFaults(choices: Choice[]): string[] {
  const keys = choices.map(({ key }) => key).filter((key) => key !== undefined);
  return [
    ...keys.filter((key) => !/^[1-9]$/.test(key)).map((key) => `${key} is no key`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} is given twice`),
    ...(keys.includes('9') && keys.length < choices.length ? ['9 is needed to go on'] : []),
  ];
}

function staticChoices(state: AnyStateNode): Choice[] {
  const { choose } = metaOf(state);
  return choose === undefined || typeof choose === 'string' ? [] : choose.map((choice: string | Choice) => (typeof choice === 'string' ? { id: choice } : choice));
}

const namedFields = (state: AnyStateNode): string[] => {
  const { choose, link, document } = metaOf(state);
  return [choose, link, document].filter((field) => typeof field === 'string');
};
