import type { AnyStateMachine } from 'xstate';
import type { Screen } from '../../flows/flow.ts';
import { flows } from '../../flows/index.ts';
import type { ChannelName, Reply } from '../../src/channels/channel.ts';
import { guess } from '../../src/conversation/guess.ts';
import { speak } from '../../src/conversation/speak.ts';
import { has, loadTexts, sayer, type Language } from '../../src/i18n.ts';

export const machines: readonly AnyStateMachine[] = flows;
export const texts = loadTexts();

const NAME = 'Mouhamadou-Abdoulaye N’Diaye-Kpèhoundé K';
const BUSINESS = 'Couture Chez Tantie Yèyé';
const URL = `https://griot.example.com/r/${'x'.repeat(52)}`;
const labels = (count: number, label: (at: number) => string) => Array.from({ length: count }, (_, at) => ({ id: `id${at}`, label: label(at) }));

/** The longest a person or a business can make each blank of a screen; several rows where different words are chosen. */
export const LONGEST: Record<string, Record<string, unknown[]>> = {
  welcome: { wants: ['business'], trade: ['couture, broderie et vente de tissus wax a Abomey-Calavi 229'], person: [NAME] },
  home: { persona: ['owner'], name: [NAME], business: [BUSINESS], code: ['KPEHOU99'] },
  language: {},
  consent: {},
  human: { businesses: [labels(9, (at) => `${BUSINESS.slice(0, -1)}${at}`)], business: [BUSINESS] },
  offerHuman: {},
  handoff: {},
  data: {
    name: [NAME], phone: ['+229 01 96 00 00 01'], since: ['20/11/2026'], businesses: [[1, 2, 3].map((at) => `${BUSINESS.slice(0, -1)}${at}`).join(', ')],
    messages: [99_999], consents: ['all', 'some', 'none'], url: [URL],
  },
  profile: { profiles: [[...labels(9, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'new' }]], profile: [''], name: [NAME] },
  pin: { business: [BUSINESS], pin: [''], left: [2] },
  resume: { what: machines.map(({ id }) => id) },
};
export const LENGTHS = { name: NAME.length, business: BUSINESS.length, url: URL.length, trade: String(LONGEST['welcome']?.['trade']?.[0]).length };

export type Shot = { name: string; flow: string; state: string; screen: Screen<object>; over: boolean; context: Record<string, unknown> };

/** Every screen of every flow, filled with its longest values. */
export const shots: Shot[] = machines.flatMap((flow) =>
  Object.values(flow.states).flatMap((state) => {
    const screen = state.meta as Screen<object> | undefined;
    if (screen?.say === undefined) return [];
    return contexts(LONGEST[flow.id] ?? {}).map((context) => ({ name: `${flow.id}.${state.key}`, flow: flow.id, state: state.key, screen, over: state.type === 'final', context }));
  }),
);

function contexts(rows: Record<string, unknown[]>): Record<string, unknown>[] {
  return Object.entries(rows).reduce<Record<string, unknown>[]>((made, [field, values]) => made.flatMap((context) => values.map((value) => ({ ...context, [field]: value }))), [{}]);
}

export const replyOf = ({ flow, state, screen, over, context }: Shot, language: Language, channel: ChannelName): Reply =>
  speak({ session: { flow, version: '1', state, context, page: 0 }, screen, over, step: 99_999 }, { texts, language, channel });

const TYPED = 'w'.repeat(20);

export type Above = { why: string; notices: string[]; header?: string };

/** What may stand above a screen: whom it is for on a shared phone, what went wrong, what was asked for. */
export function aboves(shot: Shot, reply: Reply, language: Language, channel: ChannelName): Above[] {
  const say = sayer(texts, language, channel);
  const wrong = `${shot.flow}.wrong.${shot.state}`;
  const named = [...reply.options].sort((a, b) => b.label.length - a.label.length).slice(0, 2).map(({ label }) => label);
  const guesses = guess(named[0] ?? '', reply.options).length > 0 ? [say('common.guess', { guesses: named.join(' / ') })] : [];
  const notices: Record<string, string[]> = {
    nothing: [],
    misunderstood: has(texts, wrong, language) ? [say(wrong)] : [say('common.notUnderstood', { typed: TYPED }), ...guesses],
    help: [say('common.help', { code: '*384*22#' })],
    changed: [say('common.changed')],
    language: [say('language.set')],
    cancelled: [say('common.cancelled')],
    ...(channel === 'whatsapp' ? { stale: [say('common.stale')], received: [say('received.voice')] } : {}),
  };
  const header = say('common.header', { name: NAME });
  return Object.entries(shot.over ? { nothing: [] } : notices).flatMap(([why, lines]) => [{ why, notices: lines }, { why: `shared, ${why}`, notices: lines, header }]);
}
