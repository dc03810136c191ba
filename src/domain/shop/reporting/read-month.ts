import { addDays, dayAt, daysBetween, type Day } from '../../calendar/day.ts';
import type { Reliability } from '../../forecast/reliability.ts';
import { earnedIn, marginOf, type Margin } from '../../stock/margin.ts';
import { fillRate } from '../../stock/served-rates.ts';
import type { Business } from '../../tenants/business.ts';
import { servedIn, soldDays } from '../knowing/figures.ts';
import { dormantOf, healthOf } from '../knowing/health.ts';
import { lastNight, type KnownAs } from '../knowing/know-shop.ts';
import { readShelves, type KnownShelf } from '../knowing/read-shelves.ts';
import { totalOf } from '../knowing/sum.ts';
import { firstSaleOn } from './first-sale.ts';
import { bestOf, outOf, worthAt, type Best, type Out, type Worth } from './month-queries.ts';
import { firstOf, isWhole, lastOf, monthAfter, sameDayOf, type Month, type Span } from './months.ts';

/** What is undefined is not known. */
export type MonthPeriod = { turnoverXof: number; sales: number; basketXof?: number; margin?: Margin; serviceRate?: number; stockOuts: number; stockXof: number; unvalued?: number };
export type MonthRead = {
  month: Month; soFar: boolean; now: MonthPeriod; before?: MonthPeriod; perDay: { on: Day; xof: number }[]; best: Best[]; stockByCategory: { category?: string; xof: number }[]; stockOuts: Out[];
  dormants: { name: string; qtyMilli: number; unit: string; lastSoldOn?: Day; xof: number }[]; forecast?: MonthForecast; goal: MonthGoal;
};
type MonthGoal = { turnoverXof?: number; marginShare?: number; serviceRate?: number; stockOuts?: number };
type MonthForecast = { days: number; xof: number; reliability: Reliability; usableDays: number; wape?: number };
type SoldDays = Awaited<ReturnType<typeof soldDays>>;

const FORTNIGHT = 15;

/** A month beside the one before where that was a whole one, each summed by the database: eleven questions, however many were sold. Undefined where nothing was sold before it ended. */
export async function readMonth(business: Business, month: Month): Promise<MonthRead | undefined> {
  const today = dayAt(business.now, business.timezone);
  const first = await firstSaleOn(business);
  if (first === undefined || first > lastOf(month) || firstOf(month) > today) return undefined;
  const soFar = today < lastOf(month);
  const now = { from: firstOf(month), to: soFar ? today : lastOf(month) };
  const earlier = monthAfter(month, -1);
  const before = { from: firstOf(earlier), to: soFar ? sameDayOf(earlier, today) : lastOf(earlier) };
  const sold = await soldDays(business, before.from, now.to);
  const [worth, outs] = [await worthAt(business, before.to, now.to), await outOf(business, before, now)];
  const shelves = await readShelves(business);
  const forecast = forecastOf(shelves, await lastNight(business), today);
  return {
    month, soFar, now: { ...(await periodOf(business, now, sold, { worthXof: totalOf(worth, (each) => each.now), outs: outs.filter((out) => out.now > 0).length })), unvalued: healthOf(shelves).unvalued },
    ...(first > before.to || !isWhole(earlier, first) ? {} : { before: await periodOf(business, before, sold, { worthXof: totalOf(worth, (each) => each.before), outs: outs.filter((out) => out.before > 0).length }) }),
    perDay: perDay(now, sold), best: await bestOf(business, now), stockByCategory: byCategory(worth),
    stockOuts: outs.filter((out) => out.now > 0), dormants: asleep(shelves, today), ...(forecast === undefined ? {} : { forecast }), goal: goalOf(business),
  };
}

async function periodOf(business: Business, { from, to }: Span, all: SoldDays, { worthXof, outs }: { worthXof: number; outs: number }): Promise<MonthPeriod> {
  const sold = all.filter(({ on }) => on >= from && on <= to);
  const [turnoverXof, sales] = [totalOf(sold, (day) => day.totalXof), totalOf(sold, (day) => day.count)];
  const margin = marginOf(turnoverXof, earnedIn(sold));
  const { sold: served, lost, everLost } = await servedIn(business, from, to);
  const rate = everLost ? fillRate([{ served, lost }]) : undefined;
  return {
    turnoverXof, sales, stockXof: worthXof, stockOuts: outs,
    ...(sales === 0 ? {} : { basketXof: Math.round(turnoverXof / sales) }), ...(margin === undefined ? {} : { margin }), ...(rate === undefined ? {} : { serviceRate: rate }),
  };
}

/** What the shop wants of each month, as parts of one. */
function goalOf({ settings: { goals: { turnover, margin, service, stockOuts } } }: Business): MonthGoal {
  return { ...(turnover === undefined ? {} : { turnoverXof: turnover }), ...(margin === undefined ? {} : { marginShare: margin / 100 }), ...(service === undefined ? {} : { serviceRate: service / 100 }), ...(stockOuts === undefined ? {} : { stockOuts }) };
}

/** Every day, those without a sale too. */
function perDay({ from, to }: Span, sold: SoldDays): { on: Day; xof: number }[] {
  const known = new Map(sold.map(({ on, totalXof }) => [on, totalXof]));
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)).map((on) => ({ on, xof: known.get(on) ?? 0 }));
}

const byCategory = (worth: readonly Worth[]): { category?: string; xof: number }[] => worth.filter(({ now }) => now > 0).map(({ category, now }) => ({ ...(category === '' ? {} : { category }), xof: now }));

const asleep = (shelves: readonly KnownShelf[], today: Day) =>
  dormantOf(shelves, today).map(({ name, onHand, unit, lastSoldOn, worthXof }) => ({ name, unit, qtyMilli: Math.round(onHand * 1_000), xof: Math.round(worthXof), ...(lastSoldOn === undefined ? {} : { lastSoldOn }) }));

/** What the last night expects of the next fortnight; nothing where it was too long ago to say it. */
function forecastOf(shelves: readonly KnownShelf[], night: KnownAs | undefined, today: Day): MonthForecast | undefined {
  if (night === undefined || night.products === 0) return undefined;
  const passed = daysBetween(night.day, today);
  const said = shelves.flatMap(({ foreseen, priceXof }) => (foreseen === undefined ? [] : [{ foreseen, priceXof }]));
  const days = Math.min(FORTNIGHT, ...said.map(({ foreseen: { expected } }) => expected.length - passed));
  if (said.length === 0 || days < 1) return undefined;
  const xof = totalOf(said, ({ foreseen: { expected }, priceXof }) => expected.slice(passed, passed + days).reduce((sum, units) => sum + units, 0) * priceXof);
  return { days, xof: Math.round(xof), reliability: night.reliability, usableDays: Math.max(...said.map(({ foreseen }) => foreseen.usableDays)), ...(night.wape === undefined ? {} : { wape: night.wape }) };
}
