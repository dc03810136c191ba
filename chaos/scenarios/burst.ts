import { setTimeout as sleep } from 'node:timers/promises';
import type { Evidence } from '../verdict/evidence.ts';
import { curtain, few } from './curtain.ts';
import { openStage, type Stage } from './stage.ts';
import type { Scenario } from './theatre.ts';

const CONTACTS = 50;
const MESSAGES = 20;

export const burst: Scenario = {
  name: 'burst',
  promise: `${MESSAGES} numbered messages from each of ${CONTACTS} contacts at once, half of them in one webhook`,
  inShort: false,
  async play(theatre) {
    const stage = await openStage(theatre, { scenario: 'burst', roles: ['web', 'web', 'worker', 'worker'], store: 'server', redis: true });
    await Promise.all(Array.from({ length: CONTACTS }, (_, at) => sayAll(stage, MESSAGES, at % 2 === 0)));
    return [await curtain(stage, { kills: 0 })];
  },
};

/** One contact says so many things, in one webhook or as fast as they are taken. */
export async function sayAll({ line, strangers }: Stage, messages: number, together: boolean): Promise<void> {
  const { contact, text } = strangers.next();
  const texts = Array.from({ length: messages }, text);
  for (const part of together ? [texts] : texts.map((each) => [each])) await line.say(contact, part);
}

const LIMIT = 10;
const CALM_S = 10;
/** In the place of the first answer above the limit. */
const NOTICE = 1;
const SUMMARY = 1;
const HEARD_OF_US = LIMIT + NOTICE + SUMMARY;
const SUMMARY_MS_MAX = 60_000;

export const flood: Scenario = {
  name: 'flood',
  promise: `the burst at the limit of ${LIMIT} messages in ${CALM_S} s: every turn played, one notice and one summary for each contact`,
  inShort: false,
  async play(theatre) {
    const stage = await openStage(theatre, { scenario: 'flood', roles: ['all'], store: 'server', env: { FLOOD_LIMIT: `${LIMIT}/${CALM_S}` } });
    await Promise.all(Array.from({ length: CONTACTS }, () => sayAll(stage, MESSAGES, true)));
    for (const before = Date.now(); Date.now() - before < SUMMARY_MS_MAX && (await stage.networks.count()) < CONTACTS * HEARD_OF_US;) await sleep(200);
    return [await curtain(stage, {
      kills: 0,
      repliesWithheld: true,
      judge: (evidence) => ({ broken: few('not answered as a flood', oddlyAnswered(evidence)) }),
    })];
  },
};

/** Each contact gets the answers to its first messages, a notice in the place of the next, nothing for the others, and a summary at last. */
function oddlyAnswered({ turns, sent }: Evidence): string[] {
  const got = Map.groupBy(sent, ({ contact }) => contact);
  return [...Map.groupBy(turns, ({ contact }) => contact)].flatMap(([contact, heard]) => {
    const keys = got.get(contact)?.map(({ key }) => key) ?? [];
    const answers = heard.map(({ letter }) => `turn:${letter}:0`);
    const wanted = answers.slice(0, LIMIT + NOTICE);
    const same = keys.length === HEARD_OF_US && wanted.every((key, at) => keys[at] === key) && !answers.includes(keys.at(-1) ?? '');
    return same ? [] : [`${contact} got ${keys.join(', ')}`];
  });
}
