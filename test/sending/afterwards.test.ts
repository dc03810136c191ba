import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../src/channels/channel.ts';
import { verdictFor as smsVerdict, verdictForHttp } from '../../src/channels/sms/errors.ts';
import { verdictFor as whatsappVerdict } from '../../src/channels/whatsapp/errors.ts';
import type { Purpose } from '../../src/purposes.ts';
import { afterwards } from '../../src/sending/afterwards.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const since = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
type Told = { purpose?: Purpose; attempts?: number; refusedAt?: Date | null };

/** What becomes of a message that met this, in a word. */
const fate = (channel: 'whatsapp' | 'sms', verdict: Verdict, { purpose = 'order', attempts = 1, refusedAt = null }: Told = {}): string => {
  const next = afterwards({ parcel: { attempts, refusedAt, channel, purpose }, verdict, now: NOW });
  return next.do === 'again' ? `again in ${next.inMs / 1_000} s${next.counts ? '' : ', uncounted'}${next.passable ? ', others pass' : ''}` : next.do;
};
const meta = (code: number, told?: Told) => fate('whatsapp', whatsappVerdict({ code, httpStatus: 400 }), told);
const at = (code: number | string, told?: Told) => fate('sms', smsVerdict(code), told);

const AGAIN = 'again in 1 s';
const LINE = 'again in 1 s, uncounted';
const DAY = 'again in 86400 s, others pass';
const NO = 'give up';

/** Facts A12, row by row: the first refusal of an answer, of the news of an order, of a promotion. «give up» is by SMS where the purpose has that way. */
const META: Record<string, [codes: number[], reply: string, order: string, promo: string]> = {
  'the token is invalid or has expired': [[0, 190], LINE, LINE, LINE],
  'a permission is missing': [[3, 10, 200, 201, 250, 299, 131005], LINE, LINE, LINE],
  'unknown': [[1], AGAIN, AGAIN, AGAIN],
  'temporary': [[2, 131000, 131016, 133004], AGAIN, AGAIN, AGAIN],
  'a bad parameter': [[33, 100, 131008, 131009], NO, NO, NO],
  'the rate of the app': [[4, 80007, 613], LINE, LINE, LINE],
  'the throughput of the number': [[130429], LINE, LINE, LINE],
  'spam': [[131048], NO, NO, DAY],
  'too fast for one person': [[131056], AGAIN, AGAIN, AGAIN],
  'too many registrations': [[133016], 'again in 3600 s, uncounted', 'again in 3600 s, uncounted', 'again in 3600 s, uncounted'],
  'policy': [[368, 131031], LINE, LINE, LINE],
  'the country of this person': [[130497], NO, NO, NO],
  'to ourselves': [[131021], NO, NO, NO],
  'not on WhatsApp': [[131026], NO, NO, NO],
  'not among the test numbers': [[131030], NO, NO, NO],
  'the display name': [[131037], LINE, LINE, LINE],
  'our payment': [[131042], NO, NO, DAY],
  'the registration': [[131045], LINE, LINE, LINE],
  'more than 24 hours': [[131047], NO, NO, NO],
  'too many promotions for this person': [[131049], NO, NO, DAY],
  'the person stopped promotions': [[131050], NO, NO, 'withdraw'],
  'an unsupported type, a file': [[131051, 131052, 131053], NO, NO, NO],
  'maintenance': [[131057], 'again in 120 s, uncounted', 'again in 120 s, uncounted', 'again in 120 s, uncounted'],
  'a user id where a number is needed': [[131062], NO, NO, NO],
  'marketing is off': [[131063, 131064], NO, NO, DAY],
  'an experiment': [[130472], NO, NO, NO],
  'the template': [[132000, 132001, 132005, 132007, 132012], NO, NO, NO],
  'the template is paused or disabled': [[132015, 132016], NO, NO, NO],
  'the form is blocked': [[132068, 132069], NO, NO, NO],
  'the number is not registered': [[133000, 133005, 133006, 133008, 133009, 133010, 133015], LINE, LINE, LINE],
  'payments, generic, another key': [[134011, 135000, 137000], NO, NO, NO],
  'a code nobody knows': [[999_999], NO, NO, NO],
};

