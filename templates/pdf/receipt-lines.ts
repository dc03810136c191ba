import type { Say } from '../../src/i18n.ts';
import { amount } from './amount.ts';
import { heightOf, INK, MARGIN, roomFor, type Paper, type Place, type Style } from './paper.ts';
import type { ReceiptData } from './receipt-data.ts';

const HEAD: Style = { size: 8, color: INK.quiet };
const BODY: Style = { size: 9.5 };
const GAP = 6;
const WIDTHS = { qty: 34, unit: 68, sum: 74 };
/** A row is not parted between two pages unless it is longer than this. */
const ROW_TOGETHER = 120;

/** What was ordered, line by line and over as many pages as it takes; answers where it ends. */
export function drawLines(paper: Paper, say: Say, { lines, language }: Pick<ReceiptData, 'lines' | 'language'>, from: number): number {
  const numbers = new Intl.NumberFormat(language);
  const again = (y: number) => drawHead(paper, say, y);
  let y = again(from);
  for (const { description, qty, unitXof, lineXof } of lines) {
    const told = paper.lines(description, cells(paper, y).what.width, BODY);
    const height = heightOf(told.length, BODY);
    y = roomFor(paper, y, height <= ROW_TOGETHER ? height : 0, again);
    for (const [i, text] of told.entries()) {
      y = roomFor(paper, y, heightOf(1, BODY), again);
      drawRow(paper, y, i === 0 ? [text, numbers.format(qty), amount(unitXof), amount(lineXof)] : [text], BODY);
      y += heightOf(1, BODY);
    }
    y = drawRule(paper, y + 3);
  }
  return y;
}

function drawHead(paper: Paper, say: Say, y: number): number {
  drawRow(paper, y, [say('receipt.lines.what'), say('receipt.lines.qty'), say('receipt.lines.unit'), say('receipt.lines.sum')], HEAD);
  return drawRule(paper, y + heightOf(1, HEAD) + 3);
}

function drawRow(paper: Paper, y: number, [what = '', ...numbers]: string[], style: Style): void {
  const { what: first, qty, unit, sum } = cells(paper, y);
  paper.write(what, first, style);
  for (const [i, place] of [qty, unit, sum].entries()) if (numbers[i] !== undefined) paper.write(numbers[i], place, { ...style, align: 'right' });
}

/** The columns, from the right: what is told takes what the numbers leave. */
function cells({ doc }: Paper, y: number): Record<'what' | 'qty' | 'unit' | 'sum', Place> {
  const sum = { x: doc.page.width - MARGIN - WIDTHS.sum, y, width: WIDTHS.sum };
  const unit = { x: sum.x - GAP - WIDTHS.unit, y, width: WIDTHS.unit };
  const qty = { x: unit.x - GAP - WIDTHS.qty, y, width: WIDTHS.qty };
  return { what: { x: MARGIN, y, width: qty.x - GAP - MARGIN }, qty, unit, sum };
}

function drawRule({ doc }: Paper, y: number): number {
  doc.moveTo(MARGIN, y).lineTo(doc.page.width - MARGIN, y).lineWidth(0.5).stroke(INK.line);
  return y + 5;
}
