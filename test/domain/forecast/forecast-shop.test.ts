import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekday, type Day } from '../../../src/domain/calendar/day.ts';
import { forecastShop, type Ahead, type Forecast } from '../../../src/domain/forecast/forecast-shop.ts';
import type { Product } from '../../../src/domain/forecast/know-product.ts';

const TODAY: Day = '2026-11-20';
const AHEAD: Ahead = { today: TODAY, horizon: 15, eventOn: () => undefined };
/** Days that end yesterday, each sold as its day and number say; undefined is a day without stock. */
const product = (code: string, count: number, soldOn: (day: Day, at: number) => number | undefined, category = 'rice'): Product => ({
  code, category, priceXof: 1_000,
  days: Array.from({ length: count }, (_, at) => {
    const sold = soldOn(addDays(TODAY, at - count), at);
    return { sold: sold ?? 0, lost: 0, inStock: sold === undefined ? 0 : 1 };
  }),
});
const one = (count: number, soldOn: (day: Day, at: number) => number | undefined, ahead = AHEAD): Forecast => forecastShop([product('P1', count, soldOn)], ahead)[0] as Forecast;
/** Five, six, seven, five, six, seven… */
const about6 = (at: number): number => 5 + (at % 3);

describe('5.6 · a forecast', () => {
  test('5.6 · six a day stay six a day', () => {
    const { demandClass, method, perDay, usableDays, reliability, brokeOn } = one(120, (_, at) => about6(at));
    expect([demandClass, method, Math.round(perDay * 10) / 10, usableDays, reliability, brokeOn]).toEqual(['smooth', 'mean', 6, 120, 'high', undefined]);
  });

  test('5.0 · days without stock say nothing: neither that nobody came nor that the shop was shocked', () => {
    const { perDay, usableDays } = one(120, (_, at) => (at % 4 === 0 ? undefined : about6(at)));
    expect([Math.round(perDay * 10) / 10, usableDays]).toEqual([6, 90]);
  });

  test('5.0 · who left without counts as who bought', () => {
    const counted = product('P1', 120, () => 4);
    const [forecast] = forecastShop([{ ...counted, days: counted.days.map((day) => ({ ...day, lost: 2, inStock: 0.7 })) }], AHEAD);
    expect(forecast?.perDay).toBeCloseTo(6, 5);
  });

  test('5.6 · Saturday sells twice as much, and Sunday nothing where the shop is closed', () => {
    const { expected } = one(365, (day) => [8, 8, 8, 8, 8, 16, 0][weekday(day) - 1]);
    const of = (wanted: number): number => expected[Array.from({ length: 7 }, (_, ahead) => weekday(addDays(TODAY, ahead))).indexOf(wanted)] ?? NaN;
    expect(of(6) / of(3)).toBeGreaterThan(1.8);
    expect(of(7)).toBeLessThan(0.1 * of(3));
  });

  test('5.6 · payday sells more', () => {
    const { expected } = one(365, (day) => (Number(day.slice(8)) >= 25 || Number(day.slice(8)) <= 5 ? 15 : 10));
    expect((expected[6] ?? 0) / (expected[2] ?? 1)).toBeGreaterThan(1.35); // the 26th against the 22nd
  });

  test('5.6 · what a feast did last year it is expected to do again, to its category', () => {
    const near = (day: Day): string | undefined => ((['2025-12-01', '2026-11-23'] as Day[]).some((feast) => day <= feast && day > addDays(feast, -4)) ? 'feast' : undefined);
    const shop = [product('cola', 365, (day) => (near(day) === undefined ? 20 : 50), 'drinks'), product('rice', 365, () => 20)];
    const [cola, rice] = forecastShop(shop, { ...AHEAD, eventOn: near });
    expect((cola?.expected[2] ?? 0) / (cola?.expected[5] ?? 1)).toBeGreaterThan(1.7);
    expect((rice?.expected[2] ?? 0) / (rice?.expected[5] ?? 1)).toBeCloseTo(1, 1);
  });

  test('5.6 · sales that halved three weeks ago are forecast halved, and it is said since when', () => {
    const { perDay, brokeOn } = one(200, (_, at) => (at < 179 ? 2 : 1) * about6(at));
    expect([Math.round(perDay), brokeOn]).toEqual([6, addDays(TODAY, -21)]);
  });

  test('5.6 · what nobody buys any more fades', () => expect(one(200, (_, at) => (at < 150 && at % 3 === 0 ? 1 : 0)).perDay).toBeLessThan(0.1));

  test('5.6 · one wedding does not lift an erratic product for a season', () => {
    const sold = (wedding: number) => one(90, (_, at) => (at === 70 ? wedding : [1, 2, 1, 9, 1, 1, 3][at % 7]));
    expect(sold(60).demandClass).toBe('erratic');
    expect(sold(60).perDay - sold(9).perDay).toBeLessThan(0.35);
  });

  test('a week in which the whole shop sold a third tells nothing of the next', () => {
    const shop = ['P1', 'P2', 'P3'].map((code, at) => product(code, 120, (_, day) => (day >= 100 && day < 107 ? 3 : 9) + ((day + at) % 3)));
    for (const { perDay } of forecastShop(shop, AHEAD)) expect(perDay).toBeCloseTo(10, 1);
  });

  test('5.6 · a new product starts from its like, and comes to its own within weeks', () => {
    const old = [4, 6, 8, 30].map((usual, at) => ({ ...product(`P${at}`, 120, (_, day) => usual + (day % 3) - 1), priceXof: usual === 30 ? 50 : 1_000 }));
    const perDay = (days: number): number => forecastShop([...old, product('new', days, () => 12)], AHEAD)[4]?.perDay ?? NaN;
    expect(perDay(0)).toBeCloseTo(6, 1); // the dear one of fifty francs is not its like
    expect(perDay(1)).toBeGreaterThan(perDay(0));
    expect(perDay(20)).toBeGreaterThan(11);
    expect(forecastShop([...old, product('new', 20, () => 12)], AHEAD)[4]).toMatchObject({ demandClass: 'new', method: 'likeOthers', reliability: 'low', wape: undefined });
  });

  test('a shop without products, a product without days', () => {
    expect(forecastShop([], AHEAD)).toEqual([]);
    expect(one(0, () => 0)).toMatchObject({ demandClass: 'new', perDay: 0, reliability: 'low' });
  });
});

const anyDay = fc.record({ sold: fc.nat({ max: 60 }), lost: fc.nat({ max: 5 }), inStock: fc.constantFrom(0, 0.4, 0.7, 1) });
const anyShop = fc.array(fc.record({ category: fc.constantFrom('rice', 'drinks'), priceXof: fc.integer({ min: 25, max: 50_000 }), days: fc.array(anyDay, { maxLength: 150 }) }), { maxLength: 5 });

test('whatever a shop sold, each product has a forecast: fifteen numbers that are none below nothing, and the same when asked again', () => fc.assert(fc.property(anyShop, (all) => {
  const shop = all.map((each, at) => ({ ...each, code: `P${at}` }));
  const forecasts = forecastShop(shop, AHEAD);
  expect(forecasts.map(({ code }) => code)).toEqual(shop.map(({ code }) => code));
  for (const { expected, perDay, dispersion, levelError } of forecasts) {
    expect(expected).toHaveLength(15);
    expect([...expected, perDay, dispersion, levelError].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect(expected.reduce((sum, units) => sum + units, 0)).toBeCloseTo(15 * perDay, 6);
  }
  expect(forecastShop(shop, AHEAD)).toEqual(forecasts);
}), { numRuns: 60 }));
