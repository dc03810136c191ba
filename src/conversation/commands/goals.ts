import type { GoalsCommands } from '../../../flows/shop/goals.ts';
import { GOALS, reachedGoals, setGoal, type Goal, type Reached } from '../../domain/shop/knowing/goals.ts';
import { knownShop } from '../../domain/shop/knowing/know-shop.ts';
import type { Say } from '../../i18n.ts';
import { may } from '../acts.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { percent, wordsFor } from './wording.ts';

export const goalsCommands: Handlers<GoalsCommands> = {
  'goals.see': (scope) => staffWork(scope, 'shop.figures', async (business, member) => {
    await knownShop(business);
    const { to, goals } = await reachedGoals(business);
    return { day: to, lines: goals.map((reached) => lineOf(reached, wordsFor(scope))).join('\n'), acts: may(member, 'settings.change') ? GOALS.map((id) => ({ id })) : [] };
  }),
  'goals.set': (scope, { goal: asked, text }) => staffWork(scope, 'settings.change', async (business) => {
    const goal = GOALS.find((each) => each === asked);
    if (goal === undefined) return { refused: 'unread' };
    const set = await setGoal(business, goal, text);
    const say = wordsFor(scope);
    return 'refused' in set ? set : { line: set.aim === undefined ? say(`goals.none.${goal}`) : say(`goals.aim.${goal}`, { aim: amountOf(goal, set.aim, say) }) };
  }),
};

function lineOf({ goal, aim, now, isMet }: Reached, say: Say): string {
  const reached = now === undefined ? say('report.unknown') : amountOf(goal, now, say);
  if (aim === undefined) return say(`goals.now.${goal}`, { now: reached });
  const line = say(`goals.line.${goal}`, { now: reached, aim: amountOf(goal, aim, say) });
  const mark = isMet === true ? say('goals.met') : goal === 'turnover' && now !== undefined ? percent(say, now / aim) : undefined;
  return mark === undefined ? line : say('goals.marked', { line, mark });
}

const amountOf = (goal: Goal, value: number, say: Say): string => (goal === 'turnover' ? say('report.amount', { amount: value }) : goal === 'stockOuts' ? String(value) : say('report.pct', { pct: String(value) }));
