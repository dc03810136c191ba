import { expect, test } from '@jest/globals';
import { modesOf } from '../../../src/providers/fedapay/modes.ts';
import { phoneNumberOf } from '../../../src/providers/fedapay/phone-number.ts';
import { whyNot } from '../../../src/providers/fedapay/states.ts';

test.each([
  ['NOT_ENOUGH_FUNDS', 'insufficientFunds'], ['INSUFFICIENT_BALANCE', 'insufficientFunds'], ['LOW_BALANCE_OR_PAYEE_LIMIT_REACHED_OR_NOT_ALLOWED', 'limit'],
  ['PAYER_LIMIT_REACHED', 'limit'], ['WRONG_PIN', 'wrongPin'], ['invalidPin', 'wrongPin'], ['TIMEOUT', 'timeout'], ['EXPIRED', 'timeout'],
  ['APPROVAL_REJECTED', 'refusedByPerson'], ['USER_CANCELLED', 'refusedByPerson'], ['SHOPPING', 'unknown'], ['USER_NOT_FOUND', 'unknown'], ['API_ERROR', 'unknown'], [undefined, 'unknown'],
])('%s is %s', (code, word) => {
  expect(whyNot('declined', code)).toBe(word);
  expect(whyNot('approved', code)).toBeUndefined();
});

test('what has expired took too long', () => expect(whyNot('expired', undefined)).toBe('timeout'));

test.each([
  ['+2290196000001', 'local', undefined, { number: '0196000001', country: 'bj' }],
  ['+2290196000001', 'international', undefined, { number: '+2290196000001', country: 'bj' }],
  ['22996000001', 'local', undefined, { number: '0196000001', country: 'bj' }],
  ['64000001', 'local', modesOf('BJ', 'sandbox')[0], { number: '64000001', country: 'bj' }],
  ['+2290164000001', 'international', modesOf('BJ', 'sandbox')[0], { number: '64000001', country: 'bj' }],
  ['+2250506070809', 'local', modesOf('CI', 'live')[0], { number: '0506070809', country: 'ci' }],
  ['+22890123456', 'local', undefined, { number: '90123456', country: 'tg' }],
  ['12', 'local', undefined, { number: '12' }],
] as const)('%s goes out %s as %#', (phone, style, mode, expected) => {
  expect(phoneNumberOf(phone, style, mode)).toEqual(expected);
});

test.each([['BJ', ['mtn_open', 'moov', 'sbin']], ['TG', ['moov_tg', 'togocel']], ['CI', ['mtn_ci']], ['NE', ['airtel_ne']], ['SN', ['free_sn']], ['FR', []]])('in %s a phone is prompted by %j', (country, modes) => {
  expect(modesOf(country, 'live').map(({ mode }) => mode)).toEqual(modes);
  expect(modesOf(country, 'sandbox').map(({ mode }) => mode)).toEqual(['momo_test']);
});
