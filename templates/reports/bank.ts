import type { i18n } from 'i18next';
import { earnedIn, marginOf } from '../../src/domain/stock/margin.ts';
import type { Say } from '../../src/i18n.ts';
import { amount } from '../pdf/amount.ts';
import { heightOf, INK, MARGIN, type Paper } from '../pdf/paper.ts';
import { drawColumns } from './charts/columns.ts';
import { paperPen } from './charts/pen.ts';
import type { BankFigures, MonthFigures } from './figures.ts';
import { partNote, unvaluedNote } from './monthly-boxes.ts';
import { drawBoxes, type Figure } from './paper/boxes.ts';
import { BODY, drawFeet, drawSection, drawText, GAP, openReport, QUIET, widthOf } from './paper/page.ts';
import { drawTable } from './paper/table.ts';
import { dayWords, decimal, monthWords, percent, reportSayer, shortMonth } from './report-words.ts';

const CHART = 120;
const SIGNATURE = 62;

/** Six months for somebody who lends: how much, how regularly, and how it is known. */
export async function drawBankReport(texts: i18n, figures: BankFigures): Promise<Buffer> {
  const say = reportSayer(texts, figures);
  const title = say('reports.bank.title');
  const { months, language } = figures;
  const [first, last] = [months[0], months.at(-1)];
  const period = first && last ? [say('reports.bank.period', { from: monthWords(language, first.month), to: monthWords(language, last.month) })] : [];
  const opened = openReport(say, figures, title, [...period, say('reports.bank.notCertified')]);
  const { paper } = opened;
  let { y } = opened;
  y = months.length === 0 ? drawText(paper, say('reports.nothing'), y) + GAP : drawKnown(paper, say, figures, y);
  drawEnd(paper, say, y);
  drawFeet(paper, figures, `${title} · ${say('reports.bank.notCertified')}`);
  return paper.finish();
}

function drawKnown(paper: Paper, say: Say, figures: BankFigures, from: number): number {
  let y = drawBoxes(paper, boxes(say, figures), from) + GAP;
  y = drawMonths(paper, say, figures, y);
  y = drawTable(paper, monthTable(say, figures), y);
  return drawRegularity(paper, say, figures, y);
}

const total = (months: readonly MonthFigures[], of: (month: MonthFigures) => number): number => months.reduce((sum, month) => sum + of(month), 0);

function boxes(say: Say, { months, stock, credit, language, firstSaleOn }: BankFigures): Figure[] {
  const turnover = total(months, ({ turnoverXof }) => turnoverXof);
  const margin = marginOf(turnover, earnedIn(months));
  const unknown = { value: '–', notes: [say('reports.noData')] };
  return [
    { label: say('reports.bank.turnover', { count: months.length }), value: amount(turnover), notes: firstSaleOn === undefined ? [] : [say('reports.bank.since', { day: dayWords(language, firstSaleOn) })] },
    { label: say('reports.bank.perMonth'), value: amount(Math.round(turnover / months.length)), notes: [say('reports.bank.sales', { count: total(months, ({ sales }) => sales) })] },
    { label: say('reports.monthly.margin'), ...(margin === undefined ? unknown : { value: amount(margin.marginXof), notes: [say('reports.bank.ofTurnover', { share: percent(language, margin.share) }), ...partNote(say, margin, (share) => percent(language, share))] }) },
    { label: say('reports.bank.stock'), ...(stock === undefined ? unknown : { value: amount(stock.costXof), notes: [say('reports.bank.atLastPrice', { value: amount(stock.lastPriceXof) }), ...unvaluedNote(say, stock.unvalued)] }) },
    { label: say('reports.bank.credit'), ...(credit === undefined ? unknown : { value: amount(credit.xof), notes: [[say('reports.bank.clients', { count: credit.clients }), ...(credit.oldestOn === undefined ? [] : [say('reports.bank.oldest', { day: dayWords(language, credit.oldestOn) })])].join(' · ')] }) },
    { label: say('reports.bank.daysSold'), value: `${total(months, ({ daysSold }) => daysSold)}/${total(months, ({ days }) => days)}`, notes: [say('reports.bank.daysSoldNote')] },
  ];
}

function drawMonths(paper: Paper, say: Say, { months, language }: BankFigures, from: number): number {
  const y = drawSection(paper, say('reports.bank.chart'), from, CHART);
  const columns = months.map(({ month, turnoverXof }) => ({ name: shortMonth(language, month), value: turnoverXof }));
  drawColumns(paperPen(paper), { x: MARGIN, y, width: widthOf(paper), height: CHART }, { language, columns, isTold: true });
  return y + CHART + GAP;
}

const monthTable = (say: Say, { months, language }: BankFigures) => ({
  title: say('reports.bank.byMonth'),
  heads: [say('reports.bank.month'), say('reports.monthly.turnover'), say('reports.column.sales'), say('reports.monthly.margin'), say('reports.column.marginShare'), say('reports.bank.daysSold')],
  widths: [92, 50, 92, 62, 78],
  rows: months.map(({ month, turnoverXof, sales, daysSold, days, ...earned }) => {
    const margin = marginOf(turnoverXof, earned);
    return [monthWords(language, month), amount(turnoverXof), decimal(language, sales), margin === undefined ? '–' : amount(margin.marginXof), margin === undefined ? '–' : percent(language, margin.share), `${daysSold}/${days}`];
  }),
  nothing: say('reports.nothing'),
});

/** How much a month differs from the usual one, and the least of them: a loan is paid back in bad months too. */
function drawRegularity(paper: Paper, say: Say, { months, language }: BankFigures, from: number): number {
  const y = drawSection(paper, say('reports.bank.regularity'), from, 40);
  const turnovers = months.map(({ turnoverXof }) => turnoverXof);
  const mean = turnovers.reduce((sum, xof) => sum + xof, 0) / turnovers.length;
  if (months.length < 2 || mean <= 0) return drawText(paper, say('reports.bank.tooFewMonths'), y) + GAP;
  const spread = Math.sqrt(turnovers.reduce((sum, xof) => sum + (xof - mean) ** 2, 0) / turnovers.length) / mean;
  const least = months.reduce((low, month) => (month.turnoverXof < low.turnoverXof ? month : low));
  const most = months.reduce((high, month) => (month.turnoverXof > high.turnoverXof ? month : high));
  const words = say('reports.bank.varies', { share: percent(language, spread), low: amount(least.turnoverXof), lowMonth: monthWords(language, least.month), high: amount(most.turnoverXof), highMonth: monthWords(language, most.month) });
  return drawText(paper, words, y, BODY) + GAP;
}

/** How it is known, and who answers for it: on one page. */
function drawEnd(paper: Paper, say: Say, from: number): void {
  const method = say('reports.bank.method');
  const height = heightOf(paper.lines(method, widthOf(paper), QUIET).length, QUIET) + GAP + SIGNATURE;
  const y = drawText(paper, method, drawSection(paper, say('reports.bank.methodTitle'), from, height), QUIET) + GAP;
  const width = widthOf(paper) / 2 - 8;
  paper.doc.roundedRect(MARGIN + width + 16, y, width, SIGNATURE, 5).lineWidth(0.6).stroke(INK.line);
  paper.write(say('reports.bank.signature'), { x: MARGIN + width + 24, y: y + 7, width: width - 16 }, QUIET);
}
