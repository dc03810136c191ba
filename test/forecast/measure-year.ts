import type { Day } from '../../src/domain/calendar/day.ts';
import { forecastShop } from '../../src/domain/forecast/forecast-shop.ts';
import { seededRandom } from '../../src/domain/forecast/random.ts';
import { abcClasses, type AbcClass } from '../../src/domain/stock/abc.ts';
import { leadTime } from '../../src/domain/stock/lead-time.ts';
import { recommendedQuantity } from '../../src/domain/stock/recommended-quantity.ts';
import { SERVICE_TARGETS } from '../../src/domain/stock/stock-targets.ts';
import { targetStock } from '../../src/domain/stock/target-stock.ts';
import { byCard, keptByCard, type Card, type Shelf } from './shopkeeper.ts';
import { eventOn } from './simulated-days.ts';
import { simulateShop, type SimulatedProduct, type SimulatedShop } from './simulated-shop.ts';

/** Half a year to learn from, then the year that is measured. */
const LEARNT = 182;
const DAYS = LEARNT + 365;
const REVIEW_DAYS = 7;
const HORIZON = 30;
const PAST_DAYS = 180;
/** Of the price: what the shop paid. */
const COST_SHARE = 0.8;
/** How many days beyond the delivery the fixed cards hold back, each its own rule. */
const CARD_DAYS = [3, 7, 10, 14, 21];

export type Year = { rule: string; asked: number; served: number; daysOut: number; productDays: number; stockXof: number };
type Placed = { product: SimulatedProduct; shelf: Shelf };
/** What each product is short of, in the evening of a day. */
type Rule = (at: number, shelves: readonly Placed[]) => number[];

/** The year of one shop under our recommendations and under cards written once from its first half year; both are looked at every evening. */
export function yearsOf(seed: number): Year[] {
  const shop = simulateShop(seed, { dayCount: DAYS + 1, newAt: LEARNT - 10 });
  const products = shop.products.filter(({ launched }) => launched === 0);
  const learnt = products.map((product, at) => keptByCard(product, { seed: seed * 1_000 + at, to: LEARNT }).seen);
  const ours = live({ ...shop, products }, 'ours', recommended(shop, abcOf(products)));
  return [ours, ...CARD_DAYS.map((days) => live({ ...shop, products }, `card ${days} days`, fixedCards(products, learnt.map((seen) => meanOf(seen.map(({ sold }) => sold))), days)))];
}

function live({ seed, products }: SimulatedShop, name: string, rule: Rule): Year {
  const shelves = products.map((product, at) => ({ product, shelf: keptByCard(product, { seed: seed * 1_000 + at, to: LEARNT }) }));
  for (let at = LEARNT; at < DAYS; at++) {
    for (const { shelf } of shelves) shelf.live(at);
    for (const [one, units] of rule(at, shelves).entries()) shelves[one]?.shelf.order(at, units);
  }
  const year: Year = { rule: name, asked: 0, served: 0, daysOut: 0, productDays: 0, stockXof: 0 };
  for (const { product, shelf } of shelves) {
    for (let at = LEARNT; at < DAYS; at++) {
      year.asked += product.demand[at] ?? 0;
      year.served += shelf.seen[at]?.sold ?? 0;
      year.daysOut += (shelf.stocks[at] ?? 0) === 0 ? 1 : 0;
      year.productDays += 1;
      year.stockXof += ((shelf.stocks[at] ?? 0) * product.priceXof * COST_SHARE) / (DAYS - LEARNT);
    }
  }
  return year;
}

/** Each week a card is written anew: order when what is there and coming would not last until a delivery ordered tomorrow, up to what lasts a week longer. */
const recommended = ({ seed, days }: SimulatedShop, abc: ReadonlyMap<string, AbcClass>): Rule => {
  const random = seededRandom(seed);
  let cards: Card[] = [];
  return (at, shelves) => {
    if ((at - LEARNT) % REVIEW_DAYS === 0) {
      const forecasts = forecastShop(shelves.map(({ product, shelf }) => ({ ...product, days: shelf.seen })), { today: days[at + 1]?.date as Day, horizon: HORIZON, eventOn });
      cards = forecasts.map((forecast, one) => {
        const { product, shelf } = shelves[one] as Placed;
        const past = shelf.seen.filter(({ inStock }) => inStock >= 0.5).slice(-PAST_DAYS).map(({ sold, lost }) => sold + lost);
        const need = { forecast, lead: leadTime(shelf.took, product.leadDays), target: SERVICE_TARGETS[abc.get(product.code) ?? 'C'], past, random };
        return { least: targetStock({ ...need, reviewDays: 1 }), most: targetStock({ ...need, reviewDays: REVIEW_DAYS }) };
      });
    }
    return shelves.map(({ shelf }, one) => {
      const { least, most } = cards[one] as Card;
      return shelf.position() < least ? recommendedQuantity(most, shelf.position()) : 0;
    });
  };
};

function fixedCards(products: readonly SimulatedProduct[], perDay: readonly number[], beyond: number): Rule {
  const cards = products.map(({ leadDays }, at): Card => {
    const daily = perDay[at] ?? 0;
    const least = Math.max(1, daily * (leadDays + beyond));
    return { least, most: least + Math.max(1, daily * REVIEW_DAYS) };
  });
  return (_, shelves) => shelves.map(({ shelf }, one) => byCard(shelf.position(), cards[one] as Card));
}

const abcOf = (products: readonly SimulatedProduct[]): Map<string, AbcClass> => abcClasses(products.map(({ code, demand, priceXof }) => ({ code, revenueXof: meanOf(demand.slice(0, LEARNT)) * priceXof })));
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
