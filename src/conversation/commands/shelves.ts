import type { Choice } from '../../../flows/flow.ts';
import type { DormantsCommands } from '../../../flows/shop/dormants.ts';
import type { ForecastCommands } from '../../../flows/shop/forecast.ts';
import type { ShelvesCommands } from '../../../flows/shop/shelves.ts';
import type { StockOfCommands } from '../../../flows/shop/stock-of.ts';
import type { ToOrderCommands } from '../../../flows/shop/to-order.ts';
import { clockAt, dayAt } from '../../domain/calendar/day.ts';
import { REVIEW_DAYS } from '../../domain/shop/knowing/foresee.ts';
import { dormantOf, healthOf, stateNow, worstFirst } from '../../domain/shop/knowing/health.ts';
import { judgedNow, readShelves, type KnownShelf } from '../../domain/shop/knowing/read-shelves.ts';
import { knownShop } from '../../domain/shop/knowing/know-shop.ts';
import { foretoldOuts, type Foretold } from '../../domain/shop/knowing/stock-outs.ts';
import { totalOf } from '../../domain/shop/knowing/sum.ts';
import { toOrder, totalToOrder, type SupplierNeeds, type ToOrder } from '../../domain/shop/knowing/to-order.ts';
import { plain } from '../../domain/spoken/plain.ts';
import { shownDays } from '../../domain/stock/coverage.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { languageOf, sayer, type Say } from '../../i18n.ts';
import type { Scope } from '../../scope.ts';
import { bySms } from './by-sms.ts';
import type { Handlers } from './handlers.ts';
import { pageFrom } from './pages.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';

type ShelfCommands = ShelvesCommands & Pick<StockOfCommands, 'stock.see'> & ForecastCommands & DormantsCommands & ToOrderCommands;

const DORMANT_DAYS = 60;
/** A text for each supplier, as it may be passed on to them; so many at once. */
const TEXTS_MAX = 5;
const TEXT_LINES_MAX = 12;
/** Kept by who has no supplier. */
const NO_SUPPLIER = 'none';

