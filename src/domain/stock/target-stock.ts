import { bootstrapTotals, quantileOf } from '../forecast/bootstrap.ts';
import { countQuantile } from '../forecast/count-quantile.ts';
import type { Forecast } from '../forecast/forecast-shop.ts';
import { normalQuantile } from '../forecast/normal-quantile.ts';
import type { Random } from '../forecast/random.ts';
import type { LeadTime } from './lead-time.ts';
import { orderUpTo } from './safety-stock.ts';

/** `past` is what the usable days sold, for what sells now and then in lumps; `random` draws from it. */
export type Need = { forecast: Forecast; lead: LeadTime; reviewDays: number; target: number; past: readonly number[]; random: Random };

/** What stock and orders are brought up to, so that the next delivery but one comes in time as often as the target says. */
export function targetStock({ forecast, lead, reviewDays, target, past, random }: Need): number {
  const days = lead.days + reviewDays;
  const expected = expectedOver(forecast, days);
  const spread = forecast.dispersion * forecast.perDay + forecast.perDay ** 2 * forecast.levelError ** 2 * days;
  if (forecast.demandClass === 'lumpy') return lumpyTarget({ forecast, lead, reviewDays, target, past, random }, expected);
  if (forecast.demandClass === 'intermittent') return countQuantile(target, expected, spread * days + (forecast.perDay * lead.sdDays) ** 2);
  return orderUpTo({ perDay: forecast.perDay, sdPerDay: Math.sqrt(spread), lead, z: normalQuantile(target) }, reviewDays, expected);
}

/** What sells in lumps is nothing like normal: its own past is drawn from, and brought to what is expected now. */
function lumpyTarget({ lead, reviewDays, target, past, random }: Need, expected: number): number {
  const draws = bootstrapTotals(past, () => Math.max(1, lead.days + lead.sdDays * normalQuantile(Math.max(random(), 1e-9))) + reviewDays, random);
  const usual = (past.reduce((sum, units) => sum + units, 0) / past.length) * (lead.days + reviewDays);
  return usual > 0 ? quantileOf(draws, target) * (expected / usual) : expected;
}

/** The forecast of whole days, and of the part of the last one; a day beyond those foreseen is as the mean. */
function expectedOver({ expected, perDay }: Forecast, days: number): number {
  let sum = 0;
  for (let ahead = 0; ahead < days; ahead++) sum += (expected[ahead] ?? perDay) * Math.min(1, days - ahead);
  return sum;
}
