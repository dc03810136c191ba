import { unpackedBytes } from './office-file.ts';

/** What a file that is no table is refused for. */
export type NoTable = { refused: 'tooLarge' | 'unreadable' };

const KB = 1024;
const BYTES_MAX = 500 * KB;
/** A zip of a few bytes may unpack to fill the memory. */
const UNPACKED_BYTES_MAX = 20 * KB * KB;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The cells of a CSV file or of the first sheet of a workbook, as text. A formula counts as the value that was last seen in its cell; none is ever computed. */
export async function readTable(bytes: Buffer, mime: string): Promise<string[][] | NoTable> {
  if (bytes.length > BYTES_MAX) return { refused: 'tooLarge' };
  if (mime === 'text/plain') return readCsv(textOf(bytes));
  if (mime !== XLSX) return { refused: 'unreadable' };
  if (unpackedBytes(bytes) > UNPACKED_BYTES_MAX) return { refused: 'tooLarge' };
  try {
    const { readSheet } = await import('read-excel-file/node'); // for the few who send a workbook
    const rows = await readSheet(bytes);
    return rows.map((row) => row.map((cell: unknown) => cellText(cell)));
  } catch {
    return { refused: 'unreadable' }; // it is called a workbook and is none
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** Spreadsheets still write Windows-1252, where an accent is one byte that UTF-8 does not know. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Semicolons, commas or tabs, whichever the first line has most of; quotes may hold any of them, and a new line. */
export function readCsv(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const [between = ';'] = [';', ',', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => void (row.push(cell.trim()), (cell = ''));
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && char === between) endCell();
    else if (!quoted && char === '\n') endRow();
    else if (quoted || char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
