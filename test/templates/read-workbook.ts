import { inflateRawSync } from 'node:zlib';

export type ReadCell = { value: string | number; formula?: string; style: number };
export interface ReadSheet {
  name: string;
  rows: Map<number, Map<string, ReadCell>>;
  xml: string;
}

/** The parts of a ZIP file, found from its end as a reader does. */
export function unzipped(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameSize, more, comment, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameSize), inflateRawSync(bytes.subarray(start, start + packed)).toString());
    at += 46 + nameSize + more + comment;
  }
  return parts;
}

/** The sheets of a workbook by their names, in the order that they are shown in. */
export function readSheets(bytes: Buffer): ReadSheet[] {
  const parts = unzipped(bytes);
  return [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name, id]) => {
    const xml = parts.get(`xl/worksheets/sheet${id}.xml`) ?? '';
    return { name: plain(name ?? ''), xml, rows: new Map([...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)].map(([, row, inside]) => [Number(row), cellsOf(inside ?? '')])) };
  });
}

const cellsOf = (row: string): Map<string, ReadCell> =>
  new Map([...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, column = '', style, type = '', inside = '']) => {
    const formula = /<f>(.*?)<\/f>/s.exec(inside)?.[1];
    const text = /<t [^>]*>(.*?)<\/t>/s.exec(inside)?.[1];
    const number = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? '';
    return [column, { value: text !== undefined ? plain(text) : type.includes('str') || number === '' ? number : Number(number), style: Number(style), ...(formula === undefined ? {} : { formula: plain(formula) }) }];
  }));

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (xml: string): string => xml.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => NAMED[name] ?? '').replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
