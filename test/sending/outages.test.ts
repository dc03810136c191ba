import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** A whole network that stops, breaks, or loses its answers: nothing is lost, said twice, or kept for ever. */
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
const posts = () => post.graph.log.phones().flatMap((who) => post.graph.log.of(who)).filter(({ from }) => from === 'business').length;
const minutes = async (many: number) => {
  for (let half = 0; half < 2 * many; half++) await post.later({ minutes: 0.5 });
};

describe.each([[368, 'policy'], [190, 'the token has expired']])('%d, %s: the line is stopped', (code) => {
  test('one message finds out; the others are not even tried; an operator reads it once', async () => {
    refusing({ refuse: code });
    await news(awa, 'order');
    const tried = posts();
    await post.send(...[awa, jean].flatMap((to) => [{ to, purpose: 'payment' as const, text: 'payment' }, { to, purpose: 'promo' as const, text: 'promo' }]));
    await post.says(jean, 'Bonjour');
    expect([posts(), post.whatsapp(jean), post.sms(awa)]).toEqual([tried, [], []]);
    expect(await post.notices()).toEqual([expect.stringMatching(new RegExp(`^critical sending ${code} \\w`))]);
    expect(await world.db.line.findUnique({ where: { channel: 'whatsapp' } })).toMatchObject({ stoppedBy: String(code) });
  });

  test('after a minute of patience answers and news go by SMS, promotions wait; each minute one message tries', async () => {
    refusing({ refuse: code });
    await post.says(awa, 'Bonjour');
    await post.send({ to: awa, purpose: 'order', text: 'order' }, { to: jean, purpose: 'promo', text: 'promo' });
    expect([post.sms(awa), post.sms(jean)]).toEqual([[], []]);
    await minutes(2.5); // the one that tried the line at the end of the first minute waits for the end of the next
    expect(post.sms(awa).toSorted()).toEqual([expect.stringMatching(/^Bonjour, ici Griot/), 'order']);
    const tried = posts();
    await minutes(5);
    expect(posts() - tried).toBeLessThanOrEqual(6);
    expect([post.sms(jean), await post.rows(jean)]).toEqual([[], [expect.stringMatching(/^promo whatsapp (held|waiting)$/)]]);
    expect(await post.notices()).toHaveLength(1);
  });

  test('whoever mends it need not tell us: what waits leaves on WhatsApp, once', async () => {
    refusing({ refuse: code });
    await post.send(...[awa, jean].map((to) => ({ to, purpose: 'promo' as const, text: 'promo' })));
    await minutes(2);
    post.graph.faults.clear();
    await minutes(3);
    expect([awa, jean].map((who) => [post.whatsapp(who).filter((text) => text === 'promo').length, post.sms(who).length])).toEqual([[1, 0], [1, 0]]);
    expect(await world.db.line.findUnique({ where: { channel: 'whatsapp' } })).toMatchObject({ stoppedAt: null });
    await post.says(awa, 'Bonjour');
    expect(post.whatsapp(awa).at(-1)).toMatch(/^Bonjour, ici/);
  });

  test('who has no number we know waits, and is not given up', async () => {
    const hidden = await post.person();
    await world.db.contact.update({ where: { key: hidden }, data: { phone: null } });
    refusing({ refuse: code });
    await news(hidden, 'order');
    await minutes(3);
    expect(await post.rows(hidden)).toEqual([expect.stringMatching(/^order whatsapp (held|waiting)$/)]);
    post.graph.faults.clear();
    await minutes(3);
    expect(post.whatsapp(hidden).at(-1)).toBe('order');
  });
});

describe('131042 and 131048: nothing but answers passes', () => {
  test.each([131042, 131048])('%d: bulk waits a day, news go by SMS, answers go on', async (code) => {
    refusing({ refuse: code }, awa);
    for (const to of [awa, jean]) await post.send({ to, purpose: 'promo', text: 'promo', template: { name: 'promo', language: 'fr' } });
    expect([post.whatsapp(jean), await post.notices()]).toEqual([[], [expect.stringContaining(String(code))]]);
    await news(awa, 'order');
    await post.says(jean, 'Bonjour');
    expect([post.sms(awa), post.whatsapp(jean)]).toEqual([['order'], [expect.stringMatching(/^Bonjour, ici/)]]);
    post.graph.faults.clear();
    await post.later({ hours: 23 });
    await post.later({ hours: 2 });
    await post.later({ hours: 1 });
    expect([awa, jean].map((who) => post.whatsapp(who).filter((text) => text === 'promo').length)).toEqual([1, 1]);
  });
});

