import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { abcClasses } from '../../../src/domain/stock/abc.ts';
import { earnedBy, marginOf } from '../../../src/domain/stock/margin.ts';
import { adjust, averageXof, EMPTY, enter, leave, type Holding } from '../../../src/domain/stock/moving-average.ts';
import { costValueXof, lastPriceValueXof } from '../../../src/domain/stock/valuation.ts';
import { xyzClass } from '../../../src/domain/stock/xyz.ts';

const buy = (held: Holding, units: number, unitXof: number): Holding => enter(held, BigInt(units * 1_000), BigInt(units * unitXof * 1_000)).holding;
const sacks = buy(buy(EMPTY, 10, 18_500), 20, 19_250);

describe('5.5 · what the stock is worth', () => {
  test('5.5 · ten sacks at 18 500 and twenty at 19 250: 570 000, 19 000 each', () => {
    expect(costValueXof([sacks])).toBe(570_000n);
    expect(averageXof(sacks)).toBe(19_000n);
    expect(lastPriceValueXof([{ onHand: 30, purchasePriceXof: 19_250 }])).toBe(577_500);
  });

  test('5.5 · what leaves, leaves at the average; what comes back enters at what it left at', () => {
    const { holding, costMilliXof } = leave(sacks, 2_500n);
    expect([costMilliXof, averageXof(holding)]).toEqual([47_500_000n, 19_000n]);
    expect(enter(holding, 2_500n, costMilliXof).holding).toEqual(sacks);
  });

  test('5.5 · a count changes the quantity, never the average', () => {
    expect(averageXof(adjust(sacks, 1_000n))).toBe(19_000n);
    expect(averageXof(adjust(sacks, -7_000n))).toBe(19_000n);
    expect(averageXof(adjust(leave(sacks, 30_000n).holding, 3_000n))).toBe(19_000n);
  });

  test('5.5 · what is not there is worth nothing', () => {
    const { holding } = leave(sacks, 32_000n);
    expect([costValueXof([holding]), averageXof(holding), lastPriceValueXof([{ onHand: -2, purchasePriceXof: 19_250 }])]).toEqual([0n, 19_000n, 0]);
  });

  test('5.5 · two sacks sold before they came have cost what they cost when they come', () => {
    const { holding, correctionMilliXof } = enter(leave(sacks, 32_000n).holding, 10_000n, 200_000_000n);
    expect([costValueXof([holding]), averageXof(holding), correctionMilliXof]).toEqual([160_000n, 20_000n, 2_000_000n]);
  });

  test('5.5 · a third of a franc is kept until it is shown', () => {
    const thirds = enter(EMPTY, 3_000n, 100_000n).holding;
    expect(averageXof(thirds)).toBe(33n);
    expect(costValueXof([leave(thirds, 2_000n).holding, leave(thirds, 1_000n).holding])).toBe(100n);
  });

  type Happening = { does: 'enter' | 'leave' | 'adjust'; milli: bigint; costMilliXof: bigint };
  const happenings = fc.array(fc.record({ does: fc.constantFrom<Happening['does']>('enter', 'leave', 'adjust'), milli: fc.bigInt({ min: 1n, max: 100_000n }), costMilliXof: fc.bigInt({ min: 0n, max: 10n ** 12n }) }), { maxLength: 40 });

  test('whatever comes, goes and is counted, no thousandth of a franc is lost or made: what came in is what left, what was corrected and what is held', () => fc.assert(fc.property(happenings, (all) => {
    let [held, cameIn, left] = [EMPTY, 0n, 0n];
    for (const { does, milli, costMilliXof } of all) {
      const was = held;
      if (does === 'enter') {
        const entered = enter(held, milli, costMilliXof);
        [held, cameIn, left] = [entered.holding, cameIn + costMilliXof, left + entered.correctionMilliXof];
      } else {
        held = does === 'leave' ? leave(held, milli).holding : adjust(held, milli);
        left += was.milliXof - held.milliXof;
      }
      expect(held.milli > 0n ? held.milliXof >= 0n : held.milliXof <= 0n).toBe(true);
    }
    expect(cameIn).toBe(left + held.milliXof);
  })));

  test('whatever is sold in turn, all of it has cost all that was paid', () => fc.assert(fc.property(fc.array(fc.bigInt({ min: 1n, max: 9_999n }), { minLength: 1 }), fc.bigInt({ min: 0n, max: 10n ** 12n }), (parts, paid) => {
    const all = parts.reduce((sum, part) => sum + part, 0n);
    let { holding } = enter(EMPTY, all, paid);
    let cost = 0n;
    for (const part of parts) {
      const sold = leave(holding, part);
      [holding, cost] = [sold.holding, cost + sold.costMilliXof];
    }
    expect([cost, holding.milliXof]).toEqual([paid, 0n]);
  })));
});

test('5.5 · two sacks at 22 000 that had cost 19 000: 6 000, of 44 000', () => {
  const { costMilliXof } = leave(sacks, 2_000n);
  const sold = { lineXof: 44_000, costXof: Number(costMilliXof) / 1_000 };
  expect(marginOf(44_000, earnedBy([sold]))).toEqual({ marginXof: 6_000, share: 6 / 44, ofShare: 1 });
  expect(marginOf(0, earnedBy([]))).toBeUndefined();
});

test('5.5 · what was sold at a cost that nobody knows is no gain: the margin is that of the rest, and says of how much', () => {
  const [known, unknown] = [{ lineXof: 30_000, costXof: 24_000 }, { lineXof: 10_000, costXof: undefined }];
  expect(marginOf(40_000, earnedBy([known, unknown]))).toEqual({ marginXof: 6_000, share: 0.2, ofShare: 0.75 });
  expect(marginOf(10_000, earnedBy([unknown]))).toBeUndefined();
});

describe('5.5 · ABC and XYZ', () => {
  const revenue = (...xof: number[]) => xof.map((revenueXof, at) => ({ code: `P${at + 1}`, revenueXof }));

  test('5.5 · who crosses a line belongs above it', () => {
    expect([...abcClasses(revenue(50, 29, 10, 6, 4, 1))]).toEqual([['P1', 'A'], ['P2', 'A'], ['P3', 'A'], ['P4', 'B'], ['P5', 'C'], ['P6', 'C']]);
    expect([...abcClasses(revenue(80, 15, 5))]).toEqual([['P1', 'A'], ['P2', 'B'], ['P3', 'C']]);
  });
  test('5.5 · equals stand by their codes, and what brings in nothing is C', () => expect([...abcClasses(revenue(10, 10, 0).reverse())]).toEqual([['P1', 'A'], ['P2', 'A'], ['P3', 'C']]));
  test('5.5 · a shop that sold nothing has no A', () => expect([...abcClasses(revenue(0, 0)).values()]).toEqual(['C', 'C']));
  test('whatever it brings in, a product has one class, and A brings in four fifths at least', () => fc.assert(fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 }), (xof) => {
    const classes = abcClasses(revenue(...xof));
    const inA = revenue(...xof).filter(({ code }) => classes.get(code) === 'A').reduce((sum, { revenueXof }) => sum + revenueXof, 0);
    expect(classes.size).toBe(xof.length);
    expect(inA).toBeGreaterThanOrEqual(0.8 * xof.reduce((sum, value) => sum + value, 0) - 1e-6);
  })));
  test.each<[number[], string]>([[[10, 11, 9, 10], 'X'], [[10, 2, 18, 10], 'Y'], [[0, 0, 40, 0], 'Z'], [[0, 0, 0], 'Z']])('5.5 · sales of %j are %s', (sales, letter) => expect(xyzClass(sales)).toBe(letter));
});
