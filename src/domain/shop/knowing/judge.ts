import { clockAt, dayAt, daysBetween, type Day } from '../../calendar/day.ts';
import { cumulativeDemand } from '../../forecast/cumulative-demand.ts';
import { advise, type Advice } from '../../stock/advice.ts';
import { coverageDays } from '../../stock/coverage.ts';
import { openLeft } from '../../stock/open-hours.ts';
import { stockOut, type StockOut } from '../../stock/stock-out.ts';
import type { Business } from '../../tenants/business.ts';
import type { Foreseen } from './foresee.ts';
import type { OnOrder } from './on-order.ts';
import { minutesOf, openingMinutes } from './opening-hours.ts';

/** A shelf in pieces, as it is now. */
export type ShelfNow = { onHand: number; reserved: number; onOrder: OnOrder; maxStock: number | undefined; packSize: number; minOrder: number; unitCostXof: number; lastSoldOn: Day | undefined; lastEntryOn: Day };
/** Now, there: `openLeft` is the share of today's opening hours still to come. */
export type Moment = { today: Day; openLeft: number };
/** `cover`: days that it lasts; undefined where no sale is expected. */
export type Judged = { cover: number | undefined; out: StockOut; advice: Advice };

export const momentOf = ({ now, timezone, settings }: Pick<Business, 'now' | 'timezone' | 'settings'>): Moment => ({ today: dayAt(now, timezone), openLeft: openLeft(minutesOf(clockAt(now, timezone)), openingMinutes(settings)) });

const HORIZON = 15;

/** What the last night's forecast means for what is on the shelf now. `day`: that night. */
export function judge(shelf: ShelfNow, foreseen: Pick<Foreseen, 'expected' | 'dispersion' | 'levelError' | 'perDay' | 'target'>, day: Day, { today, openLeft: left }: Moment): Judged {
  const available = shelf.onHand - shelf.reserved;
  const expected = foreseen.expected.slice(Math.max(0, daysBetween(day, today))).slice(0, HORIZON);
  const perDay = foreseen.perDay;
  return {
    cover: coverageDays(available, perDay),
    out: perDay > 0 ? stockOut({ available, today, receipts: shelf.onOrder.receipts }, cumulativeDemand({ ...foreseen, expected }, left)) : { on: undefined, earliest: undefined, latest: undefined },
    advice: adviceFor(shelf, foreseen.target, today),
  };
}

/** What to order of it today, or why nothing. */
export const adviceFor = ({ onHand, reserved, onOrder, maxStock, packSize, minOrder, unitCostXof, lastSoldOn, lastEntryOn }: ShelfNow, target: number, today: Day): Advice => advise({
  target, position: onHand - reserved + onOrder.units, today, unitCostXof,
  terms: { packSize, minimum: minOrder, ...(maxStock === undefined ? {} : { maxStock }) },
  shelf: { onHand, lastEntryOn, ...(lastSoldOn === undefined ? {} : { lastSoldOn }) },
});
