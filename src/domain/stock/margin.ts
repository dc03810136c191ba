export type SoldLine = { lineXof: number; costMilliXof: bigint };

/** What was sold less what it had cost when it left, and that of the turnover. */
export function grossMargin(lines: readonly SoldLine[]): { marginXof: number; share: number | undefined } {
  const turnoverXof = lines.reduce((sum, { lineXof }) => sum + lineXof, 0);
  const costMilliXof = lines.reduce((sum, line) => sum + line.costMilliXof, 0n);
  const marginXof = turnoverXof - Math.round(Number(costMilliXof) / 1_000);
  return { marginXof, share: turnoverXof > 0 ? marginXof / turnoverXof : undefined };
}
