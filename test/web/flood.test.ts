import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { echoed, echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, settle, shownTo, smsTo, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let networks: Networks;
const { echoes, ...echo } = echoing();
/** Every text whose turn was played, of whom. */
const played: { contactId: string; text: string }[] = [];

beforeAll(async () => {
  world = await openWorld({ ...echo, cast: false });
  networks = networksOf(world);
  echoes.take = async (scope, text) => void played.push({ contactId: scope.who.contactId, text });
});
afterAll(() => world.close());
beforeEach(() => void played.splice(0));

const SAYS = {
  fr: { notice: 'Je lis tout, une seconde : je vous réponds quand vous aurez fini.', read: (count: number) => `Voilà, j'ai lu les ${count} messages restés sans réponse.`, dial: 'Pour continuer, composez *384*22#.', menu: 'Pour continuer, écrivez *menu*.', waiting: 'Une personne va vous répondre.' },
  en: { notice: 'I am reading everything, one second: I will answer when you have finished.', read: (count: number) => `Done: I have read the ${count} messages left unanswered.`, dial: 'To go on, dial *384*22#.', menu: 'To go on, write *menu*.', waiting: 'A person will answer you.' },
};
type Language = keyof typeof SAYS;
const LANGUAGES: Language[] = ['fr', 'en'];
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `n${String(at + from).padStart(2, '0')}`);

