import { shortNumber } from '../spoken/order-number.ts';

/** What a receipt is called on the paper, and as a file. */
export function receiptNumber({ year, seq }: { year: number; seq: number }): { number: string; fileName: string } {
  const rest = `${year}-${shortNumber(seq)}`;
  return { number: `R-${rest}`, fileName: `recu-${rest}.pdf` };
}
