import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { inReadingPlaces, isCommon, runsLeft, written } from './letters.ts';

export const INK = { text: '#1d2a26', quiet: '#5d6965', brand: '#0b6b4f', pale: '#eaf4ef', line: '#c9d6d0', warn: '#8a4b00', warnPale: '#fff1d9' } as const;
export const MARGIN = 36;
const FOOT = 46;

const LEADING = 1.28;
/** Fonts differ in how high they reach: what they share is the line they stand on. */
const ASCENT = 0.95;
const require = createRequire(import.meta.url);
/** For letters that Helvetica lacks: ɖ, ɔ, ŋ, Arabic, N’Ko. Only the letters used go into the file. */
const OTHER = { regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf') };

export interface Style {
  size: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'right' | 'center';
}
export interface Place {
  x: number;
  y: number;
  width: number;
}
/** `at` is when the paper says it was made: the same data give the same bytes. */
export interface PaperMeta {
  title: string;
  author: string;
  language: string;
  at: Date;
  /** A5 unless said: what a telephone shows without a magnifying glass, and half a sheet where it is printed. */
  size?: 'A4' | 'A5';
}
export type Paper = ReturnType<typeof openPaper>;

export const heightOf = (count: number, { size }: Style): number => count * size * LEADING;

/** Where that height can be drawn: here, or on a new page, below what `again` repeats there. */
export function roomFor({ doc }: Paper, y: number, height: number, again = (top: number): number => top): number {
  if (y + height <= doc.page.height - FOOT) return y;
  doc.addPage();
  return again(MARGIN);
}

export function openPaper({ title, author, language, at, size = 'A5' }: PaperMeta) {
  const info = { Title: written(title), Author: written(author), Creator: 'Griot', Producer: 'Griot', CreationDate: at };
  const doc = new PDFDocument({ size, margin: 0, bufferPages: true, lang: language, displayTitle: true, info });
  const finished = collected(doc);

  /** The lines a text takes: broken between words, and inside one only where it is wider than a line. */
  function lines(text: string, width: number, style: Style): string[] {
    const legible = choose(doc, written(text), style);
    const pieces = legible.split(' ').flatMap((word) => (doc.widthOfString(word) <= width ? [word] : broken(word, width)));
    const made: string[] = [];
    for (const piece of pieces) {
      const longer = `${made.at(-1) ?? ''} ${piece}`;
      if (made.length > 0 && doc.widthOfString(longer) <= width) made.push(`${made.pop() ?? ''} ${piece}`);
      else made.push(piece);
    }
    return made;
  }

  function broken(word: string, width: number): string[] {
    const parts = [''];
    for (const { segment } of new Intl.Segmenter().segment(word)) {
      const longer = `${parts.at(-1) ?? ''}${segment}`;
      if (parts.at(-1) === '' || doc.widthOfString(longer) <= width) parts[parts.length - 1] = longer;
      else parts.push(segment);
    }
    return parts;
  }

  /** One line, made smaller where it would not fit. */
  function write(text: string, { x, y, width }: Place, { align = 'left', color = INK.text, ...style }: Style): void {
    put(choose(doc, written(text), style), { x, y, width }, { ...style, align, color });
  }

  /** In the font that is chosen. */
  function put(line: string, { x, y, width }: Place, { size, align, color }: Required<Omit<Style, 'bold'>>): void {
    const natural = doc.widthOfString(line);
    const spare = Math.max(0, width - natural);
    const start = x + { left: 0, center: spare / 2, right: spare }[align];
    doc.fontSize(size * Math.min(1, width / natural)).fillColor(color);
    const word = (part: string, at: number) => doc.text(part, at, y + size * ASCENT, { lineBreak: false, baseline: 'alphabetic' });
    if (!runsLeft(line)) word(line, start);
    else inReadingPlaces(line).reduce((at, part) => (word(part, at), at + doc.widthOfString(`${part} `)), start);
    doc.fontSize(size);
  }

  /** All its lines, or as many as there is room for; answers where the next would stand. */
  function wrap(text: string, place: Place, style: Style, most = Infinity): number {
    const all = lines(text, place.width, style);
    const made = all.length <= most ? all : [...all.slice(0, most - 1), `${all[most - 1] ?? ''}…`];
    made.forEach((line, i) => put(line, { ...place, y: place.y + heightOf(i, style) }, { align: 'left', color: INK.text, ...style }));
    return place.y + heightOf(made.length, style);
  }

  function finish(): Promise<Buffer> {
    doc.end();
    return finished;
  }

  return { doc, lines, write, wrap, finish };
}

/** Takes the font that has these letters, and answers them without those that no font has. */
function choose(doc: PDFKit.PDFDocument, text: string, { size, bold = false }: Style): string {
  if (isCommon(text)) {
    doc.font(bold ? 'Helvetica-Bold' : 'Helvetica', size);
    return text;
  }
  doc.font(bold ? OTHER.bold : OTHER.regular, size);
  // pdfkit would draw an empty box, and tells nobody but its own field which letters a font has.
  const { font } = (doc as PDFKit.PDFDocument & { _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } } })._font;
  return [...text].map((letter) => (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?')).join('');
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((done, fail) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(Buffer.concat(chunks))).on('error', fail);
  });
}
