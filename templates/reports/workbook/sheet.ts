import { cellsRow, headRow, letterOf, noteRow, titleRow, type Cell, type Column, type Rows } from './cells.ts';
import { HEAD } from './xml.ts';

/** A table under a title. Its rows are read once, and each knows in which row of the sheet it stands. */
export interface SheetPlan<Row> {
  name: string;
  title: string;
  note: string;
  /** Said in place of rows and totals. */
  nothing: string;
  columns: readonly Column[];
  rows: Iterable<Row> | AsyncIterable<Row>;
  cells: (row: Row, at: number) => Cell[];
  total: (rows: Rows) => Cell[];
}

const SPACES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD_ROW = 4;
export const FIRST_ROW = HEAD_ROW + 1;

/** Yields a sheet piece by piece; `found` is told in which rows something stands, or nothing where none does. */
export async function* sheetXml<Row>({ title, note, nothing, columns, rows, cells, total }: SheetPlan<Row>, { isDrawn, found }: { isDrawn: boolean; found: (rows: Rows) => void }): AsyncGenerator<string> {
  yield `${HEAD}<worksheet ${SPACES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${HEAD_ROW}" topLeftCell="A${FIRST_ROW}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/>`;
  yield `<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  yield titleRow(1, title) + noteRow(2, note) + headRow(HEAD_ROW, columns);
  let next = FIRST_ROW;
  for await (const row of rows) {
    yield cellsRow(next, columns, cells(row, next));
    next += 1;
  }
  const filled = { first: FIRST_ROW, last: next - 1 };
  if (next === FIRST_ROW) yield noteRow(next, nothing);
  else {
    found(filled);
    yield cellsRow(next, columns, total(filled), true);
  }
  yield '</sheetData>';
  if (next > FIRST_ROW) yield `<autoFilter ref="A${HEAD_ROW}:${letterOf(columns.length - 1)}${filled.last}"/>`;
  yield `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${columns.length > PORTRAIT ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>`;
  yield `${isDrawn && next > FIRST_ROW ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;
}

const PORTRAIT = 8;
/** What is repeated on each page. */
export const HEADS = `$${HEAD_ROW}:$${HEAD_ROW}`;
