import { describe, expect, test } from '@jest/globals';
import { taboo } from '../../../src/conversation/grammar/trades.ts';
import { codesFor, unfitCode } from '../../../src/domain/tenants/business-code.ts';

const first = (name: string) => codesFor(name, taboo)[0];

describe('J18 · the code that a business is proposed', () => {
  test.each([
    ['Atelier Yawa', 'YAWA'], ['Chez Ama', 'AMA'], ['Rachida Mode', 'RACHDA'], ['Couture Chez Tantie Yèyé', 'YEYE'], ['Maison de Couture', 'MASNDECUTU'],
    ['Atelier Afi', 'ATELERAF'], ['Zo', 'ZATEL'], ['Élégance Akouvi & Fils', 'AKUV'], ['STOP', 'STP'], ['Menu', 'MENUA'], ['裁缝店', 'ATELE'],
  ])('%s is %s', (name, code) => expect(first(name)).toBe(code));

  test('whatever the name, each is fit, none comes twice, and there are more than anybody takes', () => {
    for (const name of ['Atelier Yawa', 'O', 'I I I', 'Payer', '', 'Maison Oio', '123']) {
      const codes = codesFor(name, taboo);
      expect(codes.filter((code) => !/^[A-HJ-NP-Z]{3,10}$/.test(code))).toEqual([]);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.length).toBeGreaterThan(400);
    }
  });
});

describe('J18 · a code that somebody chose', () => {
  test.each([
    ['YAWA', undefined], ['ABC', undefined], ['ABCDEFGHJK', undefined], ['AB', 'shape'], ['ABCDEFGHJKL', 'shape'], ['YAWA2', 'shape'], ['YÉYÉ', 'shape'], ['YA WA', 'shape'], ['', 'shape'],
    ['AFI', 'lookAlike'], ['ZOE', 'lookAlike'], ['YAW0', 'lookAlike'], ['YAW1', 'lookAlike'], ['PLATFORM', 'lookAlike'], ['MENU', 'taken'], ['PAYER', 'taken'], ['ATELIER', 'lookAlike'], ['HUMAN', 'taken'],
  ])('%s: %s', (code, why) => expect(unfitCode(code, taboo)).toBe(why));
});
