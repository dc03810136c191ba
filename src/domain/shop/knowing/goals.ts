import { addDays, dayAt, type Day } from '../../calendar/day.ts';
import type { Refused } from '../../../scope.ts';
import { readAmount } from '../../spoken/amount.ts';
import type { Business } from '../../tenants/business.ts';
import { changeSettings } from '../../tenants/change-settings.ts';
import type { Goals } from '../../tenants/settings.ts';
import { outOf } from '../reporting/month-queries.ts';
import { figuresOf } from './figures.ts';

export const GOALS = ['turnover', 'margin', 'service', 'stockOuts'] as const satisfies (keyof Goals)[];
export type Goal = (typeof GOALS)[number];
/** Francs, per cent or a number, as it is aimed at; what is undefined is not aimed at, or not known yet. */
export type Reached = { goal: Goal; aim: number | undefined; now: number | undefined; isMet: boolean | undefined };

/** How far this month has come, up to today: what was never out and never asked for in vain is known as of the last night. */
export async function reachedGoals(business: Business): Promise<{ to: Day; goals: Reached[] }> {
  const { to, from, turnoverXof, margin, service, everSold } = await figuresOf(business, 'month');
  const outs = await outOf(business, { from, to: addDays(from, -1) }, { from, to: dayAt(business.now, business.timezone) });
  const now = { turnover: everSold ? turnoverXof : undefined, margin: margin && perCent(margin.share), service: service && perCent(service), stockOuts: everSold ? outs.filter((out) => out.now > 0).length : undefined };
  return { to, goals: GOALS.map((goal) => reachedOf(goal, business.settings.goals[goal], now[goal])) };
}

/** What somebody types as a goal: « 2 000 000 », « 20 % », and « stop » where there is to be none. */
export async function setGoal(business: Business, goal: Goal, typed: string): Promise<{ aim: number | undefined } | Refused<'unread'>> {
  const { [goal]: _before, ...others } = business.settings.goals;
  const aim = readAim(goal, typed);
  if (aim === undefined) return { refused: 'unread' };
  const changed = await changeSettings(business, { goals: aim === 'none' ? others : { ...others, [goal]: aim } });
  return 'refused' in changed ? { refused: 'unread' } : { aim: changed.settings.goals[goal] };
}

const reachedOf = (goal: Goal, aim: number | undefined, now: number | undefined): Reached =>
  ({ goal, aim, now, isMet: aim === undefined || now === undefined ? undefined : goal === 'stockOuts' ? now <= aim : now >= aim });

function readAim(goal: Goal, typed: string): number | 'none' | undefined {
  const said = typed.trim().toLowerCase();
  if (['stop', 'aucun', 'non', 'none', 'no', '-'].includes(said)) return 'none';
  if (goal === 'turnover') return readAmount(said);
  return /^\d{1,3}$/.test(said.replace(/\s*%$/, '')) ? Number.parseInt(said, 10) : undefined;
}

const perCent = (share: number): number => Math.round(share * 100);
