import { addDays, type Day } from '../src/domain/calendar/day.ts';
import { forecastShop } from '../src/domain/forecast/forecast-shop.ts';
import type { Product } from '../src/domain/forecast/know-product.ts';
import { seededRandom } from '../src/domain/forecast/random.ts';
import { median } from './load.ts';

const TODAY: Day = '2026-11-20';
const DAYS = 365;
const HORIZON = 30;
const CATEGORIES = 10;

export type Forecasts = { products: number; ms: number; processorMs: number };

/** A year of every product of a large shop, foreseen in one thread. */
export function measureForecast({ rounds, products }: { rounds: number; products: number }): Forecasts {
  const shop = largeShop(products);
  const figures: { ms: number; processorMs: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [begun, spent] = [performance.now(), process.cpuUsage()];
    forecastShop(shop, { today: TODAY, horizon: HORIZON, eventOn: (day) => (day.startsWith(addDays(TODAY, 30).slice(0, 7)) ? 'december' : undefined) });
    const { user, system } = process.cpuUsage(spent);
    if (round > 0) figures.push({ ms: performance.now() - begun, processorMs: (user + system) / 1_000 }); // the first only warms up
  }
  return { products, ms: median(figures.map(({ ms }) => ms)), processorMs: median(figures.map(({ processorMs }) => processorMs)) };
}

/** Some sell all day, some once a month; every tenth was out of stock for a week. */
function largeShop(count: number): Product[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, at) => {
    const usual = 0.05 + 20 * random() ** 3;
    const days = Array.from({ length: DAYS }, (_none, day) => ({ sold: at % 10 === 0 && day % 90 < 7 ? 0 : Math.floor(usual * 2 * random() + random()), lost: 0, inStock: at % 10 === 0 && day % 90 < 7 ? 0 : 1 }));
    return { code: `P${at}`, category: `C${at % CATEGORIES}`, priceXof: 500 + 100 * (at % 40), days };
  });
}
