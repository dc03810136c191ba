import { addDays, type Day } from '../calendar/day.ts';

export type Receipt = { on: Day; units: number };
type Outlook = { available: number; today: Day; receipts?: readonly Receipt[] };
/** The units sold by the end of today, of tomorrow and so on: as expected, and as one time in ten falls short of and exceeds. */
export type Demand = { expected: readonly number[]; low: readonly number[]; high: readonly number[] };
export type StockOut = { on: Day | undefined; earliest: Day | undefined; latest: Day | undefined };

const NOTHING = 1e-9;

/** The first day at whose end all that there is and will have come is sold; undefined when the days foreseen leave some. */
export function stockOutDay({ available, today, receipts = [] }: Outlook, sold: readonly number[]): Day | undefined {
  const at = sold.findIndex((units, ahead) => units >= available + received(receipts, addDays(today, ahead)) - NOTHING);
  return at === -1 ? undefined : addDays(today, at);
}

/** The day, and the two between which it falls four times in five. */
export const stockOut = (outlook: Outlook, { expected, low, high }: Demand): StockOut => ({ on: stockOutDay(outlook, expected), earliest: stockOutDay(outlook, high), latest: stockOutDay(outlook, low) });

/** What was due before today and has not come is taken to come today. */
const received = (receipts: readonly Receipt[], by: Day): number => receipts.reduce((sum, { on, units }) => (on <= by ? sum + units : sum), 0);
