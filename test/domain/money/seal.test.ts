import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seal, unseal } from '../../../src/domain/money/seal.ts';

const KEY = 'a key of a test, longer than 32 characters';
const at = (place: string, key = KEY) => ({ key, place });

describe('a secret of a business, closed', () => {
  test('opens where it belongs, and never looks the same twice', () => fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
    const [one, two] = [seal(secret, at('account:1')), seal(secret, at('account:1'))];
    expect([unseal(one, at('account:1')), unseal(two, at('account:1'))]).toEqual([secret, secret]);
    expect(one).not.toBe(two);
    expect(secret.length > 4 && one.includes(secret)).toBe(false);
  })));

  test('opens nowhere else, under no other key, and not after it was touched', () => {
    const sealed = seal('sk_live_x', at('account:1'));
    expect(unseal(sealed, at('account:2'))).toBeUndefined();
    expect(unseal(sealed, at('account:1', 'another key, as long as the first one was'))).toBeUndefined();
    const letters = [...sealed];
    for (let place = 3; place < letters.length; place++) {
      const touched = letters.with(place, letters[place] === 'A' ? 'B' : 'A').join('');
      expect(unseal(touched, at('account:1')) === undefined || Buffer.from(touched.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url'))).toBe(true);
    }
  });

  test('is nothing when it never was one', () => fc.assert(fc.property(fc.string(), (text) => expect(unseal(text, at('account:1'))).toBeUndefined())));
});
