import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** Each refusal of Meta through the running app: what the phones saw, what the rows say, what an operator reads. */
let world: World;
let post: Outgoing;
let awa: string;
let jean: string;

beforeAll(async () => {
  world = await openWorld();
  post = await outgoing(world);
});
beforeEach(async () => {
  await post.nextMorning();
  [awa, jean] = [await post.person(), await post.person()];
});
afterAll(() => world.close());

const refusing = (fault: GraphFault, who?: string) => post.graph.faults.set(fault, who === undefined ? undefined : post.graph.keyOf(who));
const news = (to: string, purpose: Purpose, text: string = purpose) => post.send({ to, purpose, text });
const minute = () => post.later({ minutes: 1 });

/** What was said instead: an answer, which ends in the sentence that is asked of everybody new. */
const answered = async (phone: string): Promise<string> => {
  await post.says(phone, 'Bonjour');
  return post.sms(phone).join();
};

describe.each([[131047, 'the 24 hours are over'], [131026, 'not on WhatsApp']])('%d, %s: by SMS at once', (code) => {
  test('an answer', async () => {
    refusing({ refuse: code }, awa);
    expect(await answered(awa)).toMatch(/ici Griot/);
    expect(post.whatsapp(awa)).toEqual([expect.stringMatching(new RegExp(`^${code}: `))]);
    expect(await post.rows(awa)).toEqual(['reply whatsapp replaced', 'reply sms sent']);
    expect(await post.deliveries(awa)).toEqual([expect.stringMatching(/^replaced: \w/)]);
  });

  test.each<Purpose>(['late', 'human', 'code', 'payment', 'order', 'reminder', 'report'])('%s', async (purpose) => {
    refusing({ refuse: code }, awa);
    await news(awa, purpose);
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([[`${code}: ${purpose}`], [purpose], [`${purpose} whatsapp replaced`, `${purpose} sms sent`]]);
  });

  test('a promotion is not worth an SMS, and holds up nobody', async () => {
    refusing({ refuse: code }, awa);
    await post.send({ to: awa, purpose: 'promo', text: 'promo' }, { to: jean, purpose: 'promo', text: 'promo' });
    expect([post.sms(awa), await post.rows(awa), post.whatsapp(jean)]).toEqual([[], ['promo whatsapp failed'], ['promo']]);
    await post.later({ hours: 2 });
    expect(post.whatsapp(awa)).toHaveLength(1);
  });
});

test('131047, outside the window, does not touch the template that the news has for it', async () => {
  const never = await post.person({ window: false });
  refusing({ refuse: 131047 }, never);
  await post.send({ to: never, purpose: 'order', text: 'prete', template: { name: 'order_ready', language: 'fr', parameters: ['0042'] } });
  expect([post.whatsapp(never), post.sms(never), await post.rows(never)]).toEqual([[expect.stringContaining('0042')], [], ['order whatsapp sent']]);
});

describe('130429: the whole line is too fast', () => {
  test('everything waits, nothing is lost, tried too often or said twice', async () => {
    refusing({ refuse: 130429, times: 1 });
    await news(awa, 'order');
    await post.says(jean, 'Bonjour');
    expect([post.whatsapp(awa), post.whatsapp(jean)]).toEqual([['130429: order'], []]);
    expect((await post.row(awa)).attempts).toBe(0);
    await minute();
    expect([post.whatsapp(awa), post.whatsapp(jean).length, post.sms(awa)]).toEqual([['130429: order', 'order'], 1, []]);
    expect(await post.rows(awa)).toEqual(['order whatsapp sent']);
  });

  test('each time in a row for longer, by one message, and by nobody else', async () => {
    refusing({ refuse: 130429 });
    await post.send(...[awa, jean].map((to) => ({ to, purpose: 'promo' as const, text: 'promo' })));
    const tries = () => post.whatsapp(awa).length + post.whatsapp(jean).length;
    const before = tries();
    await post.later({ minutes: 2 });
    expect([before, tries() - before].map((many) => many === 1 || many === 2)).toEqual([true, true]);
    const held = tries();
    await news(await post.person(), 'payment');
    expect(tries()).toBe(held);
    post.graph.faults.clear();
    await minute();
    await minute();
    expect([await post.rows(awa), await post.rows(jean)]).toEqual([['promo whatsapp sent'], ['promo whatsapp sent']]);
  });

  test('each pause is twice as long as the one before', async () => {
    refusing({ refuse: 130429 });
    await news(awa, 'promo');
    for (let second = 0; second < 40; second++) await post.later({ minutes: 1 / 60 });
    expect(post.whatsapp(awa)).toHaveLength(6); // after 0, 1, 3, 7, 15 and 31 seconds
  });

  test('for more than an hour: another way', async () => {
    refusing({ refuse: 130429 });
    await post.send({ to: awa, purpose: 'order', text: 'order' }, { to: awa, purpose: 'promo', text: 'promo' });
    for (let quarter = 0; quarter < 6; quarter++) await post.later({ minutes: 15 });
    expect([post.sms(awa), await post.rows(awa)]).toEqual([['order'], ['order whatsapp replaced', 'promo whatsapp failed', 'order sms sent']]);
  });
});

