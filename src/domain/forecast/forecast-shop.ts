import { addDays, type Day } from '../calendar/day.ts';
import { chooseMethod, meanErrors } from './choose-method.ts';
import type { DemandClass } from './classify.ts';
import { dayKinds, type DayKind } from './day-kind.ts';
import { factorOf, NO_EFFECTS, type Effects } from './effects.ts';
import { wape } from './error-measures.ts';
import { knowProduct, type Known, type Product } from './know-product.ts';
import { learnEffects } from './learn-effects.ts';
import { LEVELS, meanLevel, type Method } from './levels.ts';
import { newLevel, type Peer } from './new-product.ts';
import { levelError } from './level-error.ts';
import { reliability, type Reliability } from './reliability.ts';
import { shockedDays } from './shocked-days.ts';
import { usualTogether, without } from './usual-together.ts';

export type Ahead = { today: Day; horizon: number; eventOn: (day: Day) => string | undefined };
export type Forecast = {
  code: string;
  demandClass: DemandClass | 'new';
  method: Method | 'likeOthers';
  /** Day by day, from today on. */
  expected: number[];
  perDay: number;
  /** How much more than by chance the sales of a day vary. */
  dispersion: number;
  /** By how much the level may be wrong, as a part of it. */
  levelError: number;
  usableDays: number;
  wape: number | undefined;
  reliability: Reliability;
  /** Since when its sales are of another size than before. */
  brokeOn: Day | undefined;
};
type Settled = { known: Known; level: number; method: Forecast['method']; dispersion: number };

const HISTORY_MAX = 365;
/** What reliability is stated for. */
const FORTNIGHT = 15;

/** What each product of a shop will sell: those of a category teach one another their week, their paydays and their feasts. */
export function forecastShop(products: readonly Product[], { today, horizon, eventOn }: Ahead): Forecast[] {
  const recent = products.map((product) => ({ ...product, days: product.days.slice(-HISTORY_MAX) }));
  const longest = Math.max(0, ...recent.map(({ days }) => days.length));
  const first = addDays(today, -longest);
  const kinds = dayKinds(first, longest + horizon, eventOn);
  const { effects, shocked } = learnShop(recent, kinds, longest);
  const known = recent.map((product) => {
    const before = longest - product.days.length;
    return knowProduct(product, { kinds: kinds.slice(before), category: effects.get(product.category) ?? NO_EFFECTS, shocked: (at) => shocked.has(before + at) });
  });
  return settle(known).map((settled) => toldOf(settled, kinds.slice(longest), today));
}

/** How the days of each category differ, learned again without the days that befell the whole shop. */
function learnShop(products: readonly Product[], kinds: readonly DayKind[], longest: number): { effects: Map<string, Effects>; shocked: ReadonlySet<number> } {
  const together = new Map([...Map.groupBy(products, ({ category }) => category)].map(([category, all]) => [category, usualTogether(all.map(({ days }) => days), longest)]));
  const learned = (skip: ReadonlySet<number>): Map<string, Effects> => new Map([...together].map(([category, sales]) => [category, learnEffects(without(sales, skip), kinds)]));
  const shocked = shockedDays(together, learned(new Set()), kinds);
  return { effects: learned(shocked), shocked };
}

/** The old ones by the way that served their class, the new ones by the old ones of their category. */
function settle(known: readonly Known[]): Settled[] {
  const ofClass = Map.groupBy(known, ({ demandClass }) => demandClass);
  const like = new Map([...ofClass].map(([demandClass, all]) => [demandClass, meanErrors(all.flatMap(({ errors }) => errors ?? []))]));
  const peers = new Map<string, Peer[]>();
  const old = new Map<Known, Settled>();
  for (const one of known.filter(({ demandClass }) => demandClass !== 'new')) {
    const method = chooseMethod(one.errors, like.get(one.demandClass));
    const level = LEVELS[method](one.recent);
    old.set(one, { known: one, method, level, dispersion: one.dispersion });
    const { category, priceXof } = one.product;
    peers.set(category, [...(peers.get(category) ?? []), { priceXof, level, dispersion: one.dispersion }]);
  }
  return known.map((one) => old.get(one) ?? { known: one, method: 'likeOthers', ...asNew(one, peers.get(one.product.category) ?? []) });
}

const asNew = ({ product, recent, usableDays, dispersion }: Known, peers: readonly Peer[]): { level: number; dispersion: number } =>
  newLevel({ priceXof: product.priceXof, level: meanLevel(recent), dispersion, usableDays }, peers);

function toldOf({ known, level, method, dispersion }: Settled, ahead: readonly DayKind[], today: Day): Forecast {
  const { product, demandClass, effects, usableDays, tried, brokeAt } = known;
  const expected = ahead.map((kind) => level * factorOf(effects, kind));
  const perDay = expected.reduce((sum, units) => sum + units, 0) / Math.max(1, expected.length);
  const erred = method === 'likeOthers' ? undefined : wape(tried[method]);
  return {
    code: product.code, demandClass, method, expected, perDay, dispersion, levelError: levelError(level, dispersion, known.recent), usableDays, wape: erred,
    reliability: reliability({ usableDays, expectedUnits: perDay * FORTNIGHT, wape: erred }),
    brokeOn: brokeAt === undefined ? undefined : addDays(today, brokeAt - product.days.length),
  };
}
