import type { i18n } from 'i18next';
import type { Say } from '../../src/i18n.ts';
import { amount } from '../pdf/amount.ts';
import { INK } from '../pdf/paper.ts';
import { drawColumns } from './charts/columns.ts';
import { drawCurve } from './charts/curve.ts';
import type { Pen } from './charts/pen.ts';
import type { ReportOf, SalesPicture, StockPicture } from './figures.ts';
import { openPicture } from './picture/picture-pen.ts';
import { dayWords, momentWords, quantity, reportSayer } from './report-words.ts';

/** What a telephone shows across its screen, with letters that can be read there. */
const SIZE = { width: 320, height: 212, scale: 3 };
const EDGE = 10;
const CHART = { x: EDGE, y: 52, width: SIZE.width - 2 * EDGE, height: SIZE.height - 66 };
const LETTERS = { size: 8.5, color: INK.quiet };

/** What the last days brought in, as a picture for a conversation. */
export function drawSalesPicture(texts: i18n, figures: SalesPicture): Buffer {
  const say = reportSayer(texts, figures);
  const { pen, finish } = openPicture(SIZE);
  const { perDay, language } = figures;
  const total = perDay.reduce((sum, { xof }) => sum + xof, 0);
  drawWords(pen, say, figures, say('reports.picture.sales', { count: perDay.length }), perDay.length === 0 ? say('reports.nothing') : amount(total));
  if (perDay.length > 0) drawColumns(pen, CHART, { language, columns: perDay.map(({ on, xof }) => ({ name: shortDay(on), value: xof })), style: LETTERS });
  return finish();
}

/** How a stock has gone and is expected to go, and the day it is likely gone. */
export function drawStockPicture(texts: i18n, figures: StockPicture): Buffer {
  const say = reportSayer(texts, figures);
  const { pen, finish } = openPicture(SIZE);
  const { name, unit, past, ahead, minMilli, goneOn, language } = figures;
  const last = past.at(-1);
  drawWords(pen, say, figures, `${name} (${unit})`, last === undefined ? say('reports.nothing') : [say('reports.picture.left', { qty: quantity(language, last.milli) }), ...outlook(say, figures)].join(' · '));
  if (last === undefined) return finish();
  const days = [...past, ...ahead];
  const at = days.findIndex(({ on }) => on === goneOn);
  drawCurve(pen, CHART, {
    language, points: days.map(({ on, milli }) => ({ name: shortDay(on), value: milli / 1_000 })), known: past.length, style: LETTERS,
    ...(minMilli === undefined ? {} : { least: minMilli / 1_000 }),
    ...(at === -1 ? {} : { mark: { at, words: say('reports.picture.mark', { day: shortDay(days[at]?.on ?? '') }) } }),
  });
  return finish();
}

/** Where no night has foreseen it yet, nothing is said of what comes. */
function outlook(say: Say, { ahead, goneOn, language }: StockPicture): string[] {
  if (goneOn !== undefined) return [say('reports.picture.gone', { day: dayWords(language, goneOn) })];
  return ahead.length === 0 ? [] : [say('reports.picture.notGone', { count: ahead.length })];
}

/** 21/11 */
const shortDay = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;

function drawWords(pen: Pen, say: Say, figures: ReportOf, title: string, value: string): void {
  const width = SIZE.width - 2 * EDGE;
  pen.fill({ x: 0, y: 0, width: SIZE.width, height: 3 }, INK.brand);
  pen.text(title, { x: EDGE, y: 9, width }, { size: 11, bold: true });
  pen.text(value, { x: EDGE, y: 25, width }, { size: 13, bold: true, color: INK.brand });
  pen.text(`${figures.business.name} · ${say('reports.takenAt', { at: momentWords(figures) })}`, { x: EDGE, y: SIZE.height - 14, width }, { size: 7, color: INK.quiet });
}