describe('131056: too fast for one person', () => {
  test('only this person waits, in order, each time four times as long', async () => {
    refusing({ refuse: 131056 }, awa);
    await post.send({ to: awa, purpose: 'order', text: 'un' }, { to: awa, purpose: 'order', text: 'deux' }, { to: jean, purpose: 'order', text: 'un' });
    expect([post.whatsapp(awa), post.whatsapp(jean)]).toEqual([['131056: un'], ['un']]);
    await news(awa, 'promo');
    const paused = async () => Math.round(((await post.row(awa), await world.db.channelIdentity.findFirstOrThrow({ where: { externalId: awa.slice(1) } })).heldUntil?.getTime() ?? 0) - world.now().getTime());
    expect([post.whatsapp(awa).length, (await paused()) <= 1_000]).toEqual([1, true]);
    for (const seconds of [4, 16]) {
      await minute();
      expect(Math.round((await paused()) / 1_000)).toBe(seconds);
    }
    post.graph.faults.clear();
    await minute();
    await minute();
    expect(post.whatsapp(awa).filter((text) => !text.startsWith('131056')).toSorted()).toEqual(['deux', 'promo', 'un']);
    expect(post.whatsapp(awa).indexOf('un')).toBeLessThan(post.whatsapp(awa).indexOf('deux'));
    expect(post.sms(awa)).toEqual([]);
  });

  test('an answer waits behind the one before it, not beside it', async () => {
    refusing({ refuse: 131056, times: 1 }, awa);
    await post.says(awa, 'Bonjour');
    await post.says(awa, 'aide');
    expect(post.whatsapp(awa)).toHaveLength(1);
    await minute();
    expect(post.whatsapp(awa)).toEqual([expect.stringMatching(/^131056: Bonjour, ici/), expect.stringMatching(/^Bonjour, ici/), expect.stringMatching(/menu/i)]);
    expect(await post.rows(awa)).toEqual(['reply whatsapp sent', 'reply whatsapp sent']);
  });
});

describe('131049: no more promotions for this person', () => {
  test('a promotion comes once more, a day later, then never', async () => {
    refusing({ refuse: 131049 }, awa);
    await post.send({ to: awa, purpose: 'promo', text: 'promo', template: { name: 'promo', language: 'fr' } });
    await post.later({ hours: 12 });
    expect([post.whatsapp(awa).length, await post.rows(awa)]).toEqual([1, ['promo whatsapp held']]);
    await post.later({ hours: 13 });
    await post.later({ hours: 25 });
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([[expect.stringMatching(/^131049/), expect.stringMatching(/^131049/)], [], ['promo whatsapp failed']]);
  });

  test('which holds up nothing else; and what is no promotion goes by SMS at once', async () => {
    refusing({ refuse: 131049, times: 1 }, awa);
    await news(awa, 'promo', 'un');
    await news(awa, 'promo', 'deux');
    refusing({ refuse: 131049, times: 2 }, awa);
    await news(awa, 'order');
    expect([post.whatsapp(awa), post.sms(awa)]).toEqual([['131049: un', 'deux', '131049: order'], ['order']]);
    expect(await answered(awa)).toMatch(/ici Griot/);
  });
});

describe('131050: this person wants no promotions', () => {
  test('it is written down, and none is tried again', async () => {
    refusing({ refuse: 131050 }, awa);
    await news(awa, 'promo');
    await news(awa, 'promo', 'encore');
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([['131050: promo'], [], ['promo whatsapp withdrawn', 'promo whatsapp withdrawn']]);
    expect(await post.refusals(awa)).toEqual(['promo no, says the network']);
  });

  test('who has refused promotions still hears of an order, and is still answered', async () => {
    refusing({ refuse: 131050, times: 1 }, awa);
    await news(awa, 'order');
    expect([post.sms(awa), await post.rows(awa)]).toEqual([['order'], ['order whatsapp replaced', 'order sms sent']]);
    await post.says(awa, 'Bonjour');
    expect(post.whatsapp(awa).at(-1)).toMatch(/^Bonjour, ici/);
  });

  test('until REPRENDRE: the next one is tried again, and the network has the last word', async () => {
    refusing({ refuse: 131050, times: 1 }, awa);
    await news(awa, 'promo');
    await post.says(awa, 'REPRENDRE');
    await news(awa, 'promo', 'de retour');
    expect(post.whatsapp(awa).at(-1)).toBe('de retour');
    refusing({ refuse: 131050, times: 1 }, awa);
    await news(awa, 'promo', 'une de trop');
    await news(awa, 'promo', 'jamais');
    expect(post.whatsapp(awa).at(-1)).toBe('131050: une de trop');
  });
});
