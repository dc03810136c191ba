import type { Day } from '../../src/domain/calendar/day.ts';
import { cumulativeDemand } from '../../src/domain/forecast/cumulative-demand.ts';
import { forecastShop, type Forecast } from '../../src/domain/forecast/forecast-shop.ts';
import { stockOut, type StockOut } from '../../src/domain/stock/stock-out.ts';
import { keptByCard } from './shopkeeper.ts';
import { eventOn } from './simulated-days.ts';
import { simulateShop, type SimulatedProduct, type SimulatedShop } from './simulated-shop.ts';
import { simply } from './simple-ways.ts';

const HORIZON = 15;
const ORIGINS = [365, 380, 395, 410, 425];
const DAYS = 440;
const NEW_DAYS = 28;
/** 5.9: what sells so much in a fortnight can be foreseen within a tenth. */
const MANY_UNITS = 64;
const BREAK_DAYS = 60;

export const SIMPLE = ['naive', 'seasonal', 'mean90'] as const;
export const WAYS = ['ours', ...SIMPLE, 'optimum'] as const;
export type Way = (typeof WAYS)[number];
/** What was asked for in a fortnight, and what each way had said; `optimum` knows the true mean. */
export type Case = { of: string[]; actual: number; said: Record<Way, number>; inRange?: boolean; gone?: { on: Day | undefined; said: StockOut } };

/** Every product of a seed's shop from each origin, and the shop as a whole. */
export function casesOf(seed: number): Case[] {
  const shop = simulateShop(seed, { dayCount: DAYS, newAt: 395 });
  const shelves = new Map(shop.products.map((product, at) => [product, keptByCard(product, { seed: seed * 1_000 + at, to: DAYS })]));
  return ORIGINS.flatMap((origin) => {
    const here = shop.products.filter(({ launched }) => launched < origin);
    const known = here.map((product) => ({ ...product, days: shelves.get(product)?.seen.slice(0, origin - product.launched) ?? [] }));
    const forecasts = forecastShop(known, { today: dayOf(shop, origin), horizon: HORIZON, eventOn });
    const cases = here.map((product, at): Case => {
      const forecast = forecasts[at] as Forecast;
      const actual = fortnight(product.demand, origin);
      return {
        of: [origin - product.launched < NEW_DAYS ? 'new' : product.kind, 'all', forecast.reliability, ...cutsOf(product, origin)],
        actual,
        said: { ours: fortnight(forecast.expected, 0), ...simply(known[at]?.days ?? [], HORIZON), optimum: fortnight(product.truth, origin) },
        ...outcomes(shop, product, { origin, actual, forecast, available: shelves.get(product)?.stocks[origin - product.launched - 1] ?? 0 }),
      };
    });
    return [...cases, together(cases)];
  });
}

function cutsOf({ truth, breaksAt }: SimulatedProduct, origin: number): string[] {
  const cuts: string[] = [];
  if (breaksAt !== undefined && breaksAt <= origin && breaksAt > origin - BREAK_DAYS) cuts.push('broken');
  if (fortnight(truth, origin) >= MANY_UNITS) cuts.push('many');
  return cuts;
}

/** Whether the fortnight fell where four in five should, and when the stock of that morning was gone against when it was said to be. */
function outcomes(shop: SimulatedShop, { demand }: SimulatedProduct, { origin, actual, forecast, available }: { origin: number; actual: number; forecast: Forecast; available: number }): Pick<Case, 'inRange' | 'gone'> {
  const demanded = cumulativeDemand(forecast);
  const inRange = actual >= (demanded.low.at(-1) ?? 0) && actual <= (demanded.high.at(-1) ?? 0);
  if (available === 0) return { inRange };
  let sum = 0;
  const ahead = demand.slice(origin, origin + HORIZON).findIndex((units) => (sum += units) >= available);
  return { inRange, gone: { on: ahead === -1 ? undefined : dayOf(shop, origin + ahead), said: stockOut({ available, today: dayOf(shop, origin) }, demanded) } };
}

const dayOf = ({ days }: SimulatedShop, at: number): Day => days[at]?.date as Day;
const fortnight = (values: readonly number[], from: number): number => values.slice(from, from + HORIZON).reduce((sum, value) => sum + value, 0);

function together(cases: readonly Case[]): Case {
  const sum = (of: (one: Case) => number): number => cases.reduce((total, one) => total + of(one), 0);
  return { of: ['shop'], actual: sum(({ actual }) => actual), said: Object.fromEntries(WAYS.map((way) => [way, sum(({ said }) => said[way])])) as Record<Way, number> };
}
