import type { i18n } from 'i18next';
import type { Say } from '../../src/i18n.ts';
import { amount } from '../pdf/amount.ts';
import { MARGIN, type Paper } from '../pdf/paper.ts';
import { drawColumns } from './charts/columns.ts';
import { paperPen } from './charts/pen.ts';
import type { ForecastFigures, MonthlyFigures, PeriodFigures } from './figures.ts';
import { monthlyBoxes } from './monthly-boxes.ts';
import { drawBoxes } from './paper/boxes.ts';
import { BODY, drawFeet, drawSection, drawText, GAP, openReport, QUIET, widthOf } from './paper/page.ts';
import { drawTable } from './paper/table.ts';
import { dayWords, monthWords, percent, quantity, reportSayer } from './report-words.ts';

const CHART = 150;
const TOP = 10;

/** A month on two or three pages: for who owns the business, and for whom it is shown. */
export async function drawMonthly(texts: i18n, figures: MonthlyFigures): Promise<Buffer> {
  const say = reportSayer(texts, figures);
  const title = say('reports.monthly.title', { month: monthWords(figures.language, figures.month) });
  const opened = openReport(say, figures, title);
  const { paper } = opened;
  let { y } = opened;
  y = figures.now === undefined ? drawText(paper, say('reports.nothing'), y) + GAP : drawSold(paper, say, figures, figures.now, y);
  if (figures.stockByCategory.length > 0) y = drawStock(paper, say, figures, y);
  drawText(paper, say('reports.monthly.method'), y, QUIET);
  drawFeet(paper, figures, title);
  return paper.finish();
}

function drawSold(paper: Paper, say: Say, figures: MonthlyFigures, now: PeriodFigures, from: number): number {
  let y = drawBoxes(paper, monthlyBoxes(say, figures, now), from) + GAP;
  y = drawDays(paper, say, figures, y);
  y = drawForecast(paper, say, figures, y);
  return drawBest(paper, say, figures, now, y);
}

function drawDays(paper: Paper, say: Say, { perDay, language }: MonthlyFigures, from: number): number {
  const y = drawSection(paper, say('reports.sales.perDay'), from, perDay.length === 0 ? 12 : CHART);
  if (perDay.length === 0) return drawText(paper, say('reports.nothing'), y, QUIET) + GAP;
  drawColumns(paperPen(paper), { x: MARGIN, y, width: widthOf(paper), height: CHART }, { language, columns: perDay.map(({ on, xof }) => ({ name: String(Number(on.slice(8))), value: xof })) });
  return y + CHART + GAP;
}

function drawForecast(paper: Paper, say: Say, { forecast, language }: MonthlyFigures, from: number): number {
  const y = drawSection(paper, say('reports.forecast.title'), from, 50);
  if (forecast === undefined) return drawText(paper, say('reports.nothing'), y, QUIET) + GAP;
  return drawText(paper, reliabilityWords(say, forecast, language), drawText(paper, forecastWords(say, forecast), y), BODY) + GAP;
}

function forecastWords(say: Say, { days, xof, lowXof, highXof }: ForecastFigures): string {
  const values = { days, xof: amount(xof) };
  return lowXof === undefined || highXof === undefined ? say('reports.forecast.expected', values) : say('reports.forecast.between', { ...values, low: amount(lowXof), high: amount(highXof) });
}

/** In words, and never by a colour alone. */
function reliabilityWords(say: Say, { reliability, usableDays, wape }: ForecastFigures, language: string): string {
  const from = say('reports.forecast.from', { count: usableDays });
  return [say(`reports.forecast.reliability.${reliability}`), from, ...(wape === undefined ? [] : [say('reports.forecast.erred', { share: percent(language, wape) })])].join(' ');
}

const drawBest = (paper: Paper, say: Say, { best, language }: MonthlyFigures, now: PeriodFigures, y: number): number => drawTable(paper, {
  title: say('reports.monthly.best'),
  heads: [say('reports.column.product'), say('reports.column.qty'), say('reports.column.unit'), say('reports.monthly.turnover'), say('reports.column.shareOfSales')],
  widths: [60, 55, 85, 60],
  rows: best.slice(0, TOP).map(({ name, qtyMilli, unit, xof }, at) => [`${at + 1}. ${name}`, quantity(language, qtyMilli), unit, amount(xof), now.turnoverXof > 0 ? percent(language, xof / now.turnoverXof) : '']),
  nothing: say('reports.nothing'),
}, y);

function drawStock(paper: Paper, say: Say, figures: MonthlyFigures, from: number): number {
  const { stockByCategory, stockOuts, language } = figures;
  const whole = stockByCategory.reduce((sum, { xof }) => sum + xof, 0);
  let y = drawTable(paper, {
    title: say('reports.monthly.stock'),
    heads: [say('reports.column.category'), say('reports.monthly.value'), say('reports.monthly.share')],
    widths: [100, 60],
    rows: [...stockByCategory.map(({ category = say('reports.noCategory'), xof }) => [category, amount(xof), whole > 0 ? percent(language, xof / whole) : '']), ...(whole > 0 ? [[say('reports.total'), amount(whole), percent(language, 1)]] : [])],
    nothing: say('reports.nothing'),
  }, from);
  y = drawTable(paper, {
    title: say('reports.monthly.stockOuts'),
    heads: [say('reports.column.product'), say('reports.monthly.daysOut')],
    widths: [110],
    rows: stockOuts.slice(0, TOP).map(({ name, days }) => [name, say('reports.days', { count: days })]),
    nothing: say('reports.monthly.noStockOut'),
    ...others(say, stockOuts.length),
  }, y);
  return drawDormants(paper, say, figures, y);
}

function drawDormants(paper: Paper, say: Say, { dormants, language }: MonthlyFigures, y: number): number {
  return drawTable(paper, {
    title: say('reports.monthly.dormants'),
    heads: [say('reports.column.product'), say('reports.column.onHand'), say('reports.column.unit'), say('reports.monthly.lastSold'), say('reports.monthly.value')],
    widths: [60, 55, 80, 80],
    rows: dormants.slice(0, TOP).map(({ name, qtyMilli, unit, lastSoldOn, xof }) => [name, quantity(language, qtyMilli), unit, lastSoldOn === undefined ? say('reports.monthly.neverSold') : dayWords(language, lastSoldOn), amount(xof)]),
    nothing: say('reports.monthly.noDormant'),
    ...others(say, dormants.length),
  }, y);
}

const others = (say: Say, count: number): { note?: string } => (count > TOP ? { note: say('reports.others', { count: count - TOP }) } : {});
