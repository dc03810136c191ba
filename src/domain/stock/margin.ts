/** `costXof`: what it had cost when it left; undefined where nobody has said what such goods are bought at. */
export type SoldLine = { lineXof: number; costXof?: number | undefined };
/** Of what was sold at a known cost: that cost, and what it earned. Together they are less than the turnover where some of it is of unknown cost. */
export type Earned = { costXof: number; marginXof: number };
/** `share`: of what was sold at a known cost. `ofShare`: which part of the turnover that is. */
export type Margin = { marginXof: number; share: number; ofShare: number };

/** What is of unknown cost has earned nothing that could be told. */
export const earnedBy = (lines: readonly SoldLine[]): Earned => lines.reduce(
  (sum, { lineXof, costXof }) => (costXof === undefined ? sum : { costXof: sum.costXof + costXof, marginXof: sum.marginXof + lineXof - costXof }), { costXof: 0, marginXof: 0 });

/** Of several days, or of several sales. */
export const earnedIn = (parts: readonly Earned[]): Earned => parts.reduce((sum, { costXof, marginXof }) => ({ costXof: sum.costXof + costXof, marginXof: sum.marginXof + marginXof }), { costXof: 0, marginXof: 0 });

/** Undefined where nothing was sold, or all of it at a cost that nobody knows. */
export function marginOf(turnoverXof: number, { costXof, marginXof }: Earned): Margin | undefined {
  const knownXof = costXof + marginXof;
  return knownXof > 0 && turnoverXof > 0 ? { marginXof, share: marginXof / knownXof, ofShare: knownXof / turnoverXof } : undefined;
}
