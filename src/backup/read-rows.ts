import type { Session } from '../db/open-session.ts';
import { quoted } from './catalogue.ts';
import type { Row, Table } from './contents.ts';

const PAGE = 500;

/** The rows of a table, a page at a time, as the transaction around it sees them. */
export async function* readRows(session: Session, { name, columns }: Table): AsyncGenerator<Row[], void, undefined> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  await session.exec(`DECLARE pages NO SCROLL CURSOR FOR SELECT ${texts} FROM ONLY ${quoted(name)}`);
  for (;;) {
    const rows = await session.lists(`FETCH ${PAGE} FROM pages`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await session.exec('CLOSE pages');
}
