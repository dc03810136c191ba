import { addDays, dayAt, type Day } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import type { Health } from '../knowing/health.ts';
import { totalOf } from '../knowing/sum.ts';
import { bestProducts, type BestProduct } from './best-products.ts';
import { salesDays, type SalesDay } from './sales-days.ts';
import { stockHealth } from './stock-health.ts';

/** `perDayXof`: over all its days, those without a sale too. */
export type Span = { sales: number; turnoverXof: number; marginXof: number; basketXof: number | undefined; perDayXof: number };
/** `at`: when what is not live was counted. */
export type Dashboard = { today: Span; week: Span; month: Span; days: SalesDay[]; best: BestProduct[]; health: Health; at: Date };

const WEEK = 7;
const MONTH = 30;
const BEST = 10;

/** One shop at a glance: sales as of now, shelves as of the last count. Three questions, however long its past. */
export async function readDashboard(business: Business): Promise<Dashboard> {
  const today = dayAt(business.now, business.timezone);
  const days = await salesDays(business, MONTH);
  const best = await bestProducts(business, BEST);
  return { today: spanOf(days, today, 1), week: spanOf(days, today, WEEK), month: spanOf(days, today, MONTH), days, best, ...(await stockHealth(business)) };
}

function spanOf(days: readonly SalesDay[], today: Day, count: number): Span {
  const within = days.filter(({ on }) => on > addDays(today, -count));
  const [sales, turnoverXof] = [totalOf(within, (day) => day.sales), totalOf(within, (day) => day.turnoverXof)];
  return { sales, turnoverXof, marginXof: totalOf(within, (day) => day.marginXof), basketXof: sales === 0 ? undefined : Math.round(turnoverXof / sales), perDayXof: Math.round(turnoverXof / count) };
}
