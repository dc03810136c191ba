import type { Result } from '../scenarios/theatre.ts';

const COLUMNS = ['scenario', 'messages', 'kills', 'lost', 'doubled', 'swapped', 'torn', 'possibly doubled SMS', 'seconds', ''] as const;

/** One line for each scenario, and what was broken below. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ scenario, kills, verdict, broken, seconds }) => [
    scenario, verdict.messages, kills, verdict.lost.length, verdict.doubled.length, verdict.swapped.length, verdict.torn.length,
    `${verdict.sms.reported} (${verdict.sms.seen} seen)`, seconds, broken.length === 0 ? 'kept' : 'BROKEN',
  ].map(String));
  const widths = COLUMNS.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ').trimEnd();
  return [line(COLUMNS), ...rows.map(line)].join('\n');
}
