import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseUssdEnd, parseUssdHop } from '../../../src/channels/ussd/receive.ts';

const NOW = '2026-11-20T10:59:30.000Z';
const read = (file: string) => readFileSync(`test/fixtures/africastalking/${file}`, 'utf8');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const SESSION = 'ATUid_e9d0662dea3f3db658e79d9b62f7900c';

describe('recorded callbacks', () => {
  test.each([['ussd_captured_begin.txt', ''], ['ussd_captured_continue.txt', '1']])('%s: the session of *384*70421# with path %j', (file, text) => {
    expect(parseUssdHop(Object.fromEntries(new URLSearchParams(read(file).trim())), NOW)).toEqual({
      provider: 'africastalking',
      eventId: `ussd:${SESSION}:${sha256(text)}`,
      at: NOW,
      from: { channel: 'ussd', externalId: '+254000000001', phone: '+254000000001' },
      content: { type: 'ussd', sessionId: SESSION, serviceCode: '*384*70421#', networkCode: '99999', text },
    });
  });

  test('ussd_transcript_repeat_choice: four hops are four events', () => {
    const hops = JSON.parse(read('ussd_transcript_repeat_choice.json')).callbacks.map((form: unknown) => parseUssdHop(form, NOW));
    expect(new Set(hops.map(({ eventId }: { eventId: string }) => eventId)).size).toBe(4);
    expect(hops[2]).toMatchObject({ from: { channel: 'ussd', externalId: 'phoneNumber-3' }, content: { text: 'value-1*value-1' } });
  });

  test('ussd_event_doc_success: numbers arrive as text', () => {
    expect(parseUssdEnd(JSON.parse(read('ussd_event_doc_success.json')), NOW)).toEqual({
      provider: 'africastalking',
      eventId: 'ussd-end:...',
      at: '2025-09-29T12:00:00.000Z',
      from: { channel: 'ussd', externalId: '+254711000111', phone: '+254711000111' },
      content: { type: 'ussdEnd', sessionId: '...', status: 'Success', hops: 3, input: '1*1' },
    });
  });
});

test('the same hop posted twice is one event; the same choice twice is two', () => {
  const hop = (text: string) => parseUssdHop({ sessionId: 's', phoneNumber: '+2290196000001', serviceCode: '*384*22#', text }, NOW);
  expect(hop('1')).toEqual(hop('1'));
  const ids = ['', '1', '1*', '1*1', '1**1', '11'].map((text) => hop(text)).map((parsed) => ('eventId' in parsed ? parsed.eventId : ''));
  expect(new Set(ids).size).toBe(6);
});

test('a first hop may come without a text', () => {
  expect(parseUssdHop({ sessionId: 's', phoneNumber: ' 2290196000001' }, NOW)).toMatchObject({ from: { externalId: '+2290196000001' }, content: { text: '', serviceCode: '', networkCode: '' } });
});

test('the end of a session says little more than that, and no PIN', () => {
  expect(parseUssdEnd({ sessionId: 's' }, NOW)).toEqual({ provider: 'africastalking', eventId: 'ussd-end:s', at: NOW, content: { type: 'ussdEnd', sessionId: 's', status: '', hops: 0, input: '' } });
  const end = parseUssdEnd({ sessionId: 's', phoneNumber: '', status: 'Incomplete', hopsCount: 'three', cost: '0.00', errorMessage: '', input: '2*4321*1*42*987654' }, NOW);
  expect(end).toMatchObject({ content: { status: 'Incomplete', hops: 0, input: ['2', '****', '1', '42', '****'].join('*') } });
  expect(end).not.toHaveProperty('from');
});

test.each([
  [parseUssdHop, { phoneNumber: '+2290196000001', text: '' }],
  [parseUssdHop, { sessionId: 's', text: '' }],
  [parseUssdHop, { sessionId: ' ', phoneNumber: '+2290196000001' }],
  [parseUssdHop, { sessionId: 's', phoneNumber: '+2290196000001', text: ['1', '2'] }],
  [parseUssdHop, undefined],
  [parseUssdEnd, {}],
  [parseUssdEnd, 'sessionId=s'],
])('%p of %j is malformed', (parse, form) => expect(parse(form, NOW)).toEqual({ malformed: true }));

test('no form makes a parser throw', () => {
  const keys = fc.constantFrom('sessionId', 'phoneNumber', 'text', 'serviceCode', 'networkCode', 'date', 'status', 'hopsCount', 'input');
  fc.assert(fc.property(fc.oneof(fc.dictionary(keys, fc.oneof(fc.string({ unit: 'binary' }), fc.anything())), fc.anything()), (form) => {
    for (const parse of [parseUssdHop, parseUssdEnd]) expect(JSON.stringify(parse(form, NOW))).not.toMatch(/\\u0000|\\ud[89ab]/);
  }), { numRuns: 1000 });
});
