import { dayAt } from '../../calendar/day.ts';
import type { Reliability } from '../../forecast/reliability.ts';
import type { Business } from '../../tenants/business.ts';
import { knownShop } from './know-shop.ts';
import { readShelves } from './read-shelves.ts';
import { foretoldOuts } from './stock-outs.ts';
import { toOrder, totalToOrder } from './to-order.ts';

/** Named in a message of one part. */
const NAMED_MAX = 3;
const NAME_CHARS = 14;

/** What the owners of a shop find on Monday morning: what will run out, what to order and how far that can be leaned on. Nothing where there is nothing. */
export async function mondayForecast(business: Business): Promise<void> {
  const { id, now, timezone, notices } = business;
  const { reliability, wape, products } = await knownShop(business);
  const shelves = products === 0 ? [] : await readShelves(business);
  const outs = foretoldOuts(shelves, business);
  const orders = totalToOrder(toOrder(shelves, business));
  if (outs.length + orders.products === 0) return;
  const named = outs.slice(0, NAMED_MAX).map(({ shelf, judged }) => `${beginningOf(shelf.name)} ${shown(judged.out.on ?? '')}`);
  const total = { amount: orders.totalXof, suppliers: orders.suppliers };
  const foretold = { ...total, outs: outs.length, names: [...named, ...(outs.length > NAMED_MAX ? ['...'] : [])].join(', ') };
  notices.push({
    key: `forecast:${id}:${dayAt(now, timezone)}`, to: { owners: true }, purpose: 'report', what: outs.length === 0 ? 'forecastCalm' : WHAT[reliability],
    values: outs.length === 0 ? total : reliability === 'low' || wape === undefined ? foretold : { ...foretold, error: Math.round(wape * 100) },
    offers: [{ verb: 'forecast', line: 'prevision' }, { verb: 'toOrder', line: 'a commander' }],
  });
}

const WHAT: Record<Reliability, string> = { high: 'forecastHigh', medium: 'forecastMedium', low: 'forecastLow' };
const shown = (day: string): string => day.replace(/^\d{4}-(\d\d)-(\d\d)$/, '$2/$1');

/** As many of its words as there is room for. */
function beginningOf(name: string): string {
  if (name.length <= NAME_CHARS) return name;
  const space = name.slice(0, NAME_CHARS + 1).lastIndexOf(' ');
  return name.slice(0, space > 1 ? space : NAME_CHARS);
}
