/** Quantities are whole thousandths of a unit, so that what comes and goes sums to what is there; the database keeps them as decimals. */
export type Milli = number;

type Kept = { toString: () => string };

export const milliOf = (kept: Kept): Milli => Math.round(Number(kept.toString()) * 1_000);
export const keptQty = (milli: Milli): string => (milli / 1_000).toFixed(3);

/** 2.5, as the formatter of sentences takes it. */
export const pieces = (milli: Milli): number => milli / 1_000;

/** Halves go up: a price by the kilo may make half a franc. */
export const lineOf = (milli: Milli, unitXof: number): number => Math.floor((milli * unitXof) / 1_000 + 0.5);

/** Costs are thousandths of a franc, as moving-average.ts counts them. */
export const milliXofOf = (kept: Kept): bigint => {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(kept.toString()) ?? [];
  return BigInt(`${sign}${whole}${part.padEnd(3, '0').slice(0, 3)}`);
};
export const keptCost = (milliXof: bigint): string => {
  const digits = String(milliXof < 0n ? -milliXof : milliXof).padStart(4, '0');
  return `${milliXof < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
};
/** To the nearest franc, halves away from zero. */
export const francs = (milliXof: bigint): number => Number((milliXof * 2n + (milliXof < 0n ? -1_000n : 1_000n)) / 2_000n);
export const costOf = (milli: Milli, unitXof: number): bigint => BigInt(milli) * BigInt(unitXof);
