import type { BoardCommands } from '../../../flows/tailoring/board.ts';
import type { Choice } from '../../../flows/flow.ts';
import { addDays, dayAt, type Day } from '../../domain/calendar/day.ts';
import { countBoard } from '../../domain/orders/count-board.ts';
import { listBoard, type BoardPart, type ListedOrder } from '../../domain/orders/list-orders.ts';
import { fullNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Say } from '../../i18n.ts';
import { LINE_CHARS, orderLine } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';

/** With the row that leads on they fit two SMS. */
const ROWS = 6;

export const boardCommands: Handlers<BoardCommands> = {
  'board.open': (scope) => staffWork(scope, 'work.look', async (business) => {
    const counts = await countBoard(business);
    return { counts, few: counts.all <= ROWS };
  }),
  'board.list': (scope, { part, after }) => staffWork(scope, 'work.look', async (business) => {
    const { rows, next = '' } = await listBoard(business, part as BoardPart, { after, limit: ROWS });
    const say = wordsFor(scope);
    const list: Choice[] = rows.map((order) => ({ id: fullNumber(order), label: rowOf(order, business, say) }));
    return { list: next === '' ? list : [...list, { id: 'next' }], next };
  }),
};

/** « 0039 Awa D. Robe HIER » */
function rowOf(order: ListedOrder, { now, timezone }: Business, say: Say): string {
  const day = order.promisedOn === null ? '' : dayWord(order.promisedOn, dayAt(now, timezone), say);
  return `${orderLine(order, LINE_CHARS - day.length - 1)} ${day}`.trim();
}

function dayWord(day: Day, today: Day, say: Say): string {
  if (day === today) return say('board.day.today');
  return day === addDays(today, -1) ? say('board.day.yesterday') : say('board.day.other', { day });
}
