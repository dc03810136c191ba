import { expect, test } from '@jest/globals';
import { stableHash, tokenMatches } from '../../src/channels/africastalking.ts';

test.each([
  ['s3cret', 's3cret', true],
  ['s3creT', 's3cret', false],
  ['s3cret ', 's3cret', false],
  ['', 's3cret', false],
  [undefined, 's3cret', false],
  ['', '', false],
  [undefined, '', false],
  ['é', 'e\u0301', false],
])('the token %j opens a door locked with %j: %s', (given, expected, opens) => expect(tokenMatches(given, expected)).toBe(opens));

test('fields that read the same one after the other are not the same', () => {
  expect(stableHash('a', 'bc')).not.toBe(stableHash('ab', 'c'));
  expect(stableHash('a', 'bc')).toBe(stableHash('a', 'bc'));
});
