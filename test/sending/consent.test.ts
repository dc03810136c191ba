import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import { echoing } from '../helpers/echo.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** STOP, STOP TOUT and REPRENDRE are obeyed by whatever is no answer; and by whatever was written before. */
let world: World;
let post: Outgoing;
let awa: string;
const { echoes, flows, handlers } = echoing();

beforeAll(async () => {
  world = await openWorld({ flows, handlers });
  post = await outgoing(world);
});
beforeEach(async () => {
  await post.nextMorning();
  echoes.take = () => Promise.resolve();
  awa = await post.person();
});
afterAll(() => world.close());

const NEWS: Purpose[] = ['payment', 'order', 'reminder', 'report', 'promo'];
const allNews = (text = 'news') => post.send(...NEWS.map((purpose) => ({ to: awa, purpose, text: `${purpose} ${text}` })));
const heard = () => post.whatsapp(awa).filter((text) => text.endsWith(' news')).map((text) => text.split(' ')[0]).toSorted();

test.each<[string[], Purpose[]]>([
  [[], NEWS],
  [['STOP'], ['order', 'payment', 'report']],
  [['STOP TOUT'], []],
  [['STOP', 'STOP TOUT'], []],
  [['STOP TOUT', 'STOP'], []],
  [['STOP TOUT', 'REPRENDRE'], NEWS],
  [['STOP', 'REPRENDRE'], NEWS],
  [['REPRENDRE', 'STOP'], ['order', 'payment', 'report']],
])('after %j Awa hears of %j', async (words, expected) => {
  for (const word of words) await post.says(awa, word);
  await allNews();
  expect(heard()).toEqual(expected.toSorted());
});

test('the words themselves, and whatever is asked afterwards, are answered', async () => {
  await post.says(awa, 'STOP TOUT');
  await post.says(awa, 'Bonjour');
  await post.send({ to: awa, purpose: 'human', text: 'human' }, { to: awa, purpose: 'late', text: 'late' }, { to: awa, purpose: 'code', text: 'code' });
  expect(post.whatsapp(awa)).toHaveLength(5);
});

test('what waited for the morning when STOP came does not leave', async () => {
  world.clock.forward({ hours: 12 });
  await allNews();
  expect(heard()).toEqual(['payment']);
  await post.says(awa, 'STOP');
  await post.later({ hours: 10 });
  expect(heard()).toEqual(['order', 'payment', 'report']);
});

test('nor does what was written to an address that has become another person’s meanwhile', async () => {
  world.clock.forward({ hours: 12 });
  await allNews();
  const known = await post.person();
  const [from, to] = await Promise.all([awa, known].map((key) => world.db.contact.findUniqueOrThrow({ where: { key } })));
  await world.db.contact.update({ where: { id: from?.id ?? '' }, data: { phone: null, mergedIntoId: to?.id ?? '' } });
  await post.says(known, 'STOP TOUT');
  await post.later({ hours: 10 });
  expect(heard()).toEqual(['payment']);
});

test('a STOP to one business leaves the others their say', async () => {
  const [afi, bintou] = await Promise.all(['AFI', 'BINTOU'].map((code) => world.db.tenant.findFirstOrThrow({ where: { code } })));
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { key: awa } });
  await world.db.consentEvent.create({ data: { contactId, tenantId: afi?.id ?? '', purpose: 'promo', value: false, channel: 'whatsapp', textVersion: '1', at: world.now() } });
  await post.send({ to: awa, purpose: 'promo', text: 'afi', tenantId: afi?.id ?? '' }, { to: awa, purpose: 'promo', text: 'bintou', tenantId: bintou?.id ?? '' });
  expect(post.whatsapp(awa)).toEqual(['bintou']);
});

describe('what a business function writes in a turn', () => {
  /** To herself, and to her tailor. */
  const writing = (purpose: Purpose, more: object = {}) => {
    echoes.take = async ({ later, who, db }, text) => {
      const afi = await db.contact.findUniqueOrThrow({ where: { key: '+2290197000001' } });
      const row = { tenantId: null, provider: 'whatsapp', channel: 'whatsapp' as const, purpose, payload: { message: { type: 'text', text: { body: `${purpose}: ${text}` } }, template: { name: 'news', language: 'fr', parameters: [text] } } };
      later.outbox.push({ ...row, ...more, key: `turn:${purpose}:${text}:self`, externalId: who.externalId }, { ...row, ...more, key: `turn:${purpose}:${text}:afi`, contactId: afi.id, externalId: '2290197000001' });
    };
  };

  test('leaves with the answer, after the commit, by the rules of its purpose', async () => {
    await post.says(awa, 'Bonjour');
    writing('order');
    await post.says(awa, 'un');
    expect(post.whatsapp(awa).slice(1).toSorted()).toEqual([expect.stringMatching(/^order: un/), expect.stringMatching(/^un/)].toSorted());
    expect(post.whatsapp('+2290197000001')).toEqual(['news · un']);
    await post.says(awa, 'STOP TOUT');
    await post.says(awa, 'Bonjour');
    await post.says(awa, 'deux');
    expect(post.whatsapp(awa).filter((text) => text.startsWith('order: deux'))).toEqual([]);
    expect(post.whatsapp('+2290197000001').at(-1)).toBe('news · deux');
  });

  test('for later waits for its time, and holds up nothing', async () => {
    await post.says(awa, 'Bonjour');
    writing('order', { availableAt: new Date(world.now().getTime() + 2 * 3_600_000).toISOString() });
    await post.says(awa, 'plus tard');
    await post.send({ to: awa, purpose: 'order', text: 'maintenant' });
    expect(post.whatsapp(awa).at(-1)).toBe('maintenant');
    await post.later({ hours: 2, minutes: 1 });
    expect(post.whatsapp(awa).at(-1)).toBe('order: plus tard');
  });

  test('does not leave when the turn fails', async () => {
    await post.says(awa, 'Bonjour');
    writing('payment');
    const take = echoes.take;
    echoes.take = async (scope, text) => {
      await take(scope, text);
      throw new Error('no');
    };
    await post.says(awa, 'trois');
    expect(post.whatsapp(awa).filter((text) => text.includes('trois'))).toEqual([]);
    echoes.take = () => Promise.resolve();
  });
});
