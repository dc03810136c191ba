import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import type { SmsFault } from '../../src/standins/africastalking-sms.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { until } from '../helpers/networks.ts';
import { openCrew, type Crew, type Worker } from './crew.ts';

/** A process dies, or loses an answer, and another one opens the same database: what went out is not sent again where anybody can know. */
let crew: Crew;
let worker: Worker;
let awa: string;

beforeAll(async () => {
  crew = await openCrew();
});
beforeEach(async () => {
  await crew.post.nextMorning();
  awa = await crew.post.person();
  worker = await crew.hire();
});
afterEach(() => crew.dismiss(worker));
afterAll(() => crew.close());

const onWhatsApp = (fault: GraphFault) => crew.post.graph.faults.set(fault, crew.post.graph.keyOf(awa));
const onSms = (fault: SmsFault) => crew.post.phones.smsFaults.set(fault, awa);
const seconds = async (many: number) => {
  crew.web.clock.forward({ seconds: many });
  await crew.calm();
};
const news = async (purpose: Purpose, channel: 'whatsapp' | 'sms' = 'whatsapp') => {
  await crew.post.writeAll([{ to: awa, purpose, text: purpose, channel }]);
  await crew.calm();
};
const says = async (text: string) => {
  await crew.post.graph.userSends(awa, { type: 'text', text });
  await crew.calm();
};
/** Gracefully, or in the middle of what it does; then another one starts. */
const restart = async () => {
  await crew.dismiss(worker);
  worker = await crew.hire();
  await crew.calm();
};
const crashWhile = async (act: () => Promise<void>) => {
  const before = crew.left().length;
  worker.dieAfterSend();
  await act();
  expect(crew.left().length).toBe(before + 1);
  await restart();
};
/** What the echo says before it has heard anything. */
const GREETING = ' :';
const shown = () => crew.post.whatsapp(awa);
const row = () => crew.post.row(awa);

/** How the process that sends comes to know nothing. */
const ENDS: [string, (act: () => Promise<void>) => Promise<void>, GraphFault & SmsFault][] = [
  ['lost its answer, and is restarted', async (act) => (await act(), restart()), { dropAfterAccept: true }],
  ['died before it heard the answer', crashWhile, {}],
];

describe.each(ENDS)('a process that %s, on WhatsApp', (_, ending, lost) => {
  test.each<Purpose>(['payment', 'order', 'reminder', 'promo'])('the status tells that a %s went out: exactly one', async (purpose) => {
    onWhatsApp({ ...lost, times: 1 });
    await ending(() => news(purpose));
    for (let n = 0; n < 5; n++) await seconds(15);
    expect([shown(), await crew.post.rows(awa), (await row()).doubts]).toEqual([[purpose], [`${purpose} whatsapp sent`], 0]);
  });

  test('an answer: exactly one, and the next follows', async () => {
    onWhatsApp({ ...lost, times: 1 });
    await ending(() => says('Bonjour'));
    await seconds(15);
    await says('encore');
    expect(shown()).toEqual([GREETING, expect.stringMatching(/^encore/)]);
  });

  test('with no status it goes again ten seconds after the start, not sooner, and is counted', async () => {
    onWhatsApp({ ...lost, withholdStatuses: true, times: 1 });
    await ending(() => news('order'));
    await seconds(8);
    expect([shown(), (await row()).doubts]).toEqual([['order'], 0]);
    await seconds(3);
    expect([shown(), await row()]).toEqual([['order', 'order'], expect.objectContaining({ status: 'sent', doubts: 1 })]);
  });

  test('an answer with no status too, before what was said after it', async () => {
    onWhatsApp({ ...lost, withholdStatuses: true, times: 1 });
    await ending(() => says('Bonjour'));
    await says('encore');
    expect(shown()).toHaveLength(1);
    await seconds(11);
    expect(shown()).toEqual([GREETING, GREETING, expect.stringMatching(/^encore/)]);
  });
});

describe('answers that are lost for ever, over restarts', () => {
  test('on WhatsApp: three times at most, then by SMS, and the doubts are counted', async () => {
    onWhatsApp({ dropAfterAccept: true, withholdStatuses: true });
    await news('order');
    for (let n = 0; n < 6; n++) {
      await restart();
      await seconds(11);
    }
    expect([shown(), crew.post.sms(awa), await crew.post.rows(awa)]).toEqual([['order', 'order', 'order'], ['order'], ['order whatsapp replaced', 'order sms sent']]);
    expect(await crew.web.db.outbox.findFirst({ where: { status: 'replaced' }, orderBy: { id: 'desc' } })).toMatchObject({ doubts: 3 });
  });

  test('a promotion: three times at most, and nobody pretends to know', async () => {
    onWhatsApp({ dropAfterAccept: true, withholdStatuses: true });
    await news('promo');
    for (let n = 0; n < 6; n++) {
      await restart();
      await seconds(11);
    }
    expect([shown(), crew.post.sms(awa), await row()]).toEqual([['promo', 'promo', 'promo'], [], expect.objectContaining({ status: 'unknown', doubts: 3 })]);
  });

  test('a status that comes after all says that it was sent', async () => {
    onWhatsApp({ dropAfterAccept: true, withholdStatuses: true });
    await news('promo');
    for (let n = 0; n < 4; n++) await seconds(11);
    expect((await row()).status).toBe('unknown');
    const { key } = await row();
    await crew.status({ key, to: awa, word: 'delivered' });
    expect(await row()).toMatchObject({ status: 'sent', receiptRank: 3 });
  });
});

describe.each(ENDS)('a process that %s, by SMS', (_, ending, lost) => {
  test.each<Purpose>(['reply', 'human', 'code', 'payment', 'order', 'reminder'])('a %s goes once more and is counted as possibly doubled', async (purpose) => {
    onSms({ ...lost, times: 1 });
    await ending(() => news(purpose, 'sms'));
    await seconds(8);
    expect([crew.post.sms(awa), (await row()).doubts]).toEqual([[purpose], 0]);
    for (let n = 0; n < 5; n++) await seconds(11);
    expect([crew.post.sms(awa), await row()]).toEqual([[purpose, purpose], expect.objectContaining({ status: 'sent', doubts: 1 })]);
  });

  test.each<Purpose>(['report', 'promo'])('a %s is not doubled, and counted all the same', async (purpose) => {
    onSms({ ...lost, times: 1 });
    await ending(() => news(purpose, 'sms'));
    for (let n = 0; n < 5; n++) await seconds(11);
    expect([crew.post.sms(awa), await row()]).toEqual([[purpose], expect.objectContaining({ status: 'unknown', doubts: 1 })]);
  });
});

describe('a network that takes its time', () => {
  const RENEWED_MS = 6_500;

  test('what a living process is still sending is not taken by another, however long it lasts', async () => {
    const other = await crew.hire();
    onWhatsApp({ delayMs: RENEWED_MS + 500 });
    const before = crew.left().length;
    await crew.post.writeAll([{ to: awa, purpose: 'order', text: 'order', channel: 'whatsapp' }]);
    worker.world.post.ring();
    await until(() => crew.left().length > before);
    crew.web.clock.forward({ seconds: 9 });
    await new Promise((resolve) => setTimeout(resolve, RENEWED_MS));
    crew.web.clock.forward({ seconds: 5 });
    await other.world.post.sweep();
    await crew.calm();
    expect([crew.left().length - before, shown(), await row()]).toEqual([1, ['order'], expect.objectContaining({ status: 'sent', attempts: 1, doubts: 0 })]);
    await crew.dismiss(other);
  }, 30_000);
});
