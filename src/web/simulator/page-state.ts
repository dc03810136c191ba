import { html, type Html } from '../html.ts';
import type { PhoneView } from './phone-view.ts';
import { languageOf, sayText, type Language, type SayText } from './texts.ts';
import { holderOf, type SimulatorWorld } from './world.ts';

/** On a narrow screen one of these is shown at a time. */
export const VIEWS = ['people', 'whatsapp', 'phone', 'faults', 'text'] as const;
export type View = (typeof VIEWS)[number];

/** Everything the page remembers stands in its address: it works without scripts and can be reloaded. */
export type PageState = { who: string; language: Language; view: View; typed: string; problem?: string };
export type Page = PageState & { say: SayText; world: SimulatorWorld; phone: PhoneView };

/** Where nobody is named. */
const SOMEBODY = '+2290196000001';
const KEYS = /^[\d*#]$/;

export function pageState(query: Record<string, unknown>, world: SimulatorWorld): PageState {
  const asked = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const holder = holderOf(asked('who'));
  const key = asked('key');
  // The keys of the phone send back what stands in its input, which is named for the act.
  const before = asked('text') || asked('typed');
  const typed = asked('erase') === '' ? `${before}${KEYS.test(key) ? key : ''}` : before.slice(0, -1);
  const problem = asked('who') !== '' && holder === undefined ? 'badNumber' : asked('problem');
  return {
    who: holder ?? somebody(world),
    language: languageOf(asked('lang')),
    view: VIEWS.find((view) => view === asked('view')) ?? 'whatsapp',
    typed: typed.slice(0, 180),
    ...(problem === '' ? {} : { problem }),
  };
}

/** The first client of the cast: an owner's phone shows less of what a newcomer wonders. */
function somebody({ cast }: SimulatorWorld): string {
  return (cast.find(({ phone }) => phone === SOMEBODY) ?? cast[0])?.phone ?? SOMEBODY;
}

export function pageLink({ who, language, view }: PageState, change: Partial<PageState> = {}): string {
  const state = { who, language, view, ...change };
  const query = new URLSearchParams({
    who: state.who, lang: state.language, view: state.view,
    ...(change.typed === undefined ? {} : { typed: change.typed }), ...(change.problem === undefined ? {} : { problem: change.problem }),
  });
  return `/simulator?${String(query)}`;
}

export function hiddenFields({ who, language }: PageState, view: View, more: Record<string, string> = {}): Html {
  return html`${Object.entries({ who, lang: language, view, ...more }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

export const isProblem = (key: string): key is 'notSimulated' => ['notSimulated', 'noNumber', 'nothingSaid', 'noSuchOption', 'notTaken', 'noPrompt', 'codeDigits', 'badRequest', 'badNumber'].includes(key);

export const sayFor = ({ language }: PageState): SayText => sayText(language);
