import type { i18n } from 'i18next';
import { sayer, type Language, type Say } from '../../src/i18n.ts';
import { orderLink, orderWords } from '../order-link.ts';
import { qrSquares } from '../qr.ts';
import type { Letterhead } from './letterhead.ts';
import { heightOf, INK, MARGIN, openPaper, type Paper, type Style } from './paper.ts';

export interface PosterData {
  language: Language;
  business: Letterhead;
  /** The number of Griot on WhatsApp. */
  whatsapp: string;
  /** What to dial, as `*384*22#`. */
  ussd: string;
  at: Date;
}

const LARGEST_CODE = 276;
const WAYS_HEIGHT = 62;
const NAME = { bold: true, color: '#ffffff', align: 'center' } as const;
const CALL: Style = { size: 25, bold: true, color: INK.brand, align: 'center' };
const SAID: Style = { size: 11, color: INK.quiet, align: 'center' };
/** A long name is written smaller before it takes a third line. */
const NAME_SIZES = [26, 22, 19, 16];
const SMALLEST = 13;

/** For the wall of the workshop: point a camera at it, or dial. */
export async function drawPoster(texts: i18n, data: PosterData): Promise<Buffer> {
  const say = sayer(texts, data.language, 'paper');
  const { business, language, at, whatsapp } = data;
  const paper = openPaper({ title: `${say('poster.call')} – ${business.name}`, author: business.name, language, at });
  const place = { x: MARGIN, width: paper.doc.page.width - 2 * MARGIN };
  let y = drawName(paper, business) + 16;
  paper.write(say('poster.call'), { ...place, y }, CALL);
  paper.write(say('poster.scan'), { ...place, y: (y += heightOf(1, CALL)) }, SAID);
  y += heightOf(1, SAID);
  const ways = paper.doc.page.height - MARGIN - WAYS_HEIGHT;
  const side = Math.min(LARGEST_CODE, ways - y - 2 * heightOf(1, SAID));
  drawSquares(paper, orderLink(whatsapp, business.code), y, side);
  paper.write(say('poster.write', { words: orderWords(business.code), number: whatsapp }), { ...place, y: y + side }, SAID);
  drawWays(paper, say, data, ways);
  return paper.finish();
}

function drawName({ doc, lines, write }: Paper, { name, town }: Letterhead): number {
  const place = { x: MARGIN, width: doc.page.width - 2 * MARGIN };
  const size = NAME_SIZES.find((each) => lines(name, place.width, { ...NAME, size: each }).length <= 2) ?? SMALLEST;
  const style = { ...NAME, size };
  const told = lines(name, place.width, style);
  const height = 30 + heightOf(told.length, style) + (town === undefined ? 12 : 28);
  doc.rect(0, 0, doc.page.width, height).fill(INK.brand);
  told.forEach((line, i) => write(line, { ...place, y: 24 + heightOf(i, style) }, style));
  if (town !== undefined) write(town, { ...place, y: height - 26 }, { ...SAID, size: 12, color: '#ffffff' });
  return height;
}

/** Drawn, not pictured: as sharp on a wall as on a screen. */
function drawSquares({ doc }: Paper, link: string, y: number, wide: number): void {
  const rows = qrSquares(link);
  const side = wide / rows.length;
  const left = (doc.page.width - wide) / 2;
  rows.forEach((row, down) => row.forEach((ink, across) => ink && doc.rect(left + across * side, y + down * side, side, side)));
  doc.fill('#000000');
}

/** At the foot: the code to say, and what a simple phone dials. */
function drawWays({ doc, write }: Paper, say: Say, { business, ussd }: PosterData, y: number): void {
  const width = (doc.page.width - 2 * MARGIN - 14) / 2;
  for (const [i, [label, value]] of [[say('poster.code'), business.code], [say('poster.dial'), ussd]].entries()) {
    const x = MARGIN + i * (width + 14);
    doc.roundedRect(x, y, width, WAYS_HEIGHT, 6).fill(INK.pale);
    write(label ?? '', { x: x + 8, y: y + 10, width: width - 16 }, { ...SAID, size: 10 });
    write(value ?? '', { x: x + 8, y: y + 26, width: width - 16 }, { size: 22, bold: true, color: INK.brand, align: 'center' });
  }
}
