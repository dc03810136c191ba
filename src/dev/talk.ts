import { setTimeout as sleep } from 'node:timers/promises';
import type { ShownOption } from '../standins/graph-shown.ts';
import { reached, type PhoneView, type Seen } from '../web/simulator/phone-view.ts';
import { promptLine } from '../web/simulator/seen-prompt.ts';
import { answerLines } from '../web/simulator/transcript.ts';

export const CHANNELS = ['whatsapp', 'sms', 'ussd'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A phone held by a program: says a line, gives back the lines that came in answer. */
export type Talk = {
  say: (line: string) => Promise<string[]>;
  /** What came without being asked for. */
  news: () => Promise<string[]>;
  dialling: () => boolean;
  title: () => string;
};
type Options = { url: string; who: string; channel: Channel; settleMs: number; waitMs: number };
type Act = Record<string, string | boolean>;
type Answer = { problem?: string; phone?: PhoneView; who?: string };
/** What has been told of each network already: entries count up. */
type Told = Record<Channel | 'momo', number>;

export class TalkError extends Error {
  override name = 'TalkError';
}

const LOOK_EVERY_MS = 80;
const ATTACHMENTS = new Map([
  ['/photo', 'photo'], ['/voice', 'voice'], ['/document', 'document'], ['/location', 'location'], ['/contact', 'contact'], ['/sticker', 'sticker'], ['/number', 'ownNumber'],
]);
const PROBLEMS: Record<string, string> = {
  notSimulated: 'this network is not simulated here',
  noNumber: 'this person hides the number: no SMS, no USSD',
  nothingSaid: 'nothing was said',
  noSuchOption: 'this choice is not shown',
  notTaken: 'Griot has not taken this message yet; the network keeps trying',
  noPrompt: 'no payment waits on this phone',
  codeDigits: 'a secret code has 4 or 5 digits',
  badNumber: 'a number is written with its country code, like +2290196000001',
  badRequest: 'not understood',
};

export async function openTalk(options: Options): Promise<Talk> {
  const held = { ...options };
  let phone = await look(held);
  let told = allOf(phone);
  let busy = false;

  function take(seen: PhoneView): string[] {
    const lines = linesAfter(seen, told);
    phone = seen;
    told = allOf(seen);
    return lines;
  }

  async function change(command: string, value: string): Promise<string[]> {
    const channel = CHANNELS.find((one) => one === value);
    if (command === '/channel' && channel === undefined) return [`! a channel is one of ${CHANNELS.join(', ')}`];
    const seen = await look(command === '/as' ? { ...held, who: value } : held);
    if (command === '/as') held.who = value;
    if (channel !== undefined) held.channel = channel;
    phone = seen;
    told = allOf(seen);
    return [];
  }

  async function say(line: string): Promise<string[]> {
    const [, command, value = ''] = /^(\/as|\/channel)\s+(\S+)\s*$/.exec(line) ?? [];
    if (command !== undefined) return change(command, value);
    const act = actOf(held.channel, line, phone);
    if (typeof act === 'string') return [`! ${act}`];
    busy = true;
    const { problem, phone: seen } = await post(held, act);
    const lines = [...(problem === undefined ? [] : [`! ${PROBLEMS[problem] ?? problem}`]), ...(seen ? take(seen) : [])];
    const quick = (held.channel === 'ussd' && act['channel'] === undefined) || (problem !== undefined && problem !== 'notTaken');
    const later = quick ? [] : await settled(lines.length > 0);
    busy = false;
    return [...lines, ...later];
  }

  /** An answer is complete when nothing has come for a while and nobody is typing. */
  async function settled(already: boolean): Promise<string[]> {
    const lines: string[] = [];
    const started = performance.now();
    let last = already ? started : undefined;
    for (;;) {
      await sleep(LOOK_EVERY_MS);
      const seen = await look(held);
      const more = take(seen);
      const nowMs = performance.now();
      if (more.length > 0) last = nowMs;
      lines.push(...more);
      const quietMs = last === undefined ? 0 : nowMs - last;
      if (quietMs > held.settleMs && !seen.whatsapp?.typing) return lines;
      if (nowMs - started > held.waitMs && (last === undefined || quietMs > held.settleMs)) return lines;
    }
  }

  return {
    say,
    news: async () => (busy ? [] : take(await look(held))),
    dialling: () => held.channel === 'ussd' && phone.ussd?.open === true,
    title: () => `${held.who} on ${held.channel}, Griot at ${held.url}`,
  };
}

function actOf(channel: Channel, line: string, phone: PhoneView): Act | string {
  const word = line.trim();
  const [, momo] = /^\/momo\s+(\w+)$/.exec(word) ?? [];
  if (momo !== undefined) return momoAct(momo, phone);
  if (word === '/drop' || word === '/hangup') return channel === 'ussd' ? { hangup: true } : 'there is no call to end; /channel ussd';
  if (channel === 'ussd') return { text: word === '/empty' ? '' : line };
  if (channel === 'sms') return { text: line };
  const attach = ATTACHMENTS.get(word);
  if (attach !== undefined) return { attach };
  if (/^\/[a-z]+$/.test(word)) return `${word} is not a command; /help`;
  const option = optionOf(word, phone.whatsapp?.messages ?? []);
  return option ? { tap: option.id, message: option.message } : { text: line };
}

const MOMO = ['refuse', 'poor', 'wrongpin', 'ignore'];
function momoAct(word: string, { momo }: PhoneView): Act | string {
  const over = momo?.prompts.at(-1)?.state !== 'waiting';
  if (word === 'approve' || /^\d+$/.test(word)) return { channel: 'momo', ...(over ? { answer: 'late' } : { answer: 'approve', text: word === 'approve' ? '0000' : word }) };
  return MOMO.includes(word) ? { channel: 'momo', answer: word } : '/momo is answered with a code, refuse, poor, wrongpin or ignore';
}

/** `2` and `Payer` mean the last message of ours; `[Payer]` the last one that has it. */
function optionOf(word: string, messages: readonly Seen[]): (ShownOption & { message: string }) | undefined {
  const ours = messages.filter((message) => message.from === 'business' && reached(message)).toReversed();
  const [, bracketed] = /^\[(.+)\]$/.exec(word) ?? [];
  const same = (title: string, typed: string) => title.toLowerCase() === typed.toLowerCase();
  for (const { id, options } of bracketed === undefined ? ours.slice(0, 1) : ours) {
    const option = options.find(({ title }, i) => same(title, bracketed ?? word) || (bracketed === undefined && String(i + 1) === word));
    if (option) return { ...option, message: id };
  }
  return undefined;
}

function linesAfter({ whatsapp, sms, ussd, momo }: PhoneView, told: Told): string[] {
  const entries = [
    ...(whatsapp?.messages ?? []).filter(({ n, from }) => n > told.whatsapp && from === 'business').map((message) => ({ at: message.at, lines: messageLines(message) })),
    ...(sms?.messages ?? []).filter(({ n, from }) => n > told.sms && from === 'business').map(({ at, text, ...entry }) => ({ at, lines: reached(entry) ? text.split('\n') : [`! the SMS was refused: ${entry.code ?? ''}`] })),
    ...(ussd?.hops ?? []).filter(({ n, hungUp }) => n > told.ussd && !hungUp).map(({ at, screen }) => ({ at, lines: screen === undefined ? [] : screen.kind === 'error' ? ['[network error]'] : `${screen.kind.toUpperCase()} ${screen.text}`.split('\n') })),
    ...(momo?.prompts ?? []).filter(({ n }) => n > told.momo).map((prompt) => ({ at: prompt.at, lines: [`${promptLine(prompt)} (/momo 0000)`] })),
  ];
  return entries.toSorted((a, b) => a.at.localeCompare(b.at)).flatMap(({ lines }) => lines);
}

function messageLines(message: Seen): string[] {
  if (!reached(message)) return [`! WhatsApp did not deliver: ${message.code ?? message.ticks}`];
  const plain = answerLines({ ...message, options: [] });
  return [...plain, ...message.options.map(({ title, description }, i) => `${i + 1} [${title}]${description === undefined ? '' : ` — ${description}`}`)];
}

const allOf = ({ whatsapp, sms, ussd, momo }: PhoneView): Told => ({ whatsapp: whatsapp?.messages.at(-1)?.n ?? 0, sms: sms?.messages.at(-1)?.n ?? 0, ussd: ussd?.hops.at(-1)?.n ?? 0, momo: momo?.prompts.at(-1)?.n ?? 0 });

async function look({ url, who }: Options): Promise<PhoneView> {
  const answer = await ask(`${url}/simulator/api/phone?who=${encodeURIComponent(who)}`);
  if (answer.problem !== undefined) throw new TalkError(PROBLEMS[answer.problem] ?? answer.problem);
  if (!isPhone(answer)) throw noSimulator(url);
  return answer;
}

const post = ({ url, who, channel }: Options, act: Act): Promise<Answer> =>
  ask(`${url}/simulator/api/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ who, channel, ...act }) });

async function ask(address: string, request: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(address, request).catch(() => undefined);
  if (answer === undefined) throw new TalkError(`nobody answers at ${new URL(address).origin}`);
  if (!answer.headers.get('content-type')?.includes('json')) throw noSimulator(address);
  return (await answer.json()) as Answer;
}

const isPhone = (answer: Answer): answer is Answer & PhoneView => answer.who !== undefined;
const noSimulator = (address: string): TalkError => new TalkError(`what answers at ${new URL(address).origin} has no simulator: in production there is none`);