describe('a network that breaks: 500 with a page of HTML', () => {
  test.each<Purpose>(['payment', 'order', 'reminder', 'promo', 'code'])('once, a %s is tried again and said once', async (purpose) => {
    refusing({ refuse: 'html', times: 1 }, awa);
    await news(awa, purpose);
    expect(await post.rows(awa)).toEqual([`${purpose} whatsapp waiting`]);
    await post.later({ minutes: 1 });
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([[`html: ${purpose}`, purpose], [], [`${purpose} whatsapp sent`]]);
  });

  test('an answer too, and what Jean is told passes meanwhile', async () => {
    refusing({ refuse: 'html', times: 1 }, awa);
    await post.says(awa, 'Bonjour');
    await news(jean, 'promo');
    expect([post.whatsapp(awa).length, post.whatsapp(jean)]).toEqual([1, ['promo']]);
    await minutes(1);
    expect(post.whatsapp(awa)).toEqual([expect.stringMatching(/^html: /), expect.stringMatching(/^Bonjour, ici/)]);
  });

  test('for long: after five tries answers and news go by SMS; a promotion is tried for an hour', async () => {
    refusing({ refuse: 'html' });
    await post.says(awa, 'Bonjour');
    await post.send({ to: awa, purpose: 'order', text: 'order' }, { to: jean, purpose: 'promo', text: 'promo' });
    await minutes(6);
    expect(post.sms(awa).toSorted()).toEqual([expect.stringMatching(/^Bonjour/), 'order']);
    expect(await post.rows(jean)).toEqual(['promo whatsapp waiting']);
    for (let quarter = 0; quarter < 5; quarter++) await post.later({ minutes: 15 });
    expect([post.sms(jean), await post.rows(jean)]).toEqual([[], ['promo whatsapp failed']]);
  });

  test('for a while: what could not go by SMS leaves when it is back', async () => {
    refusing({ refuse: 'html' });
    await news(jean, 'promo');
    await minutes(10);
    post.graph.faults.clear();
    await minutes(6);
    expect([post.whatsapp(jean).at(-1), await post.rows(jean)]).toEqual(['promo', ['promo whatsapp sent']]);
  });

  test('what had waited all night is tried as long as anything else', async () => {
    world.clock.forward({ hours: 12 });
    const never = await post.person({ window: false });
    await post.send({ to: never, purpose: 'reminder', text: 'rappel', template: { name: 'reminder', language: 'fr' } });
    expect(post.whatsapp(never)).toEqual([]);
    refusing({ refuse: 'html', times: 1 });
    await post.later({ hours: 9 });
    expect([post.whatsapp(never).length, await post.rows(never)]).toEqual([1, ['reminder whatsapp waiting']]);
    await minutes(1);
    expect([post.whatsapp(never).length, await post.rows(never)]).toEqual([2, ['reminder whatsapp sent']]);
  });
});

describe('an answer that is lost: the connection drops after acceptance', () => {
  test.each<Purpose>(['payment', 'order', 'reminder', 'promo'])('its status tells that a %s went out: it is not sent again', async (purpose) => {
    refusing({ dropAfterAccept: true }, awa);
    await news(awa, purpose);
    await minutes(3);
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([[purpose], [], [`${purpose} whatsapp sent`]]);
  });

  test('of an answer, too: the next one follows at once', async () => {
    refusing({ dropAfterAccept: true, times: 1 }, awa);
    await post.says(awa, 'Bonjour');
    await post.says(awa, 'aide');
    expect(post.whatsapp(awa)).toHaveLength(2);
  });

  test.each<[string, GraphFault]>([['turned round', { statusesOutOfOrder: true }], ['before the answer', { statusesFirst: true }]])('statuses %s tell it as well', async (_, fault) => {
    refusing({ dropAfterAccept: true, ...fault }, awa);
    await news(awa, 'order');
    await minutes(3);
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([['order'], [], ['order whatsapp sent']]);
  });

  test('proved, but never delivered: by SMS like anything else', async () => {
    refusing({ dropAfterAccept: true, statusesUpTo: 'sent' }, awa);
    await news(awa, 'order');
    expect(await post.rows(awa)).toEqual(['order whatsapp sent']);
    await minutes(2);
    expect([post.whatsapp(awa), post.sms(awa)]).toEqual([['order'], ['order']]);
  });

  test('without any status it goes again after ten seconds, never sooner', async () => {
    refusing({ dropAfterAccept: true, withholdStatuses: true, times: 1 }, awa);
    await news(awa, 'order');
    await post.quiet();
    expect([post.whatsapp(awa), (await post.row(awa)).status]).toEqual([['order'], 'sending']);
    await post.later({ minutes: 0.15 });
    expect(post.whatsapp(awa)).toEqual(['order']);
    await post.later({ minutes: 0.1 });
    expect([post.whatsapp(awa), await post.row(awa)]).toEqual([['order', 'order'], expect.objectContaining({ status: 'sent', doubts: 1, attempts: 2 })]);
  });

  test('again and again: by SMS, and not for ever', async () => {
    refusing({ dropAfterAccept: true, withholdStatuses: true }, awa);
    await post.send({ to: awa, purpose: 'order', text: 'order' });
    await minutes(10);
    expect([post.whatsapp(awa).length, post.sms(awa), await post.rows(awa)]).toEqual([3, ['order'], ['order whatsapp replaced', 'order sms sent']]);
  });

  test('what is behind it waits, and keeps its place', async () => {
    refusing({ dropAfterAccept: true, withholdStatuses: true, times: 1 }, awa);
    await post.send({ to: awa, purpose: 'order', text: 'un' }, { to: awa, purpose: 'order', text: 'deux' });
    expect(post.whatsapp(awa)).toEqual(['un']);
    await minutes(1);
    expect(post.whatsapp(awa)).toEqual(['un', 'un', 'deux']);
  });
});
