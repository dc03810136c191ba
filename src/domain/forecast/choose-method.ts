import { METHODS } from './backtest.ts';
import type { Method } from './levels.ts';

type Errors = Record<Method, number>;

/** Four origins of one product say little: those of its like count as so many of its own. */
const LIKE_COUNT = 40;
const OWN_COUNT = 4;
/** A less simple way must be better by so much. */
const WORTH = 0.1;

/** The way that erred least in the past on this product and its like, the simplest of those about as good. */
export function chooseMethod(own: Errors | undefined, like: Errors | undefined): Method {
  const score = (method: Method): number => ((own?.[method] ?? 0) * (own === undefined ? 0 : OWN_COUNT) + (like?.[method] ?? 0) * (like === undefined ? 0 : LIKE_COUNT));
  let chosen: Method = 'mean';
  for (const method of METHODS) if (score(method) < score(chosen) * (1 - WORTH)) chosen = method;
  return chosen;
}

export function meanErrors(all: readonly Errors[]): Errors | undefined {
  if (all.length === 0) return undefined;
  return Object.fromEntries(METHODS.map((method) => [method, all.reduce((sum, errors) => sum + errors[method], 0) / all.length])) as Errors;
}
