/**
 * What is held of one product and what it cost (CMUP): thousandths of a unit and thousandths of a franc, so that what comes in is exact and the average is
 * only ever divided to be shown. Below zero it is what was sold before it came, at `lastMilliXof`, the cost of a unit when it was last known.
 */
export type Holding = { milli: bigint; milliXof: bigint; lastMilliXof: bigint };
export const EMPTY: Holding = { milli: 0n, milliXof: 0n, lastMilliXof: 0n };

const MILLI = 1_000n;

/** What comes in at what it cost: bought, or returned at what it had left at. `correctionMilliXof` belongs to the cost of sales: what was sold before it came has cost that much more. */
export function enter(held: Holding, milli: bigint, costMilliXof: bigint): { holding: Holding; correctionMilliXof: bigint } {
  const owed = least(milli, -least(held.milli, 0n));
  const booked = owed === 0n ? 0n : portion(-held.milliXof, owed, -held.milli);
  const settled = portion(costMilliXof, owed, milli);
  const holding = { ...held, milli: held.milli + milli, milliXof: held.milliXof + booked + costMilliXof - settled };
  return { holding: { ...holding, lastMilliXof: unitMilliXof(holding) }, correctionMilliXof: settled - booked };
}

/** What leaves, at the average. */
export function leave(held: Holding, milli: bigint): { holding: Holding; costMilliXof: bigint } {
  const holding = adjust(held, -milli);
  return { holding, costMilliXof: held.milliXof - holding.milliXof };
}

/** A count that finds more or less: the average stays. */
export function adjust(held: Holding, milli: bigint): Holding {
  const left = held.milli + milli;
  return { ...held, milli: left, milliXof: held.milli > 0n && left >= 0n ? portion(held.milliXof, left, held.milli) : portion(held.lastMilliXof, left, MILLI) };
}

/** The CMUP, as it is shown. */
export const averageXof = (held: Holding): bigint => portion(unitMilliXof(held), 1n, MILLI);

const unitMilliXof = ({ milli, milliXof, lastMilliXof }: Holding): bigint => (milli > 0n ? portion(milliXof, MILLI, milli) : lastMilliXof);
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const most = (one: bigint, other: bigint): bigint => (one > other ? one : other);

/** `part` of the `whole`, halves away from zero. */
function portion(amount: bigint, part: bigint, whole: bigint): bigint {
  const product = amount * part;
  const halves = (2n * most(product, -product) + whole) / (2n * whole);
  return product < 0n ? -halves : halves;
}
