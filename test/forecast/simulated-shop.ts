import { chance, type Chance } from './chance.ts';
import { EVENTS, simulatedDays, type SimulatedDay } from './simulated-days.ts';

export const KINDS = ['smooth', 'erratic', 'intermittent', 'lumpy'] as const;
export type Kind = (typeof KINDS)[number];
/** `truth` is the mean of each day as only the simulation knows it, `demand` what was asked for; both are 0 before `launched`. */
export type SimulatedProduct = { code: string; category: string; kind: Kind; priceXof: number; leadDays: number; launched: number; breaksAt: number | undefined; truth: number[]; demand: number[] };
export type SimulatedShop = { seed: number; days: SimulatedDay[]; products: SimulatedProduct[] };

const CATEGORIES = ['rice', 'drinks', 'oil', 'soap', 'cloth'];
/** Of each product: how many of a hundred. */
const SHARES: [Kind, number][] = [['smooth', 40], ['erratic', 15], ['intermittent', 25], ['lumpy', 20]];
const NEW_IN_100 = 10;
const BREAKS_IN_100 = 30;
const PROMOTED_IN_100 = 20;

type Season = { weekday: number[]; payday: number; events: Map<string, number> };

/** A shop of a seed: its week, its paydays, its feasts, its bad weeks, and what people ask for each day. `newAt` is the day before which new products were launched. */
export function simulateShop(seed: number, { dayCount, productCount = 50, newAt = dayCount }: { dayCount: number; productCount?: number; newAt?: number }): SimulatedShop {
  const dice = chance(seed);
  const days = simulatedDays(`2025-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`, dayCount);
  const mood = shopMood(dice, dayCount);
  const week = Array.from({ length: 7 }, () => dice.lognormal(1, 0.22));
  if (dice.next() < 0.3) week[0] = 0; // closed on Sundays
  const seasons = new Map(CATEGORIES.map((category) => [category, seasonOf(dice, week)]));
  const products = Array.from({ length: productCount }, (_, at) => simulateProduct(dice, `P${at + 1}`, { days, mood, seasons, newAt }));
  return { seed, days, products };
}

/** What befalls the whole shop: weather that lasts some days, strikes, floods, a building site next door. */
function shopMood(dice: Chance, dayCount: number): number[] {
  let weather = 0;
  const mood = Array.from({ length: dayCount }, () => Math.exp(weather = 0.6 * weather + 0.06 * dice.normal()));
  for (let shock = dice.poisson((2 * dayCount) / 365); shock > 0; shock--) {
    const [start, length] = [dice.whole(0, dayCount - 1), dice.whole(2, 8)];
    const force = dice.next() < 0.7 ? dice.between(0.3, 0.7) : dice.between(1.3, 1.7);
    for (let at = start; at < Math.min(dayCount, start + length); at++) mood[at] = (mood[at] ?? 1) * force;
  }
  return mood;
}

function seasonOf(dice: Chance, week: number[]): Season {
  return {
    weekday: week.map((usual) => usual * dice.lognormal(1, 0.1)),
    payday: dice.between(1.05, 1.45),
    events: new Map(EVENTS.map((name) => [name, dice.next() < 0.5 ? 1 : dice.between(1.2, 2.6)])),
  };
}

type Surroundings = { days: SimulatedDay[]; mood: number[]; seasons: Map<string, Season>; newAt: number };

function simulateProduct(dice: Chance, code: string, { days, mood, seasons, newAt }: Surroundings): SimulatedProduct {
  const category = dice.oneOf(CATEGORIES);
  const season = seasons.get(category) as Season;
  const kind = kindOf(dice.between(0, 100));
  const priceXof = Math.round(dice.lognormal(1_500, 0.8) / 25) * 25 + 25;
  const launched = dice.between(0, 100) < NEW_IN_100 ? newAt - dice.whole(5, 27) : 0;
  const breaksAt = dice.between(0, 100) < (BREAKS_IN_100 * days.length) / 365 ? dice.whole(30, days.length - 1) : undefined;
  const broken = dice.next() < 0.15 ? 0 : dice.next() < 0.5 ? dice.between(0.35, 0.7) : dice.between(1.5, 2.3);
  const own = Array.from({ length: 7 }, () => dice.lognormal(1, 0.12));
  const promotions = promotionsOf(dice, days.length);
  const wander = dice.between(0, 0.012);
  let level = meanOf(kind, dice) * (1_500 / priceXof) ** 0.3;
  const truth = days.map((day, at) => {
    level *= Math.exp(wander * dice.normal());
    const usual = level * (season.weekday[day.weekday] ?? 1) * (own[day.weekday] ?? 1) * (day.payday ? season.payday : 1);
    const shifted = usual * (day.event === undefined ? 1 : season.events.get(day.event) ?? 1) * (promotions[at] ?? 1) * (mood[at] ?? 1);
    return at < launched ? 0 : shifted * (breaksAt !== undefined && at >= breaksAt ? broken : 1);
  });
  return { code, category, kind, priceXof, leadDays: dice.whole(2, 14), launched, breaksAt, truth, demand: truth.map((mean) => askedFor(kind, mean, dice)) };
}

function kindOf(hundredth: number): Kind {
  let upTo = 0;
  return SHARES.find(([, share]) => (upTo += share) > hundredth)?.[0] ?? 'lumpy';
}

/** A shopkeeper's own promotions: nobody tells the forecast of them. */
function promotionsOf(dice: Chance, dayCount: number): number[] {
  const promotions = Array<number>(dayCount).fill(1);
  if (dice.between(0, 100) >= PROMOTED_IN_100) return promotions;
  for (let count = dice.whole(1, 3); count > 0; count--) {
    const start = dice.whole(0, dayCount - 1);
    promotions.fill(dice.between(1.5, 2.5), start, start + dice.whole(4, 7));
  }
  return promotions;
}

const meanOf = (kind: Kind, dice: Chance): number => ({ smooth: Math.max(2.5, dice.lognormal(6, 0.8)), erratic: Math.max(3, dice.lognormal(6, 0.5)), intermittent: dice.between(0.08, 0.6), lumpy: dice.between(0.3, 2) })[kind];

function askedFor(kind: Kind, mean: number, dice: Chance): number {
  if (kind === 'smooth') return dice.negativeBinomial(mean, 12);
  if (kind === 'erratic') return dice.negativeBinomial(mean, 1.3);
  if (kind === 'intermittent') return dice.next() < mean / 1.2 ? 1 + dice.poisson(0.2) : 0;
  const size = 4;
  return dice.next() < mean / size ? Math.max(1, Math.round(dice.gamma(0.9) * (size / 0.9))) : 0;
}
