import type { Language } from '../../src/i18n.ts';
import type { Day } from '../../src/domain/calendar/day.ts';
import type { Reliability } from '../../src/domain/forecast/reliability.ts';
import type { Earned, Margin } from '../../src/domain/stock/margin.ts';
import type { Letterhead } from '../pdf/letterhead.ts';

/** Who a report is of, in which language, and when its figures were taken. */
export interface ReportOf {
  language: Language;
  business: Letterhead;
  at: Date;
  timezone: string;
}
/** `2026-11` */
export type Month = `${number}-${number}`;
export type StockState = 'out' | 'low' | 'fine' | 'over' | 'dormant';
export type PaidBy = 'cash' | 'credit' | 'mobile_money' | 'other';

/** Quantities are thousandths, `worthMilliXof` what the stock cost in thousandths of a franc: nought of what is there where nobody knows it. */
export interface InventoryRow {
  code: string;
  name: string;
  category?: string;
  supplier?: string;
  unit: string;
  onHandMilli: number;
  minMilli?: number;
  maxMilli?: number;
  priceXof: number;
  worthMilliXof: number;
  state: StockState;
  /** How long it lasts; undefined where no sale is expected. */
  coverageDays?: number;
}
export interface InventoryFigures extends ReportOf {
  rows: readonly InventoryRow[];
}

export interface SoldLine {
  on: Day;
  /** The time of that day there: `19:05`. */
  clock: string;
  sale: string;
  code: string;
  name: string;
  category?: string;
  unit: string;
  qtyMilli: number;
  unitXof: number;
  lineXof: number;
  /** Undefined where nobody knows what it had cost. */
  costXof?: number;
  paidBy: PaidBy;
  by: string;
}
/** The lines of a sale that stands follow one another; they are read once, as they come. */
export interface SalesFigures extends ReportOf {
  from: Day;
  to: Day;
  lines: Iterable<SoldLine> | AsyncIterable<SoldLine>;
}

/** What is undefined is not known yet, and no nought. Shares and rates are parts of one. */
export interface PeriodFigures {
  turnoverXof: number;
  sales: number;
  basketXof?: number;
  margin?: Margin;
  serviceRate?: number;
  stockOuts?: number;
  /** What the stock cost, when the period ended. */
  stockXof?: number;
  /** So many products on the shelf are not in it, as nobody knows what they cost. */
  unvalued?: number;
}
export interface Goal {
  turnoverXof?: number;
  marginShare?: number;
  serviceRate?: number;
  stockOuts?: number;
}
export interface DayTurnover {
  on: Day;
  xof: number;
}
export interface ForecastFigures {
  days: number;
  xof: number;
  lowXof?: number;
  highXof?: number;
  reliability: Reliability;
  /** How many days it was made from. */
  usableDays: number;
  /** By how much it would have erred in the last weeks. */
  wape?: number;
}
export interface MonthlyFigures extends ReportOf {
  month: Month;
  /** The month is not over: it is set beside the same days of the one before. */
  soFar?: boolean;
  /** Undefined where nothing was ever sold. */
  now?: PeriodFigures;
  before?: PeriodFigures;
  goal?: Goal;
  perDay: readonly DayTurnover[];
  best: readonly { name: string; qtyMilli: number; unit: string; xof: number }[];
  stockByCategory: readonly { category?: string; xof: number }[];
  stockOuts: readonly { name: string; days: number }[];
  dormants: readonly { name: string; qtyMilli: number; unit: string; lastSoldOn?: Day; xof: number }[];
  forecast?: ForecastFigures;
}

export interface MonthFigures extends Earned {
  month: Month;
  turnoverXof: number;
  sales: number;
  daysSold: number;
  days: number;
}
export interface BankFigures extends ReportOf {
  /** Oldest first; only those since the first sale. */
  months: readonly MonthFigures[];
  firstSaleOn?: Day;
  stock?: { costXof: number; lastPriceXof: number; products: number; unvalued: number };
  credit?: { xof: number; clients: number; oldestOn?: Day };
}

export interface SalesPicture extends ReportOf {
  perDay: readonly DayTurnover[];
}
/** What was there at the end of each day, oldest first, and what is expected to be: the last day past is today. */
export interface StockPicture extends ReportOf {
  name: string;
  unit: string;
  past: readonly { on: Day; milli: number }[];
  ahead: readonly { on: Day; milli: number }[];
  minMilli?: number;
  goneOn?: Day;
}
