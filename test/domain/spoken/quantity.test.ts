import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readQuantity } from '../../../src/domain/spoken/quantity.ts';

describe('3.1 · how much, as people type it', () => {
  test.each<[string, number]>([
    ['2', 2_000], ['2,5', 2_500], ['2.5', 2_500], ['0,25', 250], ['1/2', 500], ['2 1/2', 2_500], ['3/4', 750], ['demi', 500], ['un demi', 500], ['deux', 2_000], ['Douze', 12_000], ['two', 2_000], [' 12 ', 12_000], ['２', 2_000],
  ])('%j is %d thousandths', (typed, milli) => {
    expect(readQuantity(typed)).toEqual({ milli });
  });

  test('E33 · « 2.500 » is two and a half, and may be two thousand five hundred', () => {
    expect(readQuantity('2.500')).toEqual({ milli: 2_500, or: 2_500_000 });
    expect(readQuantity('2,500')).toEqual({ milli: 2_500, or: 2_500_000 });
  });

  test.each(['', '0', '-2', 'riz', '1/0', '2 sacs', '1.2345', '12345678', '2..5'])('%j is none', (typed) => {
    expect(readQuantity(typed)).toBeUndefined();
  });

  test('whatever is typed, it is undefined or above zero', () => {
    fc.assert(fc.property(fc.string(), (typed) => {
      const read = readQuantity(typed);
      expect(read === undefined || (Number.isInteger(read.milli) && read.milli > 0)).toBe(true);
    }));
  });
});
