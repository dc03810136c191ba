import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verdictFor } from '../../../src/channels/sms/errors.ts';
import { parseDeliveryReport, parseInboundSms, parseOptOut } from '../../../src/channels/sms/receive.ts';

const NOW = '2026-11-20T10:59:30.000Z';
const recorded = (file: string) => Object.fromEntries(new URLSearchParams(readFileSync(`test/fixtures/africastalking/${file}`, 'utf8').trim()));
const eventIdOf = (parsed: ReturnType<typeof parseInboundSms>) => ('eventId' in parsed ? parsed.eventId : undefined);

describe('recorded callbacks', () => {
  test('sms_in_iso_date: Msg from a Kenyan, with the time and id of the network', () => {
    expect(parseInboundSms(recorded('sms_in_iso_date.txt'), NOW)).toEqual({
      provider: 'africastalking',
      eventId: 'ec9adc86-51d5-4bc8-8eb0-d8ab0bb53dc3',
      at: '2017-05-03T06:04:45.000Z',
      from: { channel: 'sms', externalId: '+254791541111', phone: '+254791541111' },
      content: { type: 'text', text: 'Msg' },
    });
  });

  test('dlr_success: on the handset, although nothing else is told', () => {
    const id = 'ATXid_dda018a640edfcc5d2ce455de3e4a6e7';
    expect(parseDeliveryReport(recorded('dlr_success.txt'), NOW)).toEqual({
      provider: 'africastalking', eventId: `${id}:Success`, at: NOW, content: { type: 'status', providerId: id, status: 'delivered', word: 'Success' },
    });
  });

  test('dlr_rejected: a final failure without a reason', () => {
    const id = 'ATXid_520e732ea1191c1f03a7d9bea3a91006';
    expect(parseDeliveryReport(recorded('dlr_rejected.txt'), NOW)).toEqual({
      provider: 'africastalking',
      eventId: `${id}:Rejected`,
      at: NOW,
      content: {
        type: 'status', providerId: id, status: 'failed', word: 'Rejected', error: { code: 'Rejected', title: 'Rejected' },
        recipient: { channel: 'sms', externalId: '+254720123123', phone: '+254720123123' },
      },
    });
  });

  test('sms_opt_out_shortcode: no more SMS from 220225', () => {
    expect(parseOptOut(recorded('sms_opt_out_shortcode.txt'), NOW)).toMatchObject({
      at: NOW, from: { channel: 'sms', phone: '+254720123123' }, content: { type: 'optOut', senderId: '220225' },
    });
  });
});

describe('an SMS somebody wrote', () => {
  const sms = { from: '+2290196000001', to: '21512', text: 'menu', id: 'a1', date: '2026-11-20 10:00:00' };

  test.each([
    ['2017-05-03T06:04:45Z', '2017-05-03T06:04:45.000Z'],
    ['2017-05-03 06:04:45', '2017-05-03T06:04:45.000Z'],
    ['2017-05-03T06:04:45.123Z', '2017-05-03T06:04:45.000Z'],
    ['2017-05-03T06:04:45+00:00', '2017-05-03T06:04:45.000Z'],
    ['2017-05-03T06:04:45 00:00', '2017-05-03T06:04:45.000Z'],
    ['', NOW], ['yesterday', NOW], ['2017-99-99 99:99:99', NOW],
  ])('of %j happened at %s', (date, at) => expect(parseInboundSms({ ...sms, date }, NOW)).toMatchObject({ at }));

  test.each([
    ['+2290196000001', '+2290196000001', '+2290196000001'],
    [' 2290196000001', '+2290196000001', '+2290196000001'],
    ['2290196000001', '2290196000001', '+2290196000001'],
    ['+22996000001', '+22996000001', '+2290196000001'],
    ['+22507123456', '+22507123456', '+22507123456'],
    ['+254000000001', '+254000000001', '+254000000001'],
  ])('from %j is answered at %s and known as %s', (from, externalId, phone) => {
    expect(parseInboundSms({ ...sms, from }, NOW)).toMatchObject({ from: { externalId, phone }, content: { type: 'text' } });
  });

  test.each(['MTN', 'Moov Money', '21512', '*130#', 'ALERT-229'])('from %j concerns nobody and is not answered', (from) => {
    const parsed = parseInboundSms({ ...sms, from }, NOW);
    expect(parsed).toMatchObject({ content: { type: 'systemNotice', what: `${from}: menu` } });
    expect(parsed).not.toHaveProperty('from');
  });

  test('delivered again is the same event, with or without an id', () => {
    const { id: _, ...withoutId } = sms;
    const later = '2026-11-20T22:00:00.000Z';
    expect(eventIdOf(parseInboundSms(withoutId, NOW))).toBe(eventIdOf(parseInboundSms(withoutId, later)));
    expect(eventIdOf(parseInboundSms({ ...withoutId, id: '' }, NOW))).toBe(eventIdOf(parseInboundSms(withoutId, NOW)));
    expect(eventIdOf(parseInboundSms({ ...withoutId, date: '2026-11-20 10:00:09' }, NOW))).not.toBe(eventIdOf(parseInboundSms(withoutId, NOW)));
    expect(eventIdOf(parseInboundSms({ ...withoutId, text: 'menu ' }, NOW))).not.toBe(eventIdOf(parseInboundSms(withoutId, NOW)));
  });

  test('without id and date, the same word a minute later is another message', () => {
    const bare = { from: sms.from, text: '1' };
    expect(eventIdOf(parseInboundSms(bare, NOW))).toBe(eventIdOf(parseInboundSms(bare, '2026-11-20T10:59:59.000Z')));
    expect(eventIdOf(parseInboundSms(bare, NOW))).not.toBe(eventIdOf(parseInboundSms(bare, '2026-11-20T11:00:31.000Z')));
  });

  test('may be empty, or hold a character no database takes', () => {
    expect(parseInboundSms({ from: sms.from, id: 'x' }, NOW)).toMatchObject({ content: { text: '' } });
    expect(parseInboundSms({ ...sms, text: 'a\0b\ud800' }, NOW)).toMatchObject({ content: { text: 'ab\ufffd' } });
  });
});

