import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import type { GraphStandin } from '../../src/standins/graph.ts';
import type { UserMessage } from '../../src/standins/graph-inbound.ts';
import { HOLDERS } from '../../src/demo/cast.ts';
import { phoneView, type Seen } from '../../src/web/simulator/phone-view.ts';
import { answerLines } from '../../src/web/simulator/transcript.ts';
import { typeKeys } from './key-page.ts';
import { answerPrompt } from './momo.ts';
import type { World } from './world.ts';

/**
 * Plays a story through the running app, its real clients and the stand-ins, and compares all that was said.
 * `# whatsapp Awa` takes a phone; `> …` is what its holder types, `> [Titre]` taps a button (of the last message that has it),
 * `> /photo`, `/voice`, `/location`, `/sticker` send one; `> *384*22#` dials, `> /drop` hangs up, `> /wait 2h` lets time pass,
 * `> /momo approve` answers the operator's prompt on that phone, as do `/momo refuse`, `poor` and `wrongpin`; `/momo look` only reads it.
 * `> /keys sk_live_… wh_…` opens the page for keys that the phone was sent last, and types them there.
 * `> 12x Bonjour` says it twelve times before anybody can answer. Everything else takes somebody a few seconds.
 * All other lines are what we must answer, on whatever phone it arrives.
 */
export async function play(world: World, script: string): Promise<void> {
  const expected = script.split('\n').map((line) => line.trim()).filter(Boolean);
  await plan(world);
  const story = begin(world);
  for (const [at, line] of expected.entries()) {
    if (line.startsWith('# ') && isTaken(expected.slice(at + 1))) story.takes(line.slice(2));
    if (line.startsWith('> ')) await story.does(line.slice(2)).catch((error: unknown) => { throw new Error(`${line}\nSo far:\n${story.told().slice(-TOLD_ON_FAILURE).join('\n')}`, { cause: error }); });
  }
  const told = story.told().join('\n').replaceAll(LINK, '/$1/…');
  if (process.env['UPDATE_STORIES'] !== undefined) rewrite(script, told);
  else expect(told).toBe(expected.join('\n'));
}

const planned = new WeakSet<World>();

/** What the days to come bring is planned before the first story, whenever a look at what is due would have come by itself. */
async function plan(world: World): Promise<void> {
  if (planned.has(world)) return;
  planned.add(world);
  await world.due?.ring();
  await settle(world);
}

/** A phone on which something is told and nothing done only rang; one with nothing under it was looked at in vain. */
const isTaken = ([next = '# ', ...after]: string[]): boolean => /^[#>] /.test(next) || after.find((line) => /^[#>] /.test(line))?.startsWith('> ') === true;

/** `UPDATE_STORIES=1 npm test -- <file>` writes what was really said into the test, to be read before it is kept. */
function rewrite(script: string, told: string) {
  const file = expect.getState().testPath ?? '';
  const indented = `\n${told.split('\n').map((line) => `    ${line}`).join('\n')}\n  `;
  writeFileSync(file, readFileSync(file, 'utf8').replace(script, () => indented));
}

type Holder = { channel: 'whatsapp' | 'sms' | 'ussd'; phone: string };
/** Short links cannot be guessed, nor written into a story. */
const LINK = /\/(r|keys)\/[\w-]{12,}/g;
const SCREEN_MAX = 160;
const ACT_SECONDS = 4;
const TOLD_ON_FAILURE = 30;

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
      tell(holder.channel, holder.phone, [`> ${action}`]);
      const wait = /^\/wait (\d+)(s|min|h|d)$/.exec(action);
      const [, times, repeated] = /^(\d+)x (.+)$/.exec(action) ?? [];
      if (wait !== null) await pass(Number(wait[1]), wait[2] ?? 'h');
      else if (action.startsWith('/momo ')) lines.push(await answerPrompt(world, holder.phone, action.slice('/momo '.length)));
      else if (action.startsWith('/keys ')) lines.push(await typeKeys(world, linksOn(holder.phone), action.slice('/keys '.length)));
      else if (repeated !== undefined) await Promise.all(Array.from({ length: Number(times) }, () => act(holder, repeated)));
      else {
        world.clock.forward({ seconds: ACT_SECONDS });
        await act(holder, action);
      }
      await settle(world);
      for (const hop of phones.ussd.of(holder.phone)) {
        if (heardUssd(hop.n) && hop.screen !== undefined) tell('ussd', holder.phone, screenLines(hop.screen));
      }
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
    },
  };

  /** What a phone was sent, newest last, by any network. */
  function linksOn(phone: string): string[] {
    const { whatsapp, sms } = phoneView({ graph, africastalking: phones, cast: [] }, phone, world.now());
    return [...(whatsapp?.messages ?? []).flatMap(answerLines), ...(sms?.messages ?? []).map(({ text }) => text)];
  }

  async function pass(count: number, unit: string): Promise<void> {
    await settle(world); // what is being sent would lose its lease in mid-air, and what has arrived would pass for lost before the network says so
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
    // Whom a turn tells besides who wrote is found by the next look at the outbox: here it is now, not within a second.
    world.post.ring();
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
  return screen.split('\n').filter((line) => line !== '');
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
  // « /photo 42 coupe » has a caption.
  const [what = '', ...caption] = action.split(' ');
  const attached = ATTACHED[what];
  if (attached !== undefined) return attached.type === 'media' && caption.length > 0 ? { ...attached, caption: caption.join(' ') } : attached;
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
