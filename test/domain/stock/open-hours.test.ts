import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inStockShare, openLeft } from '../../../src/domain/stock/open-hours.ts';

const HOURS = { opens: 8 * 60, closes: 20 * 60 };

test.each([[7, 1], [8, 1], [14, 0.5], [20, 0], [22, 0]])('5.2 · at %d o’clock, of a day from eight to eight, %d is still to come', (hour, left) => expect(openLeft(hour * 60, HOURS)).toBe(left));

test('5.0 · sold out at eleven, delivered at five: in stock for half of the day', () => {
  expect(inStockShare(4, [{ at: 11 * 60, onHand: 0 }, { at: 17 * 60, onHand: 10 }], HOURS)).toBe(0.5);
});
test('5.0 · what is delivered before opening is there all day, what is delivered after closing is not', () => {
  expect(inStockShare(0, [{ at: 6 * 60, onHand: 10 }], HOURS)).toBe(1);
  expect(inStockShare(0, [{ at: 21 * 60, onHand: 10 }], HOURS)).toBe(0);
});
test('5.0 · a day on which the shop is closed has no share', () => expect([inStockShare(9, [], { opens: 0, closes: 0 }), openLeft(0, { opens: 0, closes: 0 })]).toEqual([0, 0]));

test('whatever moved, it is a share of the day', () => fc.assert(fc.property(fc.integer({ min: -5, max: 9 }), fc.array(fc.record({ at: fc.integer({ min: 0, max: 1_440 }), onHand: fc.integer({ min: -5, max: 9 }) })), (onHand, movements) => {
  const share = inStockShare(onHand, movements.toSorted((one, other) => one.at - other.at), HOURS);
  expect(share >= 0 && share <= 1).toBe(true);
})));
