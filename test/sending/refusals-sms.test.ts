import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import type { SmsFault } from '../../src/standins/africastalking-sms.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** Each refusal of Africa's Talking through the running app. By SMS there is no other way behind. */
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

const refusing = (fault: SmsFault, who?: string) => post.phones.smsFaults.set(fault, who);
const sms = (to: string, purpose: Purpose, text: string = purpose) => post.send({ to, purpose, text, channel: 'sms' });
const write = async (phone: string, text: string) => {
  await post.phones.userSmsSends(phone, text);
  await post.quiet();
};
const minutes = async (many: number) => {
  for (let half = 0; half < 2 * many; half++) await post.later({ minutes: 0.5 });
};

describe('201, and yet a failure', () => {
  test('InvalidSenderId: given up at once, told to an operator once a day', async () => {
    refusing({ refuse: 'InvalidSenderId' });
    for (const who of [awa, jean]) await sms(who, 'order');
    await minutes(2);
    expect([post.sms(awa), await post.rows(awa)]).toEqual([['InvalidSenderId: order'], ['order sms failed']]);
    expect(await post.notices()).toEqual([expect.stringMatching(/^warning sending InvalidSenderId/)]);
  });

  test.each([402, 403, 404, 407, 502])('of the recipient, %d: given up', async (code) => {
    refusing({ refuse: code }, awa);
    await sms(awa, 'payment');
    await minutes(1);
    expect([post.sms(awa), await post.rows(awa)]).toEqual([[`${code}: payment`], ['payment sms failed']]);
  });

  test.each([500, 501])('of their gateway, %d: tried again', async (code) => {
    refusing({ refuse: code, times: 1 }, awa);
    await sms(awa, 'payment');
    await minutes(1);
    expect([post.sms(awa), await post.rows(awa)]).toEqual([[`${code}: payment`, 'payment'], ['payment sms sent']]);
  });
});

describe('401 in plain text: the key is no longer good', () => {
  test('one finds out, the others wait, WhatsApp goes on; with a new key all leave', async () => {
    refusing({ refuse: 'badKey' });
    await sms(awa, 'order');
    await sms(jean, 'order');
    await post.says(jean, 'Bonjour');
    expect([post.sms(awa), post.sms(jean), post.whatsapp(jean)]).toEqual([['badKey: order'], [], [expect.stringMatching(/^Bonjour, ici/)]]);
    expect(await post.notices()).toEqual([expect.stringMatching(/^critical sending 401 HTTP 401 The supplied authentication is invalid/)]);
    await minutes(3);
    expect([...post.sms(awa), ...post.sms(jean)].filter((text) => text === 'order')).toEqual([]);
    post.phones.smsFaults.clear();
    await minutes(2);
    expect([await post.rows(awa), post.sms(jean).filter((text) => text === 'order'), (await post.rows(jean)).includes('order sms sent')]).toEqual([['order sms sent'], ['order'], true]);
  });

  test('405, no money left: the same', async () => {
    refusing({ refuse: 405 });
    await sms(awa, 'order');
    await sms(jean, 'order');
    expect([post.sms(awa), post.sms(jean), await post.notices()]).toEqual([['405: order'], [], [expect.stringMatching(/^critical sending 405/)]]);
    post.phones.smsFaults.clear();
    await minutes(2);
    expect([await post.rows(awa), await post.rows(jean)]).toEqual([['order sms sent'], ['order sms sent']]);
  });
});

describe('406 and 409: this person wants no SMS', () => {
  test.each([406, 409])('%d is written down, and no news are tried again; WhatsApp goes on', async (code) => {
    refusing({ refuse: code, times: 1 }, awa);
    await sms(awa, 'order');
    await sms(awa, 'order', 'encore');
    await post.send({ to: awa, purpose: 'order', text: 'par WhatsApp' });
    expect([post.sms(awa), post.whatsapp(awa)]).toEqual([[`${code}: order`], ['par WhatsApp']]);
    expect([await post.rows(awa), await post.refusals(awa)]).toEqual([['order sms withdrawn', 'order sms withdrawn', 'order whatsapp sent'], ['sms no, says the network']]);
  });

  test('nor instead of WhatsApp; but who writes by SMS is answered by SMS', async () => {
    refusing({ refuse: 406, times: 1 }, awa);
    await sms(awa, 'order');
    post.graph.faults.set({ refuse: 131026 }, post.graph.keyOf(awa));
    await post.send({ to: awa, purpose: 'order', text: 'instead' });
    expect([post.sms(awa), await post.rows(awa)]).toEqual([['406: order'], ['order sms withdrawn', 'order whatsapp replaced', 'order sms withdrawn']]);
    await write(awa, 'Bonjour');
    expect(post.sms(awa).at(-1)).toMatch(/Griot/);
  });

  test('until REPRENDRE, by whatever channel', async () => {
    refusing({ refuse: 406, times: 1 }, awa);
    await sms(awa, 'order');
    await post.says(awa, 'REPRENDRE');
    await sms(awa, 'order', 'de retour');
    expect(post.sms(awa).at(-1)).toBe('de retour');
  });

  test('who opts out at the network gets no news by SMS, and comes back with REPRENDRE', async () => {
    await post.phones.userOptsOut(awa);
    await post.quiet();
    await sms(awa, 'payment');
    expect([post.sms(awa), await post.rows(awa)]).toEqual([[], ['payment sms withdrawn']]);
    await write(awa, 'REPRENDRE');
    await sms(awa, 'payment', 'de retour');
    expect(post.sms(awa).at(-1)).toBe('de retour');
  });
});

