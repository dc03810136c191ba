import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import type { GraphStandin } from '../../src/standins/graph.ts';
import type { UserMessage } from '../../src/standins/graph-inbound.ts';
import { HOLDERS } from '../../src/demo/cast.ts';
import { phoneView, type Seen } from '../../src/web/simulator/phone-view.ts';
import { answerLines } from '../../src/web/simulator/transcript.ts';
import type { World } from './world.ts';

/**
 * Plays a story through the running app, its real clients and the stand-ins, and compares all that was said.
 * `# whatsapp Awa` takes a phone; `> …` is what its holder types, `> [Titre]` taps a button (of the last message that has it),
 * `> /photo`, `/voice`, `/location`, `/sticker` send one; `> *384*22#` dials, `> /drop` hangs up, `> /wait 2h` lets time pass,
 * `> 12x Bonjour` says it twelve times before anybody can answer. Everything else takes somebody a few seconds.
 * All other lines are what we must answer, on whatever phone it arrives.
 */
export async function play(world: World, script: string): Promise<void> {
  const expected = script.split('\n').map((line) => line.trim()).filter(Boolean);
  const story = begin(world);
  for (const line of expected) {
    if (line.startsWith('# ')) story.takes(line.slice(2));
    if (line.startsWith('> ')) await story.does(line.slice(2));
  }
  const told = story.told().join('\n');
  if (process.env['UPDATE_STORIES'] !== undefined) rewrite(script, told);
  else expect(told).toBe(expected.join('\n'));
}

/** `UPDATE_STORIES=1 npm test -- <file>` writes what was really said into the test, to be read before it is kept. */
function rewrite(script: string, told: string) {
  const file = expect.getState().testPath ?? '';
  const indented = `\n${told.split('\n').map((line) => `    ${line}`).join('\n')}\n  `;
  writeFileSync(file, readFileSync(file, 'utf8').replace(script, () => indented));
}

type Holder = { channel: 'whatsapp' | 'sms' | 'ussd'; phone: string };
const SCREEN_MAX = 160;
const ACT_SECONDS = 4;

function begin(world: World) {
  const { graph, phones } = simulated(world);
  const lines: string[] = [];
  let header = '';
  let holder: Holder = { channel: 'whatsapp', phone: '' };
  const heardWhatsApp = counter(graph.log.phones().flatMap((phone) => graph.log.of(phone)));
  const heardSms = counter(phones.sms.phones().flatMap((phone) => phones.sms.of(phone)));
  const heardUssd = counter(phones.ussd.phones().flatMap((phone) => phones.ussd.of(phone)));

  function tell(channel: string, phone: string, said: string[]) {
    const theirs = `# ${channel} ${nameOf(phone)}`;
    if (theirs !== header) lines.push(theirs);
    header = theirs;
    lines.push(...said);
  }

  return {
    told: () => lines,
    takes(words: string) {
      const [channel = '', ...name] = words.split(' ');
      holder = { channel: channel as Holder['channel'], phone: phoneOf(name.join(' ')) };
      // What came on another phone is told under its header: whoever takes that phone next stands there already.
      if (header !== `# ${words}`) lines.push(`# ${words}`);
      header = `# ${words}`;
    },
    async does(action: string) {
      lines.push(`> ${action}`);
      const wait = /^\/wait (\d+)(s|min|h|d)$/.exec(action);
      const [, times, repeated] = /^(\d+)x (.+)$/.exec(action) ?? [];
      if (wait !== null) await pass(Number(wait[1]), wait[2] ?? 'h');
      else if (repeated !== undefined) await Promise.all(Array.from({ length: Number(times) }, () => act(holder, repeated)));
      else {
        world.clock.forward({ seconds: ACT_SECONDS });
        await act(holder, action);
      }
      await settle(world);
      for (const phone of graph.log.phones()) {
        for (const seen of phoneView({ graph, africastalking: phones, cast: [] }, `+${phone}`, world.now()).whatsapp?.messages ?? []) {
          if (heardWhatsApp(seen.n) && seen.from === 'business') tell('whatsapp', `+${phone}`, answerLines(seen).flatMap((line) => line.split('\n')).filter((line) => line.trim() !== ''));
        }
      }
      for (const phone of phones.sms.phones()) {
        for (const sms of phoneView({ graph, africastalking: phones, cast: [] }, phone, world.now()).sms?.messages ?? []) {
          if (heardSms(sms.n) && sms.from === 'business') tell('sms', phone, sms.text.split('\n'));
        }
      }
      for (const hop of phones.ussd.of(holder.phone)) {
        if (heardUssd(hop.n) && hop.screen !== undefined) tell('ussd', holder.phone, screenLines(hop.screen));
      }
    },
  };

  async function pass(count: number, unit: string): Promise<void> {
    world.clock.forward({ [{ s: 'seconds', min: 'minutes', d: 'days' }[unit] ?? 'hours']: count });
    await world.due?.ring();
  }

  async function act({ channel, phone }: Holder, action: string): Promise<void> {
    if (channel === 'sms') await phones.userSmsSends(phone, action);
    else if (channel === 'whatsapp') await graph.userSends(phone, messageOf(graph, phones, phone, action));
    else if (action.startsWith('*')) await phones.dial(phone, action);
    else if (action === '/drop') phones.session(phone)?.drop();
    else await phones.session(phone)?.type(action === '/empty' ? '' : action);
  }
}

