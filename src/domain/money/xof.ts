/** Francs are whole, and everything one person owes fits a number; the database keeps them as BIGINT, as sums may not. */
export function xof(francs: bigint): number {
  const number = Number(francs);
  if (!Number.isSafeInteger(number)) throw new Error('an amount beyond what a number holds');
  return number;
}

/** Halves go up. */
export const lineXof = (qty: number, unitPriceXof: number): number => Math.floor(qty * unitPriceXof + 0.5);
export const depositXof = (totalXof: number, pct: number): number => Math.ceil((totalXof * pct) / 100);

/** 12 500, as it is written in French and read everywhere. */
export const grouped = (francs: number): string => String(francs).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
