import type { Say } from '../../src/i18n.ts';
import { INK, MARGIN, type Paper } from './paper.ts';

export interface Letterhead {
  name: string;
  code: string;
  town?: string;
  phone?: string;
  taxIds?: { ifu?: string; rccm?: string; ninea?: string };
}

const MOST_LINES = 3;

/** Who gives the paper; answers where it ends. */
export function drawLetterhead({ doc, wrap }: Paper, say: Say, { name, town, phone, taxIds = {} }: Letterhead): number {
  const place = { x: MARGIN, width: doc.page.width - 2 * MARGIN };
  const { ifu, rccm, ninea } = taxIds;
  const ids = [ifu && say('receipt.ids.ifu', { ifu }), rccm && say('receipt.ids.rccm', { rccm }), ninea && say('receipt.ids.ninea', { ninea })];
  doc.rect(0, 0, doc.page.width, 7).fill(INK.brand);
  let y = wrap(name, { ...place, y: 28 }, { size: 20, bold: true, color: INK.brand }, MOST_LINES);
  for (const line of [[town, phone], ids]) {
    const parts = line.filter(Boolean);
    if (parts.length > 0) y = wrap(parts.join(' · '), { ...place, y }, { size: 9, color: INK.quiet }, MOST_LINES);
  }
  doc.moveTo(MARGIN, y + 8).lineTo(MARGIN + place.width, y + 8).lineWidth(0.8).stroke(INK.line);
  return y + 8;
}
