import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyChallenge, verifySignature } from '../../../src/channels/whatsapp/signature.ts';

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/whatsapp/${name}`, import.meta.url), 'utf8'));
const sign = (body: Buffer | string, secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const escaped = (text: string) => text.replace(/[^\0-~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('the signature of a webhook', () => {
  const { secret, raw_body: text, header_value: header } = fixture('signature_vector_github_docs.json');
  const body = Buffer.from(text);

  test('of the published vector is accepted', () => {
    expect(verifySignature(body, header, secret)).toBe(true);
  });

  test.each([
    ['another body', Buffer.from('Hello, World?'), header, secret],
    ['another secret', body, header, 'not the secret'],
    ['no header', body, undefined, secret],
    ['an empty header', body, '', secret],
    ['the hex without its prefix', body, header.slice(7), secret],
    ['a prefix of another algorithm', body, header.replace('sha256', 'sha1'), secret],
    ['half the hex', body, header.slice(0, 39), secret],
    ['hex followed by more', body, `${header}00`, secret],
    ['hex followed by a line', body, `${header}\n`, secret],
    ['a blank before it', body, ` ${header}`, secret],
    ['64 characters that are not ASCII', body, `sha256=${'é'.repeat(64)}`, secret],
    ['64 characters that are not hex', body, `sha256=${'g'.repeat(64)}`, secret],
    ['two signatures', body, `${header},${header}`, secret],
    ['no secret at all', body, sign(body, ''), ''],
  ])('with %s is refused', (_, raw, claimed, key) => {
    expect(verifySignature(raw, claimed, key)).toBe(false);
  });

  test('of any body signed over its bytes, or over its escaped text, is accepted; with one byte changed it is not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (text, key) => {
        const raw = Buffer.from(text.toWellFormed());
        expect(verifySignature(raw, sign(raw, key), key)).toBe(true);
        expect(verifySignature(raw, sign(escaped(raw.toString()), key), key)).toBe(true);
        expect(verifySignature(Buffer.concat([raw, Buffer.from('!')]), sign(raw, key), key)).toBe(false);
      }),
    );
  });

  test('never throws, whatever the bytes and the header', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 64, maxLength: 64 }).map((s) => `sha256=${s}`)), (raw, claimed) => {
        expect(verifySignature(Buffer.from(raw), claimed, 'secret')).toBe(false);
      }),
    );
  });
});

describe('the verification of our address', () => {
  const { verify_token: token, cases } = fixture('verify_get_requests.json');

  test.each<{ query: string; expect: string }>(cases)('«$query» gives: $expect', ({ query, expect: expected }) => {
    expect(verifyChallenge(query, token)).toBe(expected.startsWith('200') ? 'yarchallenge' : undefined);
  });

  test.each([
    ['a token that begins like ours', 'hub.mode=subscribe&hub.verify_token=fb_webhook&hub.challenge=1'],
    ['another mode', 'hub.mode=unsubscribe&hub.verify_token=fb_webhook_secret&hub.challenge=1'],
    ['names with underscores, as some parsers write them', 'hub_mode=subscribe&hub_verify_token=fb_webhook_secret&hub_challenge=1'],
    ['names expanded to brackets', 'hub[mode]=subscribe&hub[verify_token]=fb_webhook_secret&hub[challenge]=1'],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=fb_webhook_secret'],
    ['a broken escape', 'hub.mode=subscribe&hub.verify_token=%E0%A4%A&hub.challenge=1'],
  ])('with %s is refused', (_, query) => {
    expect(verifyChallenge(query, token)).toBeUndefined();
  });

  test('is refused for an empty token, even against an empty token of ours', () => {
    expect(verifyChallenge('hub.mode=subscribe&hub.verify_token=&hub.challenge=1', '')).toBeUndefined();
  });

  test('gives an escaped challenge back as it was meant', () => {
    expect(verifyChallenge(`hub.challenge=a%2Bb%20c&hub.mode=subscribe&hub.verify_token=${token}`, token)).toBe('a+b c');
  });
});
