import type { AnyStateMachine } from 'xstate';
import type { Choice, Exit, Screen } from '../../flows/flow.ts';
import { ANSWERED } from '../../src/channels/channel.ts';
import { filesUnder } from './project.ts';
import { choiceKey } from '../../src/conversation/speak.ts';
import { DEFAULT_LANGUAGE, loadTexts } from '../../src/i18n.ts';
import { matches, namesIn, TEXTS } from './locale-texts.ts';

type Meta = Partial<Screen<Record<string, unknown>> & Exit>;

/** What a flow says, and so must exist. */
export function saidBy(flow: AnyStateMachine): string[] {
  return metas(flow).flatMap(({ say, notice, back, link, choose }) => [
    ...[say, notice].filter((key) => key !== undefined),
    ...(back === undefined ? [] : [`common.${back}`]),
    ...(link === undefined ? [] : ['common.open']),
    ...wordsOf(choose).map((id) => choiceIn(flow, id)),
  ]).concat(listed(flow).map((id) => choiceIn(flow, id)), `resume.what.${flow.id}`);
}

const TEXTS_LOADED = loadTexts();
const choiceIn = ({ id: flow }: AnyStateMachine, id: string): string => choiceKey(flow, id, { texts: TEXTS_LOADED, language: DEFAULT_LANGUAGE });

/** What a flow says when there is something to say: a hint beside a choice, why an answer was not taken. */
export function mayBeSaidBy(flow: AnyStateMachine): string[] {
  const hints = metas(flow).flatMap(({ choose }) => wordsOf(choose)).concat(listed(flow)).map((id) => `${flow.id}.hint.${id}`);
  const asking = Object.values(flow.states).filter(({ meta }) => (meta as Meta | undefined)?.say !== undefined).map(({ key }) => `${flow.id}.wrong.${key}`);
  return [...hints, ...asking];
}

const metas = (flow: AnyStateMachine): Meta[] => Object.values(flow.states).map(({ meta }) => (meta ?? {}) as Meta);
const wordsOf = (choose: Meta['choose']): string[] => (choose === undefined || typeof choose === 'string' ? [] : choose.map((choice: string | Choice) => (typeof choice === 'string' ? choice : choice.id)));
/** Choices of a list made at run time that a state knows by name. */
const listed = (flow: AnyStateMachine): string[] =>
  Object.values(flow.states).flatMap(({ transitions, meta }) => (typeof (meta as Meta | undefined)?.choose === 'string' ? [...transitions.keys()] : []))
    .filter((event) => event.startsWith('chose.') && event !== 'chose.*').map((event) => event.slice('chose.'.length));

const CODE = filesUnder(['src', 'templates'], /\.ts$/);
const inFolder = (folder: string) => namesIn(CODE.filter((file) => file.startsWith(folder)));
const everywhere = namesIn(CODE);
const simulator = inFolder('src/web/simulator/');
const links = inFolder('templates/links');
const admin = inFolder('templates/admin/');

/** Answered without a word about what was received: text and taps are heard, a USSD hop always has a screen. */
const WORDLESS = new Set(['text', 'tap', 'welcome', 'ussd', 'media']);
const RECEIVED = [...['image', 'video', 'audio', 'voice', 'document', 'sticker'], ...[...ANSWERED].filter((type) => !WORDLESS.has(type))];
export const received: ReadonlySet<string> = new Set(RECEIVED.map((what) => `received.${what}`));

/** Names of notices that the business gives to what people are to be told. */
const notices = inFolder('src/domain/');

/** A file of texts that code does not call by their whole name. */
const BY_FILE: Record<string, (rest: string) => boolean> = {
  simulator: (rest) => [...simulator].some((name) => matches(`simulator.${name}`, `simulator.${rest}`)),
  links: (rest) => [...links].some((name) => matches(`links.${name}`, `links.${rest}`)),
  /** `word('kind', …)` says `admin.kind.…`. */
  admin: (rest) => admin.has(rest.split('.')[0] ?? ''),
  notices: (rest) => notices.has(rest),
  received: (rest) => RECEIVED.includes(rest),
};

/** Said by a name that code or another text puts together. */
const LISTED: Record<string, string> = {
  'consent.stopped': 'STOP, from anywhere', 'consent.stoppedAll': 'STOP TOUT, from anywhere', 'consent.resumed': 'REPRENDRE, from anywhere',
  'simulator.choose': 'nowhere: it may go',
};

/** `$t(ready.why.{{outcome}})`: one of several, by what happened. */
const NESTED = [...new Set(Object.values(TEXTS).flatMap((texts) => [...texts.values()].flatMap((text) => [...text.matchAll(/\$t\(([\w.]+\.)\{\{/g)].map(([, prefix = '']) => prefix))))];

export function isUsed(key: string, flowKeys: ReadonlySet<string>): boolean {
  const [file = '', ...rest] = key.split('.');
  return flowKeys.has(key) || key in LISTED || NESTED.some((prefix) => key.startsWith(prefix)) || [...everywhere].some((name) => matches(name, key)) || BY_FILE[file]?.(rest.join('.')) === true;
}