export const shelfCommands: Handlers<ShelfCommands> = {
  'shelves.see': (scope, { category, after }) => staffWork(scope, 'goods.look', async (business) => {
    await knownShop(business);
    const all = await readShelves(business);
    const within = inCategory(all, category);
    if (within === undefined) return { refused: 'unknown', typed: category, list: categoriesOf(all) };
    const shown = category === '' ? worstFirst(within).filter((shelf) => stateNow(shelf) !== 'fine') : worstFirst(within);
    const { out, low, worthXof, products, unvalued } = healthOf(within);
    const say = wordsFor(scope);
    const health = { products, out, low, worth: unvalued === 0 ? say('report.amount', { amount: worthXof }) : say('shelves.worth', { amount: worthXof, unvalued }), ...momentNow(business) };
    return { health, category: category === '' ? '' : (within[0]?.category ?? ''), what: category !== '' ? 'category' : out + low === 0 ? 'fine' : 'worst', ...pageFrom(shown, after, (shelf) => shelfRow(shelf, scope)) };
  }),
  'stock.see': (scope, { variantId }) => staffWork(scope, 'goods.look', async (business) => {
    await knownShop(business);
    const [shelf] = await readShelves(business, [variantId]);
    return shelf === undefined ? { refused: 'unknown' } : { shelf: shelfNow(shelf, business), acts: actsOn(scope) };
  }),
  'forecast.see': (scope, { after }) => staffWork(scope, 'stock.plan', async (business) => {
    const { reliability, wape, products, day } = await knownShop(business);
    if (products === 0) return { refused: 'none' };
    const shelves = await readShelves(business);
    const outs = foretoldOuts(shelves, business);
    const total = totalToOrder(toOrder(shelves, business));
    const { list, next } = pageFrom(outs, after, (foretold) => outRow(foretold, scope));
    const seen = { outs: outs.length, products: total.products, amount: total.totalXof, suppliers: total.suppliers, reliability, error: wape === undefined ? '?' : String(Math.round(wape * 100)), day };
    return { seen, list: total.products === 0 ? list : [...list, { id: 'toOrder' }], next };
  }),
  'order.suppliers': (scope) => staffWork(scope, 'stock.plan', async (business) => {
    const { products, day } = await knownShop(business);
    if (products === 0) return { refused: 'none' };
    const needs = toOrder(await readShelves(business), business);
    const { totalXof, ...total } = totalToOrder(needs);
    return { total: { ...total, amount: totalXof, day }, suppliers: [...needs.map((need) => supplierRow(need, scope)), ...(scope.who.channel === 'ussd' && needs.length > 0 ? [{ id: 'text', key: '5' }] : [])] };
  }),
  'order.text': (scope) => staffWork(scope, 'stock.plan', async (business) => {
    const needs = toOrder(await readShelves(business), business);
    for (const need of needs.slice(0, TEXTS_MAX)) bySms(scope, business, `toOrder:${need.supplierId || NO_SUPPLIER}`, textOf(need, scope));
    return { texts: Math.min(needs.length, TEXTS_MAX) };
  }),
  'order.lines': (scope, { supplierId, after }) => staffWork(scope, 'stock.plan', async (business) => {
    const need = toOrder(await readShelves(business), business).find((each) => (each.supplierId || NO_SUPPLIER) === supplierId);
    if (need === undefined) return { refused: 'gone' };
    const { list, next } = pageFrom(need.lines, after, (line) => lineRow(line, scope));
    return { supplier: nameOf(need, wordsFor(scope)), amount: need.totalXof, lines: supplierId === NO_SUPPLIER ? list : [...list, { id: 'order' }], next };
  }),
  'order.why': (scope, { variantId }) => staffWork(scope, 'stock.plan', async (business) => {
    const [line] = toOrder(await readShelves(business, [variantId]), business).flatMap(({ lines }) => lines);
    const said = line?.shelf.foreseen;
    if (line === undefined || said === undefined) return { refused: 'gone' };
    const { shelf: { name, unit, unitCostXof, available, onOrder }, units, costXof } = line;
    return { line: { name, unit, units, cost: unitCostXof, amount: costXof, price: unitCostXof > 0 ? 'known' : 'unknown', perDay: tenth(said.perDay), lead: said.leadDays, days: said.leadDays + REVIEW_DAYS, safety: tenth(said.safety), target: tenth(said.target), left: available, coming: onOrder.units } };
  }),
  'dormants.see': (scope, { after }) => staffWork(scope, 'goods.look', async (business) => {
    const today = dayAt(business.now, business.timezone);
    const shelves = await readShelves(business);
    if (shelves.length === 0) return { refused: 'none' };
    const asleep = dormantOf(shelves, today, DORMANT_DAYS);
    return { total: { products: asleep.length, amount: Math.round(totalOf(asleep, ({ worthXof }) => worthXof)), days: DORMANT_DAYS, day: today }, ...pageFrom(asleep, after, (shelf) => dormantRow(shelf, scope)) };
  }),
};

/** A picture is looked at where there is a screen for it; who wants it elsewhere writes « graphique riz ». */
const actsOn = ({ who }: Scope): Choice[] => [{ id: 'sell', key: '1' }, { id: 'in', key: '2' }, ...(who.channel === 'whatsapp' ? [{ id: 'chart', key: '3' }] : [])];

const tenth = (value: number): number => Math.round(value * 10) / 10;
const momentNow = ({ now, timezone }: Business) => ({ day: dayAt(now, timezone), time: clockAt(now, timezone) });
const nameOf = ({ supplier }: SupplierNeeds, say: Say): string => (supplier === '' ? say('toOrder.noSupplier') : supplier);