test.each([
  ['Sent', 'sent'], ['Submitted', 'sent'], ['Buffered', 'sent'], ['Success', 'delivered'], ['SUCCESS', 'delivered'], ['Failed', 'failed'], ['rejected', 'failed'],
  ['Expired', 'failed'], ['AbsentSubscriber', 'failed'], ['Queued', 'other'], ['toString', 'other'], ['__proto__', 'other'],
])('a report of %s means %s', (word, status) => {
  expect(parseDeliveryReport({ id: 'ATXid_1', status: word }, NOW)).toMatchObject({ content: { status, word } });
});

test('the reason of a failure is told in their words, and in any capitals means the same', () => {
  const failed = parseDeliveryReport({ id: 'ATXid_1', status: 'Failed', failureReason: 'UserInBlackList' }, NOW);
  expect(failed).toMatchObject({ content: { error: { code: 'UserInBlackList', title: 'UserInBlackList' } } });
  expect(verdictFor('UserInBlackList')).toEqual(verdictFor('UserInBlacklist'));
  expect(parseDeliveryReport({ id: 'ATXid_1', status: 'Success', failureReason: 'None' }, NOW)).not.toHaveProperty('content.error');
});

test('an opt-out acts once when delivered twice, and again when the person has come back and leaves anew', () => {
  const form = { senderId: 'GRIOT', phoneNumber: '+2290196000001' };
  const first = eventIdOf(parseOptOut(form, NOW));
  expect(eventIdOf(parseOptOut({ ...form, phoneNumber: '22996000001' }, '2026-11-20T10:59:59.000Z'))).toBe(first);
  expect(eventIdOf(parseOptOut(form, '2026-11-20T13:00:00.000Z'))).not.toBe(first);
  expect(eventIdOf(parseOptOut({ ...form, senderId: '220225' }, NOW))).not.toBe(first);
  expect(first).not.toContain('96000001');
});

test.each([
  ['an SMS from nobody', parseInboundSms, { text: 'x' }],
  ['an SMS from blanks', parseInboundSms, { from: '  ', text: 'x' }],
  ['a report without an id', parseDeliveryReport, { status: 'Success' }],
  ['a report without a word', parseDeliveryReport, { id: 'ATXid_1' }],
  ['an opt-out of nobody', parseOptOut, { senderId: 'GRIOT' }],
  ['an opt-out of a name', parseOptOut, { senderId: 'GRIOT', phoneNumber: 'MTN' }],
  ['two senders', parseInboundSms, { from: ['+2290196000001', '+2290196000002'] }],
  ['nothing', parseInboundSms, undefined],
  ['a list', parseInboundSms, []],
] as const)('%s is malformed', (_, parse, form) => expect(parse(form, NOW)).toEqual({ malformed: true }));

test('a field that is there twice and not needed is as good as missing', () => {
  expect(parseInboundSms({ from: '+2290196000001', text: 'menu', id: 'a1', date: ['x', 'y'], linkId: ['1', '2'] }, NOW)).toMatchObject({ at: NOW, eventId: 'a1' });
});

test('no form makes a parser throw', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('+2290196000001', 'MTN', '2017-05-03 06:04:45', 'Failed'), fc.array(fc.string()), fc.anything());
  const keys = fc.constantFrom('from', 'to', 'text', 'id', 'date', 'linkId', 'status', 'phoneNumber', 'failureReason', 'senderId', 'retryCount');
  fc.assert(fc.property(fc.oneof(fc.dictionary(keys, value), fc.anything()), (form) => {
    for (const parse of [parseInboundSms, parseDeliveryReport, parseOptOut]) {
      const parsed = parse(form, NOW);
      if ('malformed' in parsed) continue;
      expect(parsed.eventId).not.toBe('');
      expect(new Date(parsed.at).getTime()).not.toBeNaN();
      expect(JSON.stringify(parsed)).not.toMatch(/\\u0000|\\ud[89ab]/);
    }
  }), { numRuns: 1000 });
});
