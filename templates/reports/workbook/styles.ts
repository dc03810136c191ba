import { HEAD } from './xml.ts';

export const KINDS = ['text', 'guarded', 'money', 'whole', 'part', 'day', 'clock', 'share'] as const;
export type Kind = (typeof KINDS)[number];

const FORMATS: Record<Kind, number> = { text: 0, guarded: 49, money: 3, whole: 3, part: 164, day: 165, clock: 20, share: 166 };
const NUMBER_FORMATS = [[164, '#,##0.###'], [165, 'dd/mm/yyyy'], [166, '0.0%']] as const;

/** First the cell formats of the title, of the note and of the heads; then each kind, plain and in a row of totals. */
export const TITLE = 1;
export const NOTE = 2;
export const COLUMN_HEAD = 3;
export const NUMBERS_HEAD = 4;
const FIRST = 5;
export const styleOf = (kind: Kind, total = false): number => FIRST + KINDS.indexOf(kind) + (total ? KINDS.length : 0);

const font = (marks: string, color = 'FF1D2A26', size = 10): string => `<font>${marks}<sz val="${size}"/><color rgb="${color}"/><name val="Calibri"/><family val="2"/></font>`;
const FONTS = [font(''), font('<b/>', 'FF0B6B4F', 14), font('', 'FF5D6965', 9), font('<b/>', 'FFFFFFFF'), font('<b/>')];
const fill = (pattern: string): string => `<fill><patternFill ${pattern}</patternFill></fill>`;
const FILLS = [fill('patternType="none">'), fill('patternType="gray125">'), fill('patternType="solid"><fgColor rgb="FF0B6B4F"/>'), fill('patternType="solid"><fgColor rgb="FFEAF4EF"/>')];
const edge = (top: string): string => `<border><left/><right/>${top}<bottom/><diagonal/></border>`;
const BORDERS = [edge('<top/>'), edge('<top style="thin"><color rgb="FF0B6B4F"/></top>')];

const xf = (format: number, [fontAt, fillAt, borderAt]: [number, number, number], more = '', inside = ''): string =>
  `<xf numFmtId="${format}" fontId="${fontAt}" fillId="${fillAt}" borderId="${borderAt}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${more}>${inside}</xf>`;
const isText = (kind: Kind): boolean => kind === 'text' || kind === 'guarded';
/** What begins like a formula stays text even after it is edited. */
const ofKind = (kind: Kind, total: boolean): string => xf(FORMATS[kind], total ? [4, 3, 1] : [0, 0, 0], (kind === 'guarded' ? ' quotePrefix="1"' : '') + (isText(kind) ? ' applyAlignment="1"' : ''), isText(kind) ? '<alignment horizontal="left" indent="1"/>' : '');
const XFS = [
  xf(0, [0, 0, 0]),
  xf(0, [1, 0, 0]),
  xf(0, [2, 0, 0]),
  xf(0, [3, 2, 0], ' applyAlignment="1"', '<alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>'),
  xf(0, [3, 2, 0], ' applyAlignment="1"', '<alignment horizontal="right" vertical="center" wrapText="1"/>'),
  ...KINDS.map((kind) => ofKind(kind, false)),
  ...KINDS.map((kind) => ofKind(kind, true)),
];

const list = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`;

export const STYLES = `${HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
  list('numFmts', NUMBER_FORMATS.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)),
  list('fonts', FONTS),
  list('fills', FILLS),
  list('borders', BORDERS),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list('cellXfs', XFS),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
].join('')}</styleSheet>`;