function shelfNow(shelf: KnownShelf, business: Business) {
  const judged = judgedNow(shelf, business);
  const { on, earliest, latest } = judged?.out ?? {};
  const advised = judged !== undefined && 'units' in judged.advice ? judged.advice.units : 0;
  const outlook = judged === undefined ? 'unknown' : shelf.available <= 0 ? 'gone' : judged.cover === undefined ? 'quiet' : on === undefined ? 'lasts' : latest === undefined ? 'outFrom' : 'out';
  return {
    code: shelf.code, left: shelf.onHand, kept: shelf.reserved, coming: shelf.onOrder.units, free: shelf.available, min: shelf.min ?? 0, price: shelf.priceXof, average: shelf.onHand > 0 ? Math.round(shelf.worthXof / shelf.onHand) : Math.round(shelf.unitCostXof),
    cost: shelf.worthXof > 0 || shelf.unitCostXof > 0 ? 'known' as const : 'unknown' as const, state: stateNow(shelf), ...momentNow(business), outlook, cover: shownDays(judged?.cover ?? 0), on: on ?? '', from: earliest ?? '', to: latest ?? '', advice: advised > 0 ? 'order' : 'none', advised,
  };
}

/** A row of a list: WhatsApp has room beside its name, the others say all in one line. */
function rowOf(scope: Scope, id: string, row: string, beside: string, values: { name: string } & Record<string, unknown>): Choice {
  const say = wordsFor(scope);
  return { id, label: say(scope.who.channel === 'whatsapp' ? 'goods.row' : row, values), hint: say(beside, values) };
}

function shelfRow(shelf: KnownShelf, scope: Scope): Choice {
  const state = stateNow(shelf);
  const say = wordsFor(scope);
  const since = shelf.lastSoldOn === undefined ? say('shelves.never') : say('shelves.sold', { day: shelf.lastSoldOn });
  return rowOf(scope, shelf.variantId, `shelves.row.${state}`, `shelves.beside.${state}`, { name: shelf.name, left: shelf.available, min: shelf.min ?? 0, since });
}

function outRow({ shelf, judged: { out } }: Foretold, scope: Scope): Choice {
  const day = out.on ?? '';
  return rowOf(scope, shelf.variantId, 'forecast.row', out.latest === undefined ? 'forecast.onFrom' : 'forecast.on', { name: shelf.name, day, from: out.earliest ?? day, to: out.latest ?? day });
}

const supplierRow = (need: SupplierNeeds, scope: Scope): Choice =>
  rowOf(scope, need.supplierId || NO_SUPPLIER, 'toOrder.supplier', 'toOrder.needs', { name: nameOf(need, wordsFor(scope)), products: need.lines.length, amount: need.totalXof });

function textOf(need: SupplierNeeds, { who, voice }: Scope): string {
  const say = sayer(voice.texts, languageOf(who.language), 'sms');
  const lines = need.lines.slice(0, TEXT_LINES_MAX).map(({ shelf: { name }, units }) => say('toOrder.textLine', { name, units }));
  return say('toOrder.text', { supplier: nameOf(need, say), amount: need.totalXof, lines: [...lines, ...(need.lines.length > lines.length ? ['...'] : [])].join(', ') });
}

const lineRow = ({ shelf, units, costXof }: ToOrder, scope: Scope): Choice =>
  rowOf(scope, shelf.variantId, shelf.unitCostXof > 0 ? 'toOrder.line' : 'toOrder.lineOnly', shelf.unitCostXof > 0 ? 'toOrder.costs' : 'toOrder.onlyUnits', { name: shelf.name, units, cost: shelf.unitCostXof, amount: costXof });

const dormantRow = (shelf: KnownShelf, scope: Scope): Choice =>
  rowOf(scope, shelf.variantId, 'dormants.row', 'dormants.holds', { name: shelf.name, units: shelf.onHand, amount: Math.round(shelf.worthXof) });

/** Those whose category begins as it was said; nothing where none does. */
function inCategory(all: readonly KnownShelf[], said: string): KnownShelf[] | undefined {
  if (said === '') return [...all];
  const wanted = plain(said);
  const found = all.filter(({ category }) => ` ${plain(category)}`.includes(` ${wanted}`));
  return found.length === 0 ? undefined : found;
}

const categoriesOf = (all: readonly KnownShelf[]) => [...new Set(all.map(({ category }) => category).filter((category) => category !== ''))].sort((one, other) => one.localeCompare(other)).slice(0, 9).map((category) => ({ id: category, label: category }));