/** Work rings further work: everything has ended when nothing was under way twice in a row. */
async function settle(world: World) {
  const { graph, phones } = simulated(world);
  for (let round = 0; round < 2; round++) {
    await world.quiet();
    await graph.idle();
    await phones.idle();
  }
}

function simulated({ standins: { graph, phones } }: World): { graph: GraphStandin; phones: AfricastalkingStandin } {
  if (graph === undefined || phones === undefined) throw new Error('stories are played with simulated networks');
  return { graph, phones };
}

/** Tells of each entry once, and never of those that were there before the story. */
function counter(before: { n: number }[]) {
  const told = new Set(before.map(({ n }) => n));
  return (n: number) => !told.has(n) && told.add(n).has(n);
}

function screenLines({ kind, text }: { kind: string; text: string }): string[] {
  const screen = `${kind.toUpperCase()} ${text}`;
  expect(screen.length).toBeLessThanOrEqual(SCREEN_MAX);
  expect(screen).toMatch(/^[\n -~]*$/);
  expect(screen).not.toMatch(/[[\]{}\\^~|`]/);
  return screen.split('\n');
}

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`../../src/web/simulator/samples/${name}`, import.meta.url)));
const ATTACHED: Record<string, UserMessage> = {
  '/photo': { type: 'media', kind: 'image', bytes: sample('boubou.jpg'), mime: 'image/jpeg' },
  '/voice': { type: 'media', kind: 'voice', bytes: sample('note-vocale.ogg'), mime: 'audio/ogg; codecs=opus' },
  '/document': { type: 'media', kind: 'document', bytes: sample('mesures.pdf'), mime: 'application/pdf', filename: 'facture.pdf' },
  '/sticker': { type: 'media', kind: 'sticker', bytes: sample('sourire.webp'), mime: 'image/webp' },
  '/location': { type: 'location', latitude: 6.36, longitude: 2.43 },
  '/contact': { type: 'contacts', cards: [{ name: 'Barbara', phones: ['+14155550829'] }] },
};

function messageOf(graph: GraphStandin, phones: AfricastalkingStandin, phone: string, action: string): UserMessage {
  const attached = ATTACHED[action];
  if (attached !== undefined) return attached;
  const title = /^\[(.+)\]$/.exec(action)?.[1];
  if (title === undefined) return { type: 'text', text: action };
  const messages: Seen[] = phoneView({ graph, africastalking: phones, cast: [] }, phone, new Date()).whatsapp?.messages ?? [];
  const option = messages.toReversed().flatMap(({ options }) => options).find((each) => each.title === title);
  if (option === undefined) throw new Error(`no message offers [${title}], only ${messages.flatMap(({ options }) => options).map((each) => each.title).join(', ')}`);
  return { type: option.kind === 'row' ? 'row' : 'button', id: option.id, title };
}

const first = (name: string) => name.split(' ')[0] ?? name;
const phoneOf = (name: string): string => HOLDERS.find((holder) => first(holder.name) === name)?.phone ?? name;
const nameOf = (phone: string): string => {
  const holder = HOLDERS.find((each) => each.phone === phone);
  return holder === undefined ? phone : first(holder.name);
};
