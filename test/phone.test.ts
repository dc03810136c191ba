import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalPhone, countryOf, displayPhone, maskPhone } from '../src/phone.ts';

describe('every spelling of a number is one person', () => {
  test.each<[string, string | undefined, string, string]>([
    ['+2290197000001', undefined, '+2290197000001', 'Afi as Africa\'s Talking writes her'],
    ['2290197000001', undefined, '+2290197000001', 'Afi as WhatsApp writes her'],
    ['22997000001', undefined, '+2290197000001', 'Afi under a WhatsApp id older than November 2024'],
    ['+229 97 00 00 01', undefined, '+2290197000001', 'Afi under her old number'],
    ['002290197000001', undefined, '+2290197000001', 'Afi dialled with 00'],
    [' 2290197000001', undefined, '+2290197000001', 'Afi with a + a form has decoded to a space'],
    ['+229 01-97.00.00.01', undefined, '+2290197000001', 'Afi with dashes and dots'],
    ['(+229) 01\u202f97\u00a000 00 01', undefined, '+2290197000001', 'Afi with French thin spaces'],
    ['\u202a+229 01 97 00 00 01\u202c', undefined, '+2290197000001', 'Afi pasted from an address book'],
    ['0197000001', 'BJ', '+2290197000001', 'Afi as she says it'],
    ['97000001', 'BJ', '+2290197000001', 'Afi as she said it before 2024'],
    ['97000001', 'bj', '+2290197000001', 'Afi, country in small letters'],
    ['2290197000001', 'BJ', '+2290197000001', 'Afi in full, at home'],
    ['22997000001', 'BJ', '+2290197000001', 'Afi in full, old number, at home'],
    ['22997000001', 'SN', '+2290197000001', 'Afi in full, old number, typed in Dakar'],
    ['64000001', 'BJ', '+2290164000001', 'a FedaPay test number'],
    ['770000001', 'SN', '+221770000001', 'Bintou as she says it'],
    ['77 000 00 01', 'SN', '+221770000001', 'Bintou with spaces'],
    ['221770000001', 'BJ', '+221770000001', 'Bintou typed in Cotonou'],
    ['+221770000001', 'BJ', '+221770000001', 'Bintou with +, typed in Cotonou'],
    ['+2250712345678', undefined, '+2250712345678', 'an Ivorian'],
    ['0712345678', 'CI', '+2250712345678', 'an Ivorian at home'],
    ['22507123456', undefined, '+22507123456', 'an Ivorian with an id from before 2021: kept as is'],
    ['07123456', 'CI', '+22507123456', 'an Ivorian who says eight digits: kept as is'],
    ['+254000000001', undefined, '+254000000001', 'the number of the Africa\'s Talking sandbox, zeros kept'],
    ['254791541111', undefined, '+254791541111', 'a Kenyan without +'],
    ['0711000111', 'KE', '+254711000111', 'a Kenyan at home, trunk zero dropped'],
    ['5215512345678', undefined, '+525512345678', 'a Mexican WhatsApp id'],
    ['5491123456789', undefined, '+541123456789', 'an Argentine WhatsApp id'],
    ['+541123456789', undefined, '+541123456789', 'the same Argentine without the 9'],
    ['551187654321', undefined, '+5511987654321', 'a Brazilian WhatsApp id without the ninth digit'],
    ['+5511987654321', undefined, '+5511987654321', 'the same Brazilian'],
    ['+551132654321', undefined, '+551132654321', 'a Brazilian fixed line gets no ninth digit'],
    ['+33 (0)6 12 34 56 78', undefined, '+33612345678', 'a Frenchman with his trunk zero'],
    ['16505551234', undefined, '+16505551234', 'an American'],
  ])('%j (country %s) is %s: %s', (raw, country, expected) => {
    expect(canonicalPhone(raw, country)).toBe(expected);
  });
});

test.each([
  ['MTN', undefined], ['', undefined], ['21512', undefined], ['220225', undefined], ['phoneNumber-3', undefined],
  ['US.13491208655302741918', undefined], ['0197000001', undefined], ['+0197000001', undefined], ['229+97000001', undefined],
  ['++22997000001', undefined], ['123456', 'BJ'], ['9700000', 'BJ'], ['7700000', 'SN'], ['1234567890123456', undefined],
  ['+229 97 00 00 01 ou 02', undefined], ['٠١٢', undefined], ['+', undefined], ['00', undefined], ['97000001', 'XX'],
])('%j (country %s) is nobody we can write to', (raw, country) => {
  expect(canonicalPhone(raw, country)).toBeUndefined();
});

describe('whatever is given', () => {
  const looksLikePhone = fc.stringMatching(/^[+ ]?[0-9 ().-]{0,20}$/);
  const country = fc.option(fc.constantFrom('BJ', 'SN', 'CI', 'TG', 'KE', 'MX', 'AR', 'BR', 'US', 'IT', 'XX'), { nil: undefined });

  test('a canonical number is E.164, and canonical again whoever reads it', () => {
    fc.assert(fc.property(fc.oneof(looksLikePhone, fc.string()), country, country, (raw, home, elsewhere) => {
      const phone = canonicalPhone(raw, home);
      if (phone === undefined) return;
      expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(canonicalPhone(phone, elsewhere)).toBe(phone);
    }), { numRuns: 2000 });
  });

  test('an international number of any country keeps its canonical form without the plus', () => {
    fc.assert(fc.property(fc.stringMatching(/^[1-9][0-9]{6,14}$/), (digits) => {
      expect(canonicalPhone(digits)).toBe(canonicalPhone(`+${digits}`));
      const phone = canonicalPhone(`+${digits}`) ?? '';
      expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(canonicalPhone(phone, 'BJ')).toBe(phone);
    }), { numRuns: 2000 });
  });

  test('display, country and mask never throw, and the mask hides all but the calling code and two digits', () => {
    fc.assert(fc.property(fc.oneof(looksLikePhone, fc.string()), (raw) => {
      displayPhone(raw);
      countryOf(raw);
      expect(maskPhone(raw)).toMatch(/^(\+\d{0,3}\*{2,}\d{2}|\*\*\*)$/);
    }));
  });
});

test.each([
  ['+2290197000001', 'BJ'], ['+221770000001', 'SN'], ['22997000001', 'BJ'], ['+22507123456', 'CI'], ['+254000000001', 'KE'],
  ['+16505551234', 'US'], ['+9991234567', undefined], ['MTN', undefined],
])('%s is of %s', (phone, country) => expect(countryOf(phone)).toBe(country));

test.each([
  ['+2290197000001', undefined, '01 97 00 00 01'],
  ['+2290197000001', 'BJ', '01 97 00 00 01'],
  ['+221770000001', undefined, '77 000 00 01'],
  ['+221770000001', 'BJ', '+221 77 000 00 01'],
  ['+22507123456', undefined, '+22507123456'],
  ['MTN', undefined, 'MTN'],
])('people read %s (in %s) as %s', (phone, reader, shown) => expect(displayPhone(phone, reader)).toBe(shown));

test.each([
  ['+2290197000001', '+229********01'],
  ['22997000001', '+229********01'],
  ['+221770000001', '+221*******01'],
  ['+9991234567', '+********67'],
  ['MTN', '***'],
])('logs read %s as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
