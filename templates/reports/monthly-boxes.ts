import type { Say } from '../../src/i18n.ts';
import type { Margin } from '../../src/domain/stock/margin.ts';
import { amount } from '../pdf/amount.ts';
import type { MonthlyFigures, PeriodFigures } from './figures.ts';
import type { Figure } from './paper/boxes.ts';
import { decimal, percent } from './report-words.ts';

interface Compared {
  label: string;
  now: number | undefined;
  before?: number | undefined;
  goal?: number | undefined;
  shown: (value: number) => string;
  /** How far the one is from the other: a part of it, unless it is a part itself. */
  change?: (now: number, before: number) => string;
  soFar?: boolean;
  /** Stock-outs are better fewer. */
  isLess?: boolean;
}

/** What the month came to, beside the month before and beside what was aimed at. */
export function monthlyBoxes(say: Say, { language, soFar = false, before, goal = {} }: MonthlyFigures, now: PeriodFigures): Figure[] {
  const shareShown = (value: number): string => percent(language, value);
  const points = (one: number, other: number): string => say('reports.points', { count: Math.abs(one - other) * 100, points: signed(language, (one - other) * 100) });
  const box = (told: Compared): Figure => boxOf(say, language, { soFar, ...told });
  return [
    box({ label: say('reports.monthly.turnover'), now: now.turnoverXof, before: before?.turnoverXof, goal: goal.turnoverXof, shown: amount }),
    marginBox(say, box({ label: say('reports.monthly.margin'), now: now.margin?.marginXof, before: before?.margin?.marginXof, shown: amount }), now.margin, goal.marginShare, shareShown),
    box({ label: say('reports.monthly.basket', { count: now.sales }), now: now.basketXof, before: before?.basketXof, shown: amount }),
    box({ label: say('reports.monthly.serviceRate'), now: now.serviceRate, before: before?.serviceRate, goal: goal.serviceRate, shown: shareShown, change: points }),
    box({ label: say('reports.monthly.stockOutCount'), now: now.stockOuts, before: before?.stockOuts, goal: goal.stockOuts, shown: String, change: () => '', isLess: true }),
    alsoSaying(box({ label: say('reports.monthly.stockValue'), now: now.stockXof, before: before?.stockXof, shown: amount }), unvaluedNote(say, now.unvalued)),
  ];
}

/** In francs, and as the part of what was sold at a known cost, which is aimed at. */
function marginBox(say: Say, { label, value, notes }: Figure, now: Margin | undefined, goal: number | undefined, shown: (share: number) => string): Figure {
  if (now === undefined) return { label, value, notes };
  return { label, value: `${value} (${shown(now.share)})`, notes: [...notes, ...partNote(say, now, shown), ...goalNote(say, now.share, goal, { shown, isLess: false })] };
}

/** Of which part of the turnover a margin is, where that is not all of it. */
export const partNote = (say: Say, { ofShare }: Margin, shown: (share: number) => string): string[] => (ofShare < 1 ? [say('reports.ofKnownCost', { share: shown(ofShare) })] : []);
export const unvaluedNote = (say: Say, unvalued = 0): string[] => (unvalued === 0 ? [] : [say('reports.unvalued', { count: unvalued })]);
const alsoSaying = (figure: Figure, more: string[]): Figure => ({ ...figure, notes: [...figure.notes, ...more] });

function goalNote(say: Say, now: number, goal: number | undefined, { shown, isLess }: Required<Pick<Compared, 'shown' | 'isLess'>>): string[] {
  if (goal === undefined) return [];
  return [say((isLess ? now <= goal : now >= goal) ? 'reports.monthly.reached' : 'reports.monthly.missed', { goal: shown(goal) })];
}

function boxOf(say: Say, language: string, { label, now, before, goal, shown, change = (one, other) => (other > 0 ? `${signed(language, (one / other - 1) * 100)}${language === 'fr' ? ' ' : ''}%` : ''), soFar = false, isLess = false }: Compared): Figure {
  if (now === undefined) return { label, value: '–', notes: [say('reports.noData')] };
  const was = before === undefined ? say('reports.monthly.noBefore') : [say(soFar ? 'reports.monthly.beforeSoFar' : 'reports.monthly.before', { value: shown(before) }), change(now, before)].filter(Boolean).join(' · ');
  return { label, value: shown(now), notes: [was, ...goalNote(say, now, goal, { shown, isLess })] };
}

const signed = (language: string, value: number): string => `${value > 0 ? '+' : value < 0 ? '–' : ''}${decimal(language, Math.abs(value))}`;
