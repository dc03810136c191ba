import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { busiestSecond, overPairRate } from '../../chaos/verdict/rates.ts';
import { SERVER } from '../helpers/database.ts';
import { echoed } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, until } from '../helpers/networks.ts';
import { openCrew, type Crew } from './crew.ts';

/** Answers handed over after a turn, news and promotions from the outbox, workers that come and go: one line, one rate. */
const RATE = 100;
let crew: Crew;
let told = 0;

beforeAll(async () => {
  crew = await openCrew({ WHATSAPP_RATE: `${RATE}` });
});
afterAll(() => crew.close());

const numbers = (many: number, prefix = 'n') => Array.from({ length: many }, (_, at) => `${prefix}${at}`);
/** One webhook of numbered messages. */
const says = (phone: string, texts: string[]) => networksOf(crew.web).meta(fromMeta(crew.web, texts.map((text) => said({ from: phone.slice(1), id: `wamid.${(told += 1)}`, text }))));
const all = (phone: string) => crew.post.graph.log.of(phone.slice(1)).flatMap((entry) => (entry.from === 'business' ? [entry] : []));
const texts = (phone: string) => all(phone).map(({ shown }) => echoed(shown.text));
const people = (many: number) => Promise.all(Array.from({ length: many }, () => crew.post.person()));
/** One more process where a server is shared; the embedded database belongs to one. */
const PROCESSES = SERVER === undefined ? 1 : 2;

test('several hundred messages, restarts and crashes: never more in a second than the rate, all of them once and in order', async () => {
  const [talkers, readers] = [await people(25), await people(25)];
  await Promise.all(talkers.map((phone) => says(phone, ['Bonjour', ...numbers(12)])));
  await crew.post.writeAll(readers.flatMap((to) => numbers(8, 'promo ').map((text) => ({ to, purpose: 'promo' as const, text }))));
  let hands = await Promise.all(Array.from({ length: PROCESSES }, crew.hire));
  for (const quarter of [1, 2, 3]) {
    await until(() => crew.left().length > quarter * 100);
    const [leaver, ...others] = hands;
    if (leaver === undefined) break;
    if (quarter === 2) leaver.die();
    await crew.dismiss(leaver);
    hands = [...others, await crew.hire()];
  }
  const done = () => talkers.every((phone) => texts(phone).length >= 13) && readers.every((phone) => texts(phone).length >= 8);
  for (let looks = 0; !done() && looks < 30; looks++) {
    crew.web.clock.forward({ seconds: 6 });
    await crew.calm();
  }
  expect(busiestSecond(crew.left())).toBeLessThanOrEqual(RATE);
  for (const phone of talkers) expect(texts(phone).slice(1)).toEqual(numbers(12));
  for (const phone of readers) expect(texts(phone)).toEqual(numbers(8, 'promo '));
});

test('to one person never more than Meta lets through, of answers, news and promotions together', async () => {
  const [awa = ''] = await people(1);
  await says(awa, ['Bonjour', ...numbers(60)]);
  await crew.post.writeAll((['promo', 'order', 'human'] as const).flatMap((purpose) => numbers(30, `${purpose} `).map((text) => ({ to: awa, purpose, text }))));
  for (let minute = 0; minute < 30; minute++) {
    await crew.calm();
    expect(overPairRate(all(awa).map(({ at, id, shown }) => ({ channel: 'whatsapp', contact: awa, key: id, text: shown.text, at: at.getTime() })))).toEqual([]);
    crew.web.clock.forward({ minutes: 1 });
  }
  for (const kind of ['n', 'promo ', 'order ', 'human ']) expect(texts(awa).filter((text) => new RegExp(`^${kind}\\d`).test(text))).toEqual(numbers(kind === 'n' ? 60 : 30, kind));
});