describe('a refusal of Meta', () => {
  test.each(Object.entries(META).flatMap(([name, [codes, ...fates]]) => codes.map((code) => [code, name, fates] as const)))('%d, %s', (code, _, fates) => {
    expect((['reply', 'order', 'promo'] as const).map((purpose) => meta(code, { purpose }))).toEqual(fates);
  });

  test.each([[429, 'again in 1 s, uncounted'], [500, AGAIN], [502, AGAIN], [401, LINE], [403, LINE], [404, NO]])('without a code, HTTP %d', (httpStatus, expected) => {
    expect(fate('whatsapp', whatsappVerdict({ httpStatus }))).toBe(expected);
  });

  test('the time they ask for is the time they get', () => {
    expect(fate('whatsapp', { ...whatsappVerdict({ code: 130429 }), retryAfterMs: 7_000 })).toBe('again in 7 s, uncounted');
    expect(fate('whatsapp', { ...whatsappVerdict({ code: 131056 }), retryAfterMs: 7_000 })).toBe('again in 7 s');
    expect(fate('whatsapp', { ...whatsappVerdict({ httpStatus: 503 }), retryAfterMs: 7_000 })).toBe('again in 7 s');
  });
});

/** Facts B4: of the answer to a send, and of a delivery report. */
const GATEWAY: [code: number | string, fate: string][] = [
  [401, NO], [402, NO], [403, NO], [404, NO], [405, LINE], [406, 'withdraw'], [407, NO], [409, 'withdraw'], [500, AGAIN], [501, AGAIN], [502, NO],
  ['InvalidSenderId', NO], ['InsufficientCredit', LINE], ['UserInBlackList', 'withdraw'], ['UserInBlacklist', 'withdraw'], ['DoNotDisturbRejection', 'withdraw'], ['DeliveryFailure', NO], ['AbsentSubscriber', NO], ['a word nobody knows', NO],
];

describe("a refusal of Africa's Talking", () => {
  test.each(GATEWAY)('%s', (code, expected) => {
    for (const purpose of ['reply', 'order', 'promo'] as const) expect([purpose, at(code, { purpose })]).toEqual([purpose, expected]);
  });
  test.each<[number, string]>([[401, LINE], [403, LINE], [400, NO], [408, AGAIN], [429, LINE], [500, AGAIN], [503, AGAIN]])('of the request as a whole, HTTP %d', (status, expected) => {
    expect(fate('sms', verdictForHttp(status))).toBe(expected);
  });
  test('every code of the facts stands in the table', () => {
    const known = new Set(GATEWAY.map(([code]) => code));
    for (const code of [401, 402, 403, 404, 405, 406, 407, 409, 500, 501, 502]) expect(known.has(code)).toBe(true);
  });
});

describe('one refusal after another', () => {
  const tries = (code: number, told: (n: number) => Told) => Array.from({ length: 7 }, (_, n) => meta(code, told(n + 1)));

  test('of a broken network waits longer each time, then another way is tried', () => {
    expect(tries(131000, (attempts) => ({ attempts }))).toEqual(['again in 1 s', 'again in 5 s', 'again in 20 s', 'again in 60 s', NO, NO, NO]);
  });
  test('of the same person waits four times as long each time', () => {
    expect(tries(131056, (attempts) => ({ attempts }))).toEqual(['again in 1 s', 'again in 4 s', 'again in 16 s', 'again in 64 s', 'again in 256 s', 'again in 1024 s', 'again in 4096 s']);
  });
  test('without a reason is tried once more', () => {
    expect(tries(1, (attempts) => ({ attempts })).slice(0, 3)).toEqual([AGAIN, NO, NO]);
  });
  test('of one more promotion is tried once more, a day later', () => {
    expect(tries(131049, (attempts) => ({ attempts, purpose: 'promo' })).slice(0, 2)).toEqual([DAY, NO]);
  });
  test('of bulk is tried for some days', () => {
    expect(tries(131048, (attempts) => ({ attempts, purpose: 'promo' }))).toEqual([DAY, DAY, DAY, DAY, NO, NO, NO]);
  });
  test.each([131000, 131056, 130429, 4])('%d for an hour is too long', (code) => {
    expect(meta(code, { refusedAt: since(59) })).not.toBe(NO);
    expect(meta(code, { refusedAt: since(60) })).toBe(NO);
  });
  test('an hour that begins with the first refusal, however long the message had waited for the morning', () => {
    expect(meta(131000, { purpose: 'reminder', refusedAt: null })).toBe(AGAIN);
  });
  test('while nothing at all passes, nothing is given up: the line itself decides', () => {
    expect(meta(190, { refusedAt: since(600), attempts: 9 })).toBe(LINE);
  });
});