let people = 0;
/** Somebody who has said hello and chosen a language; a minute has passed since. */
async function somebody(language: Language = 'fr', channel: 'whatsapp' | 'sms' = 'whatsapp') {
  const waId = `2290197${String(10_000 + people++)}0`;
  const phone = `+${waId}`;
  const whatsapp = (text: string) => networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${waId}.${text}`, text })]));
  const sms = (text: string) => networks.form('sms', { from: phone, to: 'GRIOT', text, date: '2026-11-20T09:00:00Z', id: `${waId}.${text}`, linkId: '', networkCode: '99999' });
  const hop = async (session: string, text: string) => (await networks.form('ussd', { sessionId: `${waId}.${session}`, phoneNumber: phone, serviceCode: '*384*22#', networkCode: '99999', text })).body;
  const says = channel === 'sms' ? sms : whatsapp;
  await says('Bonjour');
  await says(language === 'fr' ? 'français' : 'english');
  await settle(world);
  world.clock.forward({ minutes: 1 });
  const { contactId } = await world.db.channelIdentity.findFirstOrThrow({ where: { externalId: channel === 'sms' ? phone : waId } });
  const before = { whatsapp: shownTo(world, waId).length, sms: smsTo(world, phone).length };
  return {
    waId, contactId, whatsapp, sms, hop,
    shown: () => shownTo(world, waId).slice(before.whatsapp).map(echoed),
    texts: () => smsTo(world, phone).slice(before.sms).map(echoed),
    heard: () => played.filter((each) => each.contactId === contactId).map(({ text }) => text),
  };
}

/** One after the other, faster than they are read. */
async function quickly(say: (text: string) => Promise<{ status: number }>, texts: string[]): Promise<void> {
  for (const text of texts) expect((await say(text)).status).toBe(200);
  await settle(world);
}
/** So long nothing is said; what comes due is done. */
async function silence(seconds: number): Promise<void> {
  world.clock.forward({ seconds });
  await world.due?.ring();
  await settle(world);
}
const all = numbers(30);
const ten = all.slice(0, 10);

describe.each(LANGUAGES)('thirty messages at once, in %s', (language) => {
  const { notice, read } = SAYS[language];

  test('on WhatsApp: each is played in order, ten are answered, then one notice and, ten seconds later, one summary with the screen', async () => {
    const awa = await somebody(language);
    await quickly(awa.whatsapp, all);
    expect(awa.heard()).toEqual(all);
    expect(awa.shown()).toEqual([...ten, notice]);
    await silence(5);
    expect(awa.shown()).toHaveLength(11);
    await silence(5);
    expect(awa.shown().slice(11)).toEqual([`${read(20)}\n\nn30`]);
    await silence(60);
    await quickly(awa.whatsapp, ['enfin']);
    expect(awa.shown().slice(12)).toEqual(['enfin']);
  });

  test('by SMS: the same', async () => {
    const jean = await somebody(language, 'sms');
    await quickly(jean.sms, all);
    expect(jean.heard()).toEqual(all);
    await silence(10);
    expect(jean.texts()).toEqual([...ten, notice, `${read(20)}\nn30`]);
  });

  test('in one webhook: the same', async () => {
    const awa = await somebody(language);
    await networks.meta(fromMeta(world, all.map((text) => said({ from: awa.waId, id: `wamid.${awa.waId}.${text}`, text }))));
    await settle(world);
    await silence(10);
    expect([awa.heard(), awa.shown()]).toEqual([all, [...ten, notice, `${read(20)}\n\nn30`]]);
  });
});

describe('a burst', () => {
  const { notice, read, dial, menu, waiting } = SAYS.fr;

  test('on two channels is one: one notice, and the summary where the person wrote last', async () => {
    const awa = await somebody();
    for (const [at, text] of all.entries()) await (at % 2 === 0 ? awa.whatsapp : awa.sms)(text);
    await settle(world);
    await silence(10);
    expect(await world.db.message.count({ where: { contactId: awa.contactId, direction: 'in', text: { startsWith: 'n' } } })).toBe(30);
    const told = [...awa.shown(), ...awa.texts()].filter((text) => text.startsWith(notice) || text.includes('restés sans réponse'));
    expect(told).toEqual([notice, read(20)]);
    expect(awa.texts().at(-1)).toBe(read(20));
  });

  test('that was posted three times over counts once', async () => {
    const awa = await somebody();
    for (const text of ten) for (let post = 0; post < 3; post++) await awa.whatsapp(text);
    await settle(world);
    await silence(10);
    expect(awa.shown()).toEqual(ten);
  });

  test('of one person says nothing to another, and withholds nothing from them', async () => {
    const [awa, jean] = [await somebody(), await somebody('en')];
    for (const [at, text] of all.entries()) {
      await awa.whatsapp(text);
      if (at % 4 === 0) await jean.whatsapp(text);
    }
    await settle(world);
    await silence(10);
    expect(awa.shown()).toEqual([...ten, notice, `${read(20)}\n\nn30`]);
    expect(jean.shown()).toEqual(all.filter((_, at) => at % 4 === 0));
  });

  test('that goes on has one summary, ten seconds after its last message, however often the timer looks', async () => {
    const awa = await somebody();
    await quickly(awa.whatsapp, all);
    for (const text of numbers(6, 31)) {
      await silence(9);
      await quickly(awa.whatsapp, [text]);
    }
    expect(awa.shown()).toHaveLength(11);
    await silence(10);
    await silence(60);
    expect(awa.shown().slice(11)).toEqual([`${read(26)}\n\nn36`]);
    expect(await world.db.due.count({ where: { kind: 'wake', contactId: awa.contactId, status: 'waiting' } })).toBe(0);
  });

  test('is summed up by the answer to the next message when the timer is late, and not once more', async () => {
    const awa = await somebody();
    await quickly(awa.whatsapp, all);
    world.clock.forward({ seconds: 11 });
    await quickly(awa.whatsapp, ['et alors']);
    await silence(60);
    expect(awa.shown().slice(11)).toEqual([`${read(20)}\n\net alors`]);
  });

  test('does not withhold the answer to STOP, which is none of its messages', async () => {
    const awa = await somebody();
    await quickly(awa.whatsapp, [...all, 'STOP', 'Stop tout']);
    expect(awa.shown().slice(11)).toEqual([expect.stringContaining('plus de promotions'), expect.stringContaining('nous ne vous écrirons plus')]);
    expect(await world.db.consentEvent.count({ where: { contactId: awa.contactId, value: false } })).toBe(5);
    await silence(10);
    expect(awa.shown().slice(13)).toEqual([`${read(20)}\n${menu}`]);
  });

  test('is not made of STOP words, files that come alone, receipts and hops, and withholds no answer to them', async () => {
    const awa = await somebody();
    const photo = (id: string, caption?: string) => ({ from: awa.waId, id: `wamid.${awa.waId}.${id}`, timestamp: '1795165200', type: 'image', image: { id, mime_type: 'image/jpeg', sha256: 'x', ...(caption === undefined ? {} : { caption }) } });
    const send = (...messages: object[]) => networks.meta(fromMeta(world, messages.map((message) => ({ messages: [message] }))));
    await send(...Array.from({ length: 15 }, (_, at) => photo(`p${at}`)));
    await quickly(awa.whatsapp, ['STOP', ...ten]);
    expect(awa.shown()).toHaveLength(26);
    expect(awa.shown()).not.toContain(notice);

    await quickly(awa.whatsapp, ['n11']);
    await send(photo('q1'), photo('q2', 'Le modèle de ma sœur'));
    await settle(world);
    expect(await awa.hop('1', '')).toMatch(/^CON /);
    expect(awa.shown().slice(26)).toEqual([notice, 'Photo bien reçue et gardée.\n\nn11']);
    await silence(10);
    expect([awa.shown().slice(28), awa.texts()]).toEqual([[], [`${read(2)}\n${dial}`]]);
    expect(await awa.hop('1', 'plus tard')).toBe('CON plus tard:'); // the call goes on with its own screen
  });

  test('leaves the hand-off to the human it asked for', async () => {
    const awa = await somebody();
    await quickly(awa.whatsapp, [...numbers(11), 'humain', 'vous êtes là', ...numbers(15, 12)]);
    expect(awa.shown()).toEqual([...ten, notice]);
    await silence(10);
    expect(awa.shown().slice(11)).toEqual([`${read(2)}\n${'Griot est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir a'.slice(0, 99)}…\n${waiting}`]);
    await quickly(awa.whatsapp, numbers(30, 40));
    expect(awa.shown()).toHaveLength(12);
  });
});

test('a limit of other numbers holds as it is written, and one that could never be held is refused', async () => {
  expect(readConfig({ FLOOD_LIMIT: '3/60' }).floodLimit).toEqual({ messages: 3, withinMs: 60_000 });
  for (const wrong of ['0/10', '10/0', '10', 'ten/ten', '-1/10']) expect(() => readConfig({ FLOOD_LIMIT: wrong })).toThrow('FLOOD_LIMIT');
});