describe('a gateway that breaks', () => {
  test('once: tried again, said once', async () => {
    refusing({ refuse: 'down', times: 1 }, awa);
    await sms(awa, 'order');
    await minutes(1);
    expect([post.sms(awa), await post.rows(awa)]).toEqual([['down: order', 'order'], ['order sms sent']]);
  });

  test('for a while: what waits leaves when it is back; for an hour: it is given up', async () => {
    refusing({ refuse: 'down' });
    await sms(awa, 'order');
    await minutes(8);
    post.phones.smsFaults.clear();
    await minutes(6);
    expect([post.sms(awa).at(-1), await post.rows(awa)]).toEqual(['order', ['order sms sent']]);
    refusing({ refuse: 'down' });
    await sms(jean, 'order');
    await minutes(5);
    for (let quarter = 0; quarter < 5; quarter++) await post.later({ minutes: 15 });
    expect(await post.rows(jean)).toEqual(['order sms failed']);
  });
});

/** No id of ours travels with an SMS: nothing can tell that one whose answer was lost went out. */
describe('an answer that is lost', () => {
  test.each<Purpose>(['reply', 'code', 'payment', 'order', 'reminder'])('a %s goes once more, then an operator sees that nobody knows', async (purpose) => {
    refusing({ dropAfterAccept: true }, awa);
    await sms(awa, purpose);
    expect(post.sms(awa)).toEqual([purpose]);
    await minutes(3);
    expect([post.sms(awa), await post.rows(awa), (await post.row(awa)).doubts]).toEqual([[purpose, purpose], [`${purpose} sms unknown`], 2]);
  });

  test.each<Purpose>(['report', 'promo'])('a %s is never doubled', async (purpose) => {
    refusing({ dropAfterAccept: true }, awa);
    await sms(awa, purpose);
    await minutes(3);
    expect([post.sms(awa), await post.rows(awa), (await post.row(awa)).doubts]).toEqual([[purpose], [`${purpose} sms unknown`], 1]);
  });

  test('once: the second is known to have arrived', async () => {
    refusing({ dropAfterAccept: true, times: 1 }, awa);
    await sms(awa, 'order');
    await minutes(1);
    expect([post.sms(awa), await post.row(awa)]).toEqual([['order', 'order'], expect.objectContaining({ status: 'sent', doubts: 1, receiptRank: 3 })]);
  });
});

describe('a failure told later, by a delivery report', () => {
  test('UserInBlackList closes SMS to this person', async () => {
    refusing({ failReport: 'UserInBlackList' }, awa);
    await sms(awa, 'order');
    await minutes(1);
    expect([post.sms(awa), await post.refusals(awa)]).toEqual([['order'], ['sms no, says the network']]);
    await sms(awa, 'order', 'encore');
    expect(post.sms(awa)).toEqual(['order']);
  });

  test('InsufficientCredit stops the line, until a message passes', async () => {
    refusing({ failReport: 'InsufficientCredit', times: 1 }, awa);
    await sms(awa, 'order');
    await post.later({ minutes: 0.1 });
    await sms(jean, 'order');
    expect([post.sms(jean), await post.notices()]).toEqual([[], [expect.stringMatching(/^critical sending InsufficientCredit/)]]);
    await minutes(2);
    expect(post.sms(jean)).toEqual(['order']);
  });

  test('anything else is only seen', async () => {
    refusing({ failReport: 'DeliveryFailure' }, awa);
    await sms(awa, 'order');
    await minutes(2);
    expect([post.sms(awa), await post.row(awa)]).toEqual([['order'], expect.objectContaining({ status: 'sent', receiptRank: 2, fallbackAt: null })]);
  });
});
