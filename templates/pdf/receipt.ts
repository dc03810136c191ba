import type { i18n } from 'i18next';
import { sayer, type Say } from '../../src/i18n.ts';
import { amount, remainingKey } from './amount.ts';
import { drawLetterhead } from './letterhead.ts';
import { heightOf, INK, MARGIN, openPaper, type Paper, type Style } from './paper.ts';
import type { ReceiptData } from './receipt-data.ts';
import { drawLines } from './receipt-lines.ts';
import { drawSums } from './receipt-sums.ts';

const LABEL: Style = { size: 8, color: INK.quiet };
const VALUE: Style = { size: 10.5, bold: true };
/** What is paid stays on the first page, however long a name is. */
const NAME_LINES = 4;
const BOX_HEIGHT = 86;
const PADDING = 14;

/** What a client keeps of a payment. It is no invoice for the tax office, and says so on each page. */
export async function drawReceipt(texts: i18n, data: ReceiptData): Promise<Buffer> {
  const say = sayer(texts, data.language, 'paper');
  const { business, receiptNumber, language, at } = data;
  const paper = openPaper({ title: `${say('receipt.title')} ${receiptNumber}`, author: business.name, language, at });
  let y = drawLetterhead(paper, say, business);
  y = drawTitle(paper, say, data, y + 12);
  if (data.isVoid) y = drawVoid(paper, say, y + 6);
  y = drawFacts(paper, say, data, y + 8);
  y = drawPaid(paper, say, data, y + 12);
  if (data.method === 'declared') y = drawDoubt(paper, say, y + 6);
  y = drawLines(paper, say, data, y + 16);
  drawSums(paper, say, data, y);
  drawFeet(paper, say, data);
  return paper.finish();
}

const widthOf = ({ doc }: Paper) => doc.page.width - 2 * MARGIN;

function drawTitle(paper: Paper, say: Say, { receiptNumber }: ReceiptData, y: number): number {
  const width = widthOf(paper);
  paper.write(say('receipt.title'), { x: MARGIN, y, width: width * 0.68 }, { size: 13, bold: true });
  paper.write(receiptNumber, { x: MARGIN + width * 0.7, y, width: width * 0.3 }, { size: 13, bold: true, align: 'right' });
  return y + heightOf(1, { size: 13 });
}

function drawFacts(paper: Paper, say: Say, { clientName, orderNumber, language, at, timezone }: ReceiptData, y: number): number {
  const half = widthOf(paper) / 2 - 8;
  const right = MARGIN + half + 16;
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: timezone }).format(at);
  const below = y + heightOf(1, LABEL);
  paper.write(say('receipt.client'), { x: MARGIN, y, width: half }, LABEL);
  paper.write(say('receipt.date'), { x: right, y, width: half }, LABEL);
  const left = paper.wrap(clientName, { x: MARGIN, y: below, width: half }, VALUE, NAME_LINES);
  const dated = paper.wrap(day, { x: right, y: below, width: half }, { size: VALUE.size });
  return Math.max(left, paper.wrap(say('receipt.order', { number: orderNumber }), { x: right, y: dated, width: half }, { size: VALUE.size }));
}

/** First and large: what was paid, then what is still owed. */
function drawPaid(paper: Paper, say: Say, { paidNowXof, remainingXof, method }: ReceiptData, y: number): number {
  const width = widthOf(paper);
  const paid = { x: MARGIN + PADDING, width: width * 0.6 - PADDING };
  const rest = { x: MARGIN + width * 0.63, width: width * 0.37 - PADDING };
  paper.doc.roundedRect(MARGIN, y, width, BOX_HEIGHT, 6).fill(INK.pale);
  paper.write(say('receipt.paid'), { ...paid, y: y + 12 }, { size: 9, color: INK.brand });
  paper.write(amount(paidNowXof), { ...paid, y: y + 26 }, { size: 30, bold: true, color: INK.brand });
  paper.write(say(`receipt.method.${method}`), { ...paid, y: y + 62 }, { size: 10 });
  paper.write(say(remainingKey(remainingXof)), { ...rest, y: y + 12 }, { size: 9, color: INK.quiet, align: 'right' });
  paper.write(amount(Math.abs(remainingXof)), { ...rest, y: y + 36 }, { size: 17, bold: true, align: 'right' });
  return y + BOX_HEIGHT;
}

const drawDoubt = (paper: Paper, say: Say, y: number): number => drawWarning(paper, { head: say('receipt.declared'), why: say('receipt.declaredWhy') }, 9, y);
/** Above all else, for a paper is shown to others. */
const drawVoid = (paper: Paper, say: Say, y: number): number => drawWarning(paper, { head: say('receipt.void'), why: say('receipt.voidWhy') }, 20, y);

function drawWarning(paper: Paper, { head, why }: { head: string; why: string }, size: number, y: number): number {
  const inside = { x: MARGIN + PADDING, width: widthOf(paper) - 2 * PADDING };
  const [large, small] = [{ size, color: INK.warn, bold: true }, { size: 9, color: INK.warn }];
  const below = y + 7 + heightOf(1, large);
  const height = below - y + heightOf(paper.lines(why, inside.width, small).length, small) + 5;
  paper.doc.roundedRect(MARGIN, y, widthOf(paper), height, 6).fill(INK.warnPale);
  paper.write(head, { ...inside, y: y + 7 }, large);
  paper.wrap(why, { ...inside, y: below }, small);
  return y + height;
}

/** Number and nature of the paper on each page: pages get separated. */
function drawFeet(paper: Paper, say: Say, { business, receiptNumber, isVoid }: ReceiptData): void {
  const { count } = paper.doc.bufferedPageRange();
  const style = { size: 8, color: INK.quiet };
  const width = widthOf(paper);
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    const y = paper.doc.page.height - 28;
    paper.doc.moveTo(MARGIN, y - 6).lineTo(MARGIN + width, y - 6).lineWidth(0.5).stroke(INK.line);
    paper.write([business.code, receiptNumber, ...(isVoid ? [say('receipt.void')] : []), say('receipt.title')].join(' · '), { x: MARGIN, y, width: width * 0.85 }, style);
    paper.write(`${page + 1}/${count}`, { x: MARGIN + width * 0.87, y, width: width * 0.13 }, { ...style, align: 'right' });
  }
}
