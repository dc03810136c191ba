const TAG = 0x0112;
const UPRIGHT = 1;
const TURNS_MAX = 8;
const ENTRY_BYTES = 12;

/** Which way up a picture is, from its EXIF data (TIFF); 1, upright, when that cannot be read. */
export function orientationOf(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const first = long(4);
  const entries = Array.from({ length: short(first) }, (_, n) => first + 2 + n * ENTRY_BYTES);
  const entry = entries.find((at) => short(at) === TAG);
  const value = entry === undefined ? UPRIGHT : short(entry + 8);
  return value >= UPRIGHT && value <= TURNS_MAX ? value : UPRIGHT;
}

/** EXIF data that says which way up, and nothing else; undefined for a picture that is upright already. */
export function onlyOrientation(tiff: Buffer): Buffer | undefined {
  const orientation = orientationOf(tiff);
  if (orientation === UPRIGHT) return undefined;
  const made = Buffer.from('4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000', 'hex');
  made.writeUInt16BE(orientation, 18);
  return made;
}
