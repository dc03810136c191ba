import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalQuantile } from '../../../src/domain/forecast/normal-quantile.ts';
import { seededRandom } from '../../../src/domain/forecast/random.ts';
import { advise } from '../../../src/domain/stock/advice.ts';
import { isDormant } from '../../../src/domain/stock/dormant.ts';
import { leadTime } from '../../../src/domain/stock/lead-time.ts';
import { recommendedQuantity } from '../../../src/domain/stock/recommended-quantity.ts';
import { orderUpTo, reorderPoint, safetyStock } from '../../../src/domain/stock/safety-stock.ts';
import { SERVICE_TARGETS } from '../../../src/domain/stock/stock-targets.ts';
import { targetStock, type Need } from '../../../src/domain/stock/target-stock.ts';

const RICE = { perDay: 2, sdPerDay: 1.5, lead: { days: 7, sdDays: 2 }, z: 1.645 };
const few = fc.double({ min: 0, max: 60, noNaN: true });

describe('5.3 · how much to order', () => {
  test('5.3 · two sacks a day, a week of delivery, a week between orders: safety 11.34, up to 39.34, 32 sacks', () => {
    expect(safetyStock(RICE, 7)).toBeCloseTo(11.34, 2);
    expect(orderUpTo(RICE, 7)).toBeCloseTo(39.34, 2);
    expect(recommendedQuantity(orderUpTo(RICE, 7), 9 - 1)).toBe(32);
  });

  test('5.3 · ordered at any moment: at 23.3 sacks', () => expect(reorderPoint(RICE)).toBeCloseTo(23.3, 1));

  test('5.3 · the season of those days takes the place of the mean', () => expect(orderUpTo(RICE, 7, 40)).toBeCloseTo(51.34, 2));

  test.each([[0.9, 1.282], [0.95, 1.645], [0.98, 2.054]])('5.3 · a target of %d is a z of %d', (target, z) => expect(normalQuantile(target)).toBeCloseTo(z, 3));

  test('5.3 · what brings in most is held for most', () => expect(SERVICE_TARGETS).toEqual({ A: 0.95, B: 0.9, C: 0.85 }));

  test.each<[string, Parameters<typeof recommendedQuantity>, number]>([
    ['whole packs', [39.34, 8, { packSize: 10 }], 40], ['at least what the supplier sells', [39.34, 8, { minimum: 50 }], 50], ['which is whole packs too', [39.34, 8, { packSize: 12, minimum: 50 }], 60],
    ['never above the most to hold', [39.34, 8, { maxStock: 30 }], 22], ['in whole packs below it', [39.34, 8, { packSize: 10, maxStock: 30 }], 20], ['nothing where they cannot agree', [39.34, 8, { minimum: 30, maxStock: 30 }], 0],
    ['nothing where there is enough', [39.34, 40, { minimum: 50 }], 0], ['tenths of a kilo are no extra pack', [0.3, 0, { packSize: 0.1 }], 0.30000000000000004],
  ])('5.3 · %s', (_, given, units) => expect(recommendedQuantity(...given)).toBe(units));
});

describe('5.3 · how long a supplier takes', () => {
  test('5.3 · while fewer than five deliveries came, he varies by three tenths at least', () => {
    expect(leadTime([], 7)).toEqual({ days: 7, sdDays: 2.1 });
    expect(leadTime([10, 10, 10], 7)).toEqual({ days: 10, sdDays: 3 });
    expect(leadTime([1, 19], 7).sdDays).toBeCloseTo(12.73, 2);
  });

  test('5.3 · from five on he is believed', () => expect(leadTime([7, 7, 7, 7, 7], 3)).toEqual({ days: 7, sdDays: 0 }));
});

describe('5.3 · what not to recommend', () => {
  const sells = { onHand: 5, lastSoldOn: '2026-11-18', lastEntryOn: '2026-06-01' } as const;
  const rice = { target: 39.34, position: 8, terms: {}, shelf: sells, today: '2026-11-20', unitCostXof: 18_500 } as const;

  test('5.3 · 32 sacks', () => expect(advise(rice)).toEqual({ units: 32 }));
  test('5.3 · what sleeps', () => expect(advise({ ...rice, shelf: { ...sells, lastSoldOn: '2026-08-01' } })).toEqual({ not: 'dormant' }));
  test('5.3 · what is less than the supplier delivers', () => {
    expect(advise({ ...rice, minimumXof: 600_000 })).toEqual({ not: 'belowMinimum' });
    expect(advise({ ...rice, terms: { minimum: 50, maxStock: 40 } })).toEqual({ not: 'belowMinimum' });
  });
  test('5.3 · what there is enough of', () => expect(advise({ ...rice, position: 40 })).toEqual({ not: 'enough' }));
  test('5.5 · what is new or sold out does not sleep', () => {
    expect(isDormant({ onHand: 5, lastEntryOn: '2026-11-01' }, '2026-11-20')).toBe(false);
    expect(isDormant({ onHand: 5, lastEntryOn: '2026-09-01' }, '2026-11-20')).toBe(true);
    expect(isDormant({ onHand: 0, lastEntryOn: '2026-09-01' }, '2026-11-20')).toBe(false);
    expect(isDormant({ onHand: 5, lastEntryOn: '2026-09-01', lastSoldOn: '2026-10-19' }, '2026-11-20', 30)).toBe(true);
  });
});

