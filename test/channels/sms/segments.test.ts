import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { septets } from '../../../src/channels/gsm7.ts';
import { segments, splitSms } from '../../../src/channels/sms/segments.ts';

const family = '👩‍👩‍👧';
test.each([
  ['nothing', '', 'GSM-7', 0, 1],
  ['160 letters', 'a'.repeat(160), 'GSM-7', 160, 1],
  ['161 letters', 'a'.repeat(161), 'GSM-7', 161, 2],
  ['306 letters', 'a'.repeat(306), 'GSM-7', 306, 2],
  ['307 letters', 'a'.repeat(307), 'GSM-7', 307, 3],
  ['100 é', 'é'.repeat(100), 'GSM-7', 100, 1],
  ['100 é typed as e and an accent', 'e\u0301'.repeat(100), 'GSM-7', 100, 1],
  ['a and 300 é', `a${'é'.repeat(300)}`, 'GSM-7', 301, 2],
  ['80 €', '€'.repeat(80), 'GSM-7', 160, 1],
  ['81 €', '€'.repeat(81), 'GSM-7', 162, 2],
  ['152 letters, a €, 152 letters: the € moves whole to part 2', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
  ['151 letters, a €, 153 letters', `${'a'.repeat(151)}€${'a'.repeat(153)}`, 'GSM-7', 306, 2],
  ['70 ç', 'ç'.repeat(70), 'UCS-2', 70, 1],
  ['71 ç', 'ç'.repeat(71), 'UCS-2', 71, 2],
  ['134 ç', 'ç'.repeat(134), 'UCS-2', 134, 2],
  ['135 ç', 'ç'.repeat(135), 'UCS-2', 135, 3],
  ['35 emoji', '🙏'.repeat(35), 'UCS-2', 70, 1],
  ['36 emoji', '🙏'.repeat(36), 'UCS-2', 72, 2],
  ['67 emoji: 33 a part, none split', '🙏'.repeat(67), 'UCS-2', 134, 3],
  ['a family across the boundary moves whole', `${'ç'.repeat(64)}${family}`, 'UCS-2', 72, 2],
] as const)('%s', (_, text, encoding, units, parts) => {
  expect(segments(text)).toEqual({ encoding, units, parts });
  expect(splitSms(text)).toHaveLength(parts);
});

test('an emoji and the halves of € are never cut', () => {
  expect(splitSms(`${'a'.repeat(152)}€${'b'.repeat(10)}`)).toEqual(['a'.repeat(152), `€${'b'.repeat(10)}`]);
  expect(splitSms(`${'ç'.repeat(66)}🙏${'ç'.repeat(5)}`)).toEqual(['ç'.repeat(66), `🙏${'ç'.repeat(5)}`]);
  expect(splitSms(`${'ç'.repeat(64)}${family}`)).toEqual(['ç'.repeat(64), family]);
});

test('whatever is written, the parts make up the text, fit, and are as many as announced', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('a', '€', '['), minLength: 100, maxLength: 500 }),
    fc.string({ unit: fc.constantFrom('ç', '🙏', family, '\u0301', '🇧🇯'), maxLength: 200 }),
  );
  fc.assert(fc.property(anyText, (text) => {
    const parts = splitSms(text);
    expect(parts.join('')).toBe(text.normalize('NFC'));
    const counted = segments(text);
    expect(counted.parts).toBe(parts.length);
    const [single, part] = counted.encoding === 'GSM-7' ? [160, 153] : [70, 67];
    for (const piece of parts) {
      const size = counted.encoding === 'GSM-7' ? septets(piece) : piece.length;
      expect(size).toBeLessThanOrEqual(parts.length === 1 ? single : part);
      expect(piece).not.toMatch(/^[\udc00-\udfff]/);
    }
  }), { numRuns: 500 });
});
