/** What somebody calls an order by: `42`, `0042`, `#42`, `ORD-2026-0042`, `2026-42`. */
export type OrderRef = { seq: number; year?: number };

/** A space between year and number only behind ORD: two numbers may also be an order and an amount. */
const FULL = /^(?:ord[- ]?(20\d\d)[- ]|(20\d\d)-)(\d{1,7})$/;
const SHORT = /^(?:n°?|no\.?|#)?\s*(\d{1,7})$/;

export function readOrderRef(typed: string): OrderRef | undefined {
  const text = typed.normalize('NFKC').toLowerCase().trim();
  const full = FULL.exec(text);
  if (full !== null) return valid({ year: Number(full[1] ?? full[2]), seq: Number(full[3]) });
  const short = SHORT.exec(text);
  return short === null ? undefined : valid({ seq: Number(short[1]) });
}

const valid = (ref: OrderRef): OrderRef | undefined => (ref.seq > 0 ? ref : undefined);

/** As an order is told everywhere: four digits, more when there are more. */
export const shortNumber = (seq: number): string => String(seq).padStart(4, '0');
export const fullNumber = ({ year, seq }: { year: number; seq: number }): string => `ORD-${year}-${shortNumber(seq)}`;
