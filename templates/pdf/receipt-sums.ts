import type { Say } from '../../src/i18n.ts';
import { amount, remainingKey } from './amount.ts';
import { heightOf, INK, MARGIN, roomFor, type Paper, type Style } from './paper.ts';
import type { ReceiptData } from './receipt-data.ts';

const SUM: Style = { size: 10 };
const ROW = heightOf(1, SUM) * 1.1;

/** How it adds up, on one page. */
export function drawSums(paper: Paper, say: Say, { totalXof, paidBeforeXof, paidNowXof, remainingXof }: ReceiptData, from: number): void {
  const width = paper.doc.page.width - 2 * MARGIN;
  const rows: [string, number, boolean][] = [
    ['receipt.sums.total', totalXof, true],
    ...(paidBeforeXof === 0 ? [] : [['receipt.sums.before', paidBeforeXof, false] satisfies [string, number, boolean]]),
    ['receipt.sums.now', paidNowXof, false],
    [remainingKey(remainingXof), Math.abs(remainingXof), true],
  ];
  let y = roomFor(paper, from + 4, (rows.length + 3) * ROW);
  for (const [key, xof, bold] of rows) {
    paper.write(say(key), { x: MARGIN + width * 0.3, y, width: width * 0.4 }, { ...SUM, bold, align: 'right' });
    paper.write(amount(xof), { x: MARGIN + width * 0.72, y, width: width * 0.28 }, { ...SUM, bold, align: 'right' });
    y += ROW;
  }
  paper.write(say('receipt.thanks'), { x: MARGIN, y: y + ROW, width }, { ...SUM, color: INK.brand, align: 'center' });
}