describe('whatever is asked for', () => {
  const terms = fc.record({ packSize: fc.integer({ min: 1, max: 50 }), minimum: fc.integer({ min: 0, max: 200 }), maxStock: fc.integer({ min: 0, max: 500 }) });

  test('it is whole packs, at least the minimum, within the most, and never below nothing', () => fc.assert(fc.property(fc.double({ min: 0, max: 1_000, noNaN: true }), fc.integer({ min: -50, max: 600 }), terms, (target, position, { packSize, minimum, maxStock }) => {
    const units = recommendedQuantity(target, position, { packSize, minimum, maxStock });
    expect(units % packSize).toBe(0);
    expect(units === 0 || (units >= minimum && position + units <= maxStock && target > position)).toBe(true);
    expect(units).toBeGreaterThanOrEqual(0);
  })));

  test('without a most, it reaches the target, by less than a pack too many or by the minimum', () => fc.assert(fc.property(fc.double({ min: 0, max: 1_000, noNaN: true }), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 50 }), (target, position, packSize) => {
    const units = recommendedQuantity(target, position, { packSize });
    expect(position + units).toBeGreaterThan(target - 1e-3);
    expect(units === 0 || position + units - packSize < target).toBe(true);
  })));

  test('what to hold is never below nothing, and more for a higher target', () => fc.assert(fc.property(few, few, few, few, fc.integer({ min: 0, max: 30 }), (perDay, sdPerDay, days, sdDays, review) => {
    const up = (z: number): number => orderUpTo({ perDay, sdPerDay, lead: { days, sdDays }, z }, review);
    expect(up(-3)).toBeGreaterThanOrEqual(0);
    expect(up(2)).toBeGreaterThanOrEqual(up(1));
  })));
});

describe('5.3 · what sells now and then is held by what such weeks have sold', () => {
  const forecast: Need['forecast'] = { code: 'P1', demandClass: 'intermittent', method: 'mean', expected: Array<number>(30).fill(0.2), perDay: 0.2, dispersion: 1.2, levelError: 0, usableDays: 180, wape: 0.4, reliability: 'low', brokeOn: undefined };
  const past = Array.from({ length: 180 }, (_, at) => (at % 20 === 0 ? 4 : 0));
  const need = (demandClass: 'smooth' | 'intermittent' | 'lumpy', target = 0.95): number => targetStock({ forecast: { ...forecast, demandClass }, lead: { days: 7, sdDays: 2 }, reviewDays: 7, target, past, random: seededRandom(7) });

  test('5.3 · a fifth of a piece a day over a fortnight: six pieces by counting, eight where they go four at a time', () => {
    expect(need('intermittent')).toBe(6);
    expect(need('lumpy')).toBe(8);
    expect(need('smooth')).toBeCloseTo(2.8 + 1.645 * Math.sqrt(14 * 0.24 + 0.04 * 4), 2);
  });

  test('5.3 · what sells half of what it did is held by half', () => {
    const half = { ...forecast, demandClass: 'lumpy' as const, expected: Array<number>(30).fill(0.1), perDay: 0.1 };
    expect(targetStock({ forecast: half, lead: { days: 7, sdDays: 2 }, reviewDays: 7, target: 0.95, past, random: seededRandom(7) })).toBeCloseTo(need('lumpy') / 2, 6);
  });

  test('5.3 · who is less sure of the level holds more', () => {
    const smooth = (levelError: number): number => targetStock({ forecast: { ...forecast, demandClass: 'smooth', perDay: 5, levelError }, lead: RICE.lead, reviewDays: 7, target: 0.95, past, random: seededRandom(7) });
    expect(smooth(0.1) - smooth(0)).toBeGreaterThan(1);
  });

  test('the same seed, the same order', () => expect(need('lumpy', 0.85)).toBe(need('lumpy', 0.85)));
});
