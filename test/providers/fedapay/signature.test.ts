import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifySignature } from '../../../src/providers/fedapay/signature.ts';

const { payload, secret, known_header: known, cases } = JSON.parse(readFileSync('test/fixtures/fedapay/signature_cases_sdk.json', 'utf8'));
const body = Buffer.from(payload);
const hex = /s=(\w+)/.exec(known)?.[1] ?? '';
const at = (seconds: number) => new Date(seconds * 1000);
const sign = (raw: Buffer | string, seconds: number, key = secret) => createHmac('sha256', key).update(`${seconds}.`).update(raw).digest('hex');

/** What a case of the list means: its header, and the times it is read at. */
function read(header: string | null): { headers: (string | undefined)[]; clocks: number[] } {
  const [written = '', clock] = (header ?? '').split(', clock=');
  const [from = 12_345, to = from] = (clock ?? '').split('..').filter((part) => part !== '').map((part) => part.split('-').map(Number).reduce((a, b) => a - b));
  const spoken = written.replace('known_header', known).replace('<good hex>', hex);
  return { headers: header === null ? [undefined] : [spoken], clocks: [...new Set([from, to])] };
}

describe('the signature of a webhook', () => {
  test.each<{ header: string | null; expect: string }>(cases)('«$header»: $expect', ({ header, expect: expected }) => {
    const { headers, clocks } = read(header);
    for (const claimed of headers) for (const clock of clocks) expect([clock, verifySignature(body, claimed, secret, at(clock))]).toEqual([clock, expected.startsWith('valid')]);
  });

  test.each([
    ['of 300 s ago', 12_645, true], ['of 301 s ago', 12_646, false], ['of in 300 s', 12_045, true], ['of in 301 s', 12_044, false],
  ])('%s', (_, clock, accepted) => {
    expect(verifySignature(body, known, secret, at(clock))).toBe(accepted);
  });

  test.each([
    ['another body', Buffer.from(`${payload} `), known, secret],
    ['another secret', body, known, 'wh_other'],
    ['no secret at all', body, `t=12345,s=${sign(body, 12_345, '')}`, ''],
    ['a blank after the comma', body, known.replace(',', ', '), secret],
    ['capital letters', body, known.replace(hex, hex.toUpperCase()), secret],
    ['half the hex', body, known.slice(0, -32), secret],
    ['no time', body, `s=${hex}`, secret],
    ['two times', body, `t=12345,${known}`, secret],
    ['a time that is none', body, known.replace('12345', '12345.0'), secret],
    ['the body signed without its time', body, `t=12345,s=${createHmac('sha256', secret).update(body).digest('hex')}`, secret],
    ['64 characters that are not ASCII', body, `t=12345,s=${'é'.repeat(64)}`, secret],
  ])('with %s is refused', (_, raw, header, key) => {
    expect(verifySignature(raw, header, key, at(12_345))).toBe(false);
  });

  test('is made over the bytes, whatever they are; one byte more and it is another', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 4_000_000_000 }), (bytes, key, seconds) => {
      const raw = Buffer.from(bytes);
      const header = `t=${seconds},s=${sign(raw, seconds, key)}`;
      expect(verifySignature(raw, header, key, at(seconds))).toBe(true);
      expect(verifySignature(Buffer.concat([raw, Buffer.from('!')]), header, key, at(seconds))).toBe(false);
    }));
  });

  test('never throws, whatever the header', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((junk) => `t=12345,s=${junk},${junk}`)), (header) => {
      expect(verifySignature(body, header, secret, at(12_345))).toBe(false);
    }));
  });
});
