import type { Told } from '../../flows/shop/report.ts';
import { clockAt } from '../domain/calendar/day.ts';
import { counselOf } from '../domain/shop/knowing/counsel.ts';
import { figuresOf, soldProducts, type Figures, type Period, type SoldProduct } from '../domain/shop/knowing/figures.ts';
import { dormantOf, healthOf, worthByCategory } from '../domain/shop/knowing/health.ts';
import { readShelves, type KnownShelf } from '../domain/shop/knowing/read-shelves.ts';
import { totalOf } from '../domain/shop/knowing/sum.ts';
import type { Margin } from '../domain/stock/margin.ts';
import type { Business } from '../domain/tenants/business.ts';
import type { Say } from '../i18n.ts';
import { percent } from './commands/wording.ts';

export type ReportAsked = { kind: string; period: Period };

const NAMED_MAX = 3;
const BEST_MAX = 10;

/** Every figure of a report in the words of who reads it, whatever it is shown on: five questions, however large the shop. */
export async function tellReport(business: Business, say: Say, { kind, period }: ReportAsked): Promise<Told> {
  const figures = await figuresOf(business, kind === 'counsel' ? 'week' : period);
  const shelves = await readShelves(business);
  const sold = await soldProducts(business, figures.from);
  const nothing = say('report.says.nothing');
  const [first = nothing, second = nothing, third = nothing] = kind === 'counsel' ? counselOf(business, shelves, figures, sold).map(({ kind: which, values }) => say(`report.says.${which}`, values)) : [];
  return {
    title: kind === 'figures' ? say(`report.figuresOf.${period}`) : kind === 'sales' ? say(`report.salesOf.${period}`) : say(`report.title.${kind}`), time: clockAt(business.now, business.timezone),
    ...salesWords(figures, say), ...stockWords(shelves, business, figures, say),
    best: bestWords(sold, say, kind === 'sales' ? BEST_MAX : NAMED_MAX), categories: kind === 'sales' ? soldCategories(sold, say) : worthCategories(shelves, say), first, second, third,
  };
}

const money = (say: Say, amount: number): string => say('report.amount', { amount });
const orUnknown = (say: Say, value: number | undefined, words: (value: number) => string): string => (value === undefined ? say('report.unknown') : words(value));

function salesWords({ from, to, sales, turnoverXof, basketXof, margin, growth, sevenXof, thirtyXof, service, inStock, everSold }: Figures, say: Say) {
  const known = (amount: number): string => (everSold ? money(say, amount) : say('report.unknown'));
  return {
    from, to, sales: String(sales), turnover: known(turnoverXof), seven: known(sevenXof), thirty: known(thirtyXof), trend: growth === undefined ? say('report.noTrend') : percent(say, growth, 'signed'),
    basket: orUnknown(say, basketXof, (amount) => money(say, amount)), margin: margin === undefined && sales > 0 ? say('report.noCost') : margin === undefined ? say('report.unknown') : marginWords(margin, say),
    service: orUnknown(say, service, (share) => percent(say, share)), inStock: orUnknown(say, inStock, (share) => percent(say, share)),
  };
}

function stockWords(shelves: readonly KnownShelf[], business: Business, { to }: Figures, say: Say) {
  const { out, low, worthXof, lastWorthXof, unvalued } = healthOf(shelves);
  const asleep = dormantOf(shelves, to);
  return { out: String(out), low: String(low), worth: unvalued === 0 ? money(say, worthXof) : say('report.worth', { amount: worthXof, unvalued }), lastWorth: money(say, lastWorthXof), asleep: asleep.length === 0 ? say('report.noneAsleep') : say('report.asleep', { products: asleep.length, amount: Math.round(totalOf(asleep, (shelf) => shelf.worthXof)) }) };
}

/** What was sold at a cost that nobody knows is no gain. */
const marginWords = ({ marginXof, share, ofShare }: Margin, say: Say): string =>
  say(ofShare < 1 ? 'report.marginOfPart' : 'report.margin', { amount: marginXof, pct: percent(say, share), part: percent(say, ofShare) });

const bestWords = (sold: readonly SoldProduct[], say: Say, most: number): string =>
  sold.length === 0 ? say('report.unknown') : sold.slice(0, most).map(({ name, revenueXof }) => say('report.best', { name, amount: revenueXof })).join(', ');

function soldCategories(sold: readonly SoldProduct[], say: Say): string {
  const byCategory = [...Map.groupBy(sold, ({ category }) => category)].map(([category, all]) => ({ category, worthXof: totalOf(all, ({ revenueXof }) => revenueXof) })).sort((one, other) => other.worthXof - one.worthXof);
  return listed(byCategory, say);
}

const worthCategories = (shelves: readonly KnownShelf[], say: Say): string => listed(worthByCategory(shelves), say);

const listed = (all: readonly { category: string; worthXof: number }[], say: Say): string =>
  all.length === 0 ? say('report.unknown') : all.map(({ category, worthXof }) => say('report.best', { name: category === '' ? say('report.noCategory') : category, amount: worthXof })).join(', ');
