import { buyingDays } from '../../calendar/buying-days.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import { demandOf, isUsable, type DemandDay } from '../../forecast/demand-day.ts';
import { forecastShop, type Forecast } from '../../forecast/forecast-shop.ts';
import { seededRandom } from '../../forecast/random.ts';
import { reliability, type Reliability } from '../../forecast/reliability.ts';
import { abcClasses, type AbcClass } from '../../stock/abc.ts';
import { leadTime } from '../../stock/lead-time.ts';
import { SERVICE_TARGETS } from '../../stock/stock-targets.ts';
import { targetStock } from '../../stock/target-stock.ts';
import { xyzClass, type XyzClass } from '../../stock/xyz.ts';
import type { ProductHistory, ShopHistory } from './read-history.ts';

/** What a night says of one product: its forecast, its class, and what stock and orders are to be brought up to. */
export type Foreseen = Omit<Forecast, 'code'> & { variantId: string; abc: AbcClass; xyz: XyzClass; leadDays: number; target: number; safety: number };
export type ShopForeseen = { today: Day; products: Foreseen[]; wape: number | undefined; reliability: Reliability };

const FORTNIGHT = 15;
/** Shops order once a week. */
export const REVIEW_DAYS = 7;
const WEEK = 7;
const WEEKS = 12;

/** All that is said of a shop tonight. Pure, and the same whenever it is asked of the same past. */
export function foresee({ today, country, products }: ShopHistory): ShopForeseen {
  const longest = Math.max(0, ...products.map(({ sold }) => sold.length));
  const horizon = Math.max(FORTNIGHT, ...products.map(({ took, leadDays }) => Math.ceil(leadTime(took, leadDays).days) + REVIEW_DAYS));
  const events = buyingDays(addDays(today, -longest), longest + horizon, country);
  const histories = products.map((product) => ({ product, days: daysOf(product) }));
  const forecasts = forecastShop(histories.map(({ product: { code, category, priceXof }, days }) => ({ code, category, priceXof, days })), { today, horizon, eventOn: (day) => events.get(day) });
  const abc = abcClasses(products);
  const foreseen = histories.flatMap(({ product, days }, at) => {
    const forecast = forecasts[at];
    return forecast === undefined ? [] : [ofProduct(product, days, forecast, abc.get(product.code) ?? 'C')];
  });
  return { today, products: foreseen, ...ofShop(forecasts, products) };
}

function ofProduct({ variantId, leadDays, took, sold }: ProductHistory, days: DemandDay[], { code, ...forecast }: Forecast, abc: AbcClass): Foreseen {
  const lead = leadTime(took, leadDays);
  const past = days.filter(isUsable).map(demandOf);
  const target = targetStock({ forecast: { code, ...forecast }, lead, reviewDays: REVIEW_DAYS, target: SERVICE_TARGETS[abc], past, random: seededRandom(seedOf(code)) });
  const expected = forecast.expected.slice(0, lead.days + REVIEW_DAYS).reduce((sum, units) => sum + units, 0);
  return { ...forecast, variantId, abc, xyz: xyzClass(weeksOf(sold)), leadDays: lead.days, target, safety: Math.max(0, target - expected) };
}

/** How far the forecasts of a shop can be leaned on together: each product counts by what it is expected to bring in. */
function ofShop(forecasts: readonly Forecast[], products: readonly ProductHistory[]): Pick<ShopForeseen, 'wape' | 'reliability'> {
  let [erred, known, units, days] = [0, 0, 0, 0];
  for (const [at, { wape, perDay, usableDays }] of forecasts.entries()) {
    const worth = perDay * (products[at]?.priceXof ?? 0);
    units += perDay * FORTNIGHT;
    days = Math.max(days, usableDays);
    if (wape === undefined) continue;
    erred += wape * worth;
    known += worth;
  }
  const wape = known > 0 ? erred / known : undefined;
  return { wape, reliability: reliability({ usableDays: days, expectedUnits: units, wape }) };
}

const daysOf = ({ sold, lost, inStock }: ProductHistory): DemandDay[] => sold.map((units, at) => ({ sold: units, lost: lost[at] ?? 0, inStock: inStock[at] ?? 0 }));

/** The last whole weeks. */
function weeksOf(sold: readonly number[]): number[] {
  const weeks = Math.min(WEEKS, Math.floor(sold.length / WEEK));
  const recent = sold.slice(sold.length - weeks * WEEK);
  return Array.from({ length: weeks }, (_, at) => recent.slice(at * WEEK, (at + 1) * WEEK).reduce((sum, units) => sum + units, 0));
}

/** The same product draws the same row. */
const seedOf = (code: string): number => [...code].reduce((seed, letter) => (seed * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
