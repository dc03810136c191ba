import { COLUMN_HEAD, NOTE, NUMBERS_HEAD, styleOf, TITLE, type Kind } from './styles.ts';
import { escaped } from './xml.ts';

/** What a cell counts, and what came out, for a reader that does not count. */
export interface Formula {
  formula: string;
  /** No number where there is nothing to divide by. */
  value: number | '';
}
export type Cell = string | number | Formula | undefined;
export interface Column {
  title: string;
  width: number;
  kind: 'text' | 'money' | 'qty' | 'day' | 'clock' | 'share';
}
/** The rows that something stands in, both included. */
export interface Rows {
  first: number;
  last: number;
}

export const counted = (formula: string, value: number | ''): Formula => ({ formula, value });

const letters: string[] = [];
/** A, B, … Z, AA: of the column so far from the left. */
export const letterOf = (at: number): string => (letters[at] ??= (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26)));
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;
/** `'Par jour'!$A$5:$A$35` */
export const range = (sheet: string, column: string, { first, last }: Rows): string => `${quoted(sheet)}!$${column}$${first}:$${column}$${last}`;

const DAY_MS = 86_400_000;
const DAY_1970 = 25_569;
const MINUTES = 1_440;
/** How a spreadsheet counts a day, and the time of one. */
export const dayCell = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS + DAY_1970;
export const clockCell = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) / MINUTES;

export const titleRow = (row: number, text: string): string => rowOf(row, textCell(`A${row}`, text, TITLE));
export const noteRow = (row: number, text: string): string => rowOf(row, textCell(`A${row}`, text, NOTE));
export const headRow = (row: number, columns: readonly Column[]): string => `<row r="${row}" ht="30" customHeight="1">${columns.map(({ title, kind }, at) => textCell(`${letterOf(at)}${row}`, title, kind === 'text' ? COLUMN_HEAD : NUMBERS_HEAD)).join('')}</row>`;

export function cellsRow(row: number, columns: readonly Column[], cells: readonly Cell[], total = false): string {
  let inside = '';
  for (let at = 0; at < columns.length; at++) inside += cellXml(`${letterOf(at)}${row}`, cells[at], columns[at]?.kind ?? 'text', total);
  return rowOf(row, inside);
}

const rowOf = (row: number, inside: string): string => `<row r="${row}">${inside}</row>`;

function cellXml(ref: string, cell: Cell, kind: Column['kind'], total: boolean): string {
  if (cell === undefined) return total ? `<c r="${ref}" s="${styleOf('text', true)}"/>` : '';
  if (typeof cell === 'string') return textCell(ref, cell, styleOf(LIKE_A_FORMULA.test(cell) ? 'guarded' : 'text', total));
  if (typeof cell === 'number') return `<c r="${ref}" s="${styleOf(kindOf(kind, cell), total)}"><v>${cell}</v></c>`;
  if (cell.value === '') return `<c r="${ref}" s="${styleOf('text', total)}" t="str"><f>${escaped(cell.formula)}</f><v></v></c>`;
  return `<c r="${ref}" s="${styleOf(kindOf(kind, cell.value), total)}"><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`;
}

const LIKE_A_FORMULA = /^[\s]*[=+\-@]/;

const textCell = (ref: string, text: string, style: number): string => `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** « 5 » is not shown as « 5, » */
const kindOf = (kind: Column['kind'], value: number): Kind => (kind !== 'qty' ? kind : Number.isInteger(value) ? 'whole' : 'part');
