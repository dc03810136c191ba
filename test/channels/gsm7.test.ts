import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isGsm7, septets, toGsm7, toUssdAscii } from '../../src/channels/gsm7.ts';

const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

test('the basic alphabet has 127 letters of one septet, the extension ten of two', () => {
  expect(Array.from(BASIC)).toHaveLength(127);
  expect(septets(BASIC)).toBe(127);
  expect(septets('€[]{}\\^~|\f')).toBe(20);
});

test.each(Array.from('çêôîâûëïœÀÈ’‘“”«»–—…°`\u00a0\u202fɛɔŋɖƒẹọṣɓɗ\t\u001b\u20bf😀'))('%j is outside GSM-7', (char) => {
  expect(isGsm7(`a${char}`)).toBe(false);
  expect(septets(char)).toBeUndefined();
});

test('of the 65536 first code points exactly 137 are in GSM-7', () => {
  const inside = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isGsm7);
  expect(inside).toHaveLength(137);
});

describe('what French and the languages of the coast become', () => {
  test.each([
    ['Prêt', 'Pret', 'Pret'],
    ['ça, Ça', 'ca, Ça', 'ca, Ca'],
    ['Noël naïf hôtel âge sûr', 'Noel naif hotel age sur', 'Noel naif hotel age sur'],
    ['été, à côté, où', 'été, à coté, où', 'ete, a cote, ou'],
    ['sœur, ŒUVRE', 'soeur, OEUVRE', 'soeur, OEUVRE'],
    ['À Â È Ê Ë É', 'A A E E E É', 'A A E E E E'],
    ['l’atelier ‘Afi’', "l'atelier 'Afi'", "l'atelier 'Afi'"],
    ['« wax » “bazin”', '"wax" "bazin"', '"wax" "bazin"'],
    ['lundi – mardi — fin…', 'lundi - mardi - fin...', 'lundi - mardi - fin...'],
    ['Total\u00a0: 12\u202f500\u00a0F\u2009!', 'Total : 12 500 F !', 'Total : 12 500 F !'],
    ['n°5', 'no5', 'no5'],
    ['fɔngbe ɖɔ ɛ Ɖ Ɔ Ɛ', 'fongbe do e D O E', 'fongbe do e D O E'],
    ['eʋegbe ŋ Ŋ ƒ Ƒ', 'evegbe ng Ng f F', 'evegbe ng Ng f F'],
    ['ẹ ọ ṣ Ẹ Ọ Ṣ ọ́ Ẹ̀ e\u0323\u0301', 'e o s E O S o E e', 'e o s E O S o E e'],
    ['ɓ ɗ ƙ ƴ ñ Ñ ë', 'b d k y ñ Ñ e', 'b d k y n N e'],
    ['e\u0301', 'é', 'e'],
    ['5 € [a] {b} \\ ^ ~ | `', "5 € [a] {b} \\ ^ ~ | '", "5 EUR (a) (b) /  - / '"],
    ['Merci 🙏🏿', 'Merci', 'Merci'],
    ['🎉 Bravo 👩‍👩‍👧 Awa 🇧🇯 !', 'Bravo Awa !', 'Bravo Awa !'],
    ['1️⃣ commande ✅\n✂️ coupe', '1 commande\ncoupe', '1 commande\ncoupe'],
    ['© Griot™ ½', '(c) GriotTM 1/2', '(c) GriotTM 1/2'],
    ['a\tb\u2028c\u0000d\u200be', 'a b\ncde', 'a b\ncde'],
    ['a\r\nb', 'a\r\nb', 'a\nb'],
    ['Ω Δ ß Ø Å ¥', 'Ω Δ ß Ø Å ¥', '? ? ss O A JPY'],
    ['مرحبا Жук 漢', '????? ??? ?', '????? ??? ?'],
    ['\ud800', '?', '?'],
  ])('%j is %j by SMS and %j on USSD', (text, sms, ussd) => {
    expect(toGsm7(text)).toBe(sms);
    expect(toUssdAscii(text)).toBe(ussd);
  });
});

describe('whatever is written', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('🙏', '🏿', '\u200d', ' ', '\n', 'é', 'ɔ', '[', '€', '\u0301') }));

  test('an SMS text is GSM-7, and changes no more when it is one', () => {
    fc.assert(fc.property(anyText, (text) => {
      const sms = toGsm7(text);
      expect(isGsm7(sms)).toBe(true);
      expect(toGsm7(sms)).toBe(sms);
    }), { numRuns: 1000 });
  });

  test('a USSD text is plain ASCII without what operators break', () => {
    fc.assert(fc.property(anyText, (text) => {
      const ussd = toUssdAscii(text);
      expect(ussd).toMatch(/^[\n -Z_a-z]*$/);
      expect(toUssdAscii(ussd)).toBe(ussd);
      expect(septets(ussd)).toBe(ussd.length);
    }), { numRuns: 1000 });
  });
});
