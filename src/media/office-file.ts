/** A macro runs when the document is opened: such a one is not taken for a document. */
const MACROS = 'vbaProject.bin';
const NAMES_MAX = 5_000;

/** Word, Excel and PowerPoint since 2007 are a zip: the folder inside tells which. */
export const isOfficeZip = (folder: string) => (bytes: Buffer): boolean => {
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return false;
  const names = entriesOf(bytes).map(({ name }) => name);
  return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(folder)) && !names.some((name) => name.endsWith(MACROS));
};

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Before 2007 they are a file system in a file, as are installers: the stream inside tells which. */
export const isOfficeFile = (stream: string) => (bytes: Buffer): boolean =>
  bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE) && bytes.includes(`${stream}\0`, 0, 'utf16le') && !bytes.includes('_VBA_PROJECT\0', 0, 'utf16le');

const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const ENTRY_BYTES = 46;

/** What a zip says that it unpacks to, all files together. */
export const unpackedBytes = (bytes: Buffer): number => entriesOf(bytes).reduce((sum, { size }) => sum + size, 0);

/** The directory at the end of a zip; nothing is unpacked. */
function entriesOf(bytes: Buffer): { name: string; size: number }[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + END_BYTES > bytes.length || end < bytes.length - END_BYTES - COMMENT_BYTES_MAX) return [];
  const entries: { name: string; size: number }[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (entries.length < NAMES_MAX && bytes.toString('latin1', at, at + 4) === 'PK\x01\x02' && at + ENTRY_BYTES <= end) {
    const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
    entries.push({ name: bytes.toString('utf8', at + ENTRY_BYTES, nameEnd), size: bytes.readUInt32LE(at + 24) });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
