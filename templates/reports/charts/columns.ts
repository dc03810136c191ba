import { INK, type Style } from '../../pdf/paper.ts';
import { drawAxis, short } from './axis.ts';
import { SMALL, type Box, type Pen } from './pen.ts';

interface Columns {
  language: string;
  columns: readonly { name: string; value: number }[];
  /** Each column bears its amount. */
  isTold?: boolean;
  style?: Style;
}
/** How wide a letter is taken to be, with the space about a name. */
const LETTER = 0.8;

/** A column for each day or month; of many names only some are written, the last of them always. */
export function drawColumns(pen: Pen, box: Box, { language, columns, isTold = false, style = SMALL }: Columns): void {
  const { inside, height } = drawAxis(pen, box, { highest: Math.max(...columns.map(({ value }) => value)), language, style });
  const step = inside.width / columns.length;
  const every = Math.ceil((Math.max(...columns.map(({ name }) => name.length)) * style.size * LETTER) / step);
  columns.forEach(({ name, value }, at) => {
    const x = inside.x + at * step;
    const tall = height(Math.max(0, value));
    const wide = Math.min(step * 0.7, 46);
    const top = inside.y + inside.height - tall;
    pen.fill({ x: x + (step - wide) / 2, y: top, width: wide, height: tall }, INK.brand);
    if (isTold) pen.fill({ x: x + step / 2 - style.size * 2, y: top - style.size * 1.4, width: style.size * 4, height: style.size * 1.3 }, '#ffffff');
    if (isTold) pen.text(short(language, value), { x, y: top - style.size * 1.4, width: step }, { ...style, align: 'center', bold: true, color: INK.text });
    const room = step * every;
    if ((columns.length - 1 - at) % every === 0) pen.text(name, { x: x + step / 2 - room / 2, y: inside.y + inside.height + style.size * 0.5, width: room }, { ...style, align: 'center' });
  });
}
