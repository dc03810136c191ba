import type { Choice } from '../../../flows/flow.ts';
import type { FoundOrder as Shown } from '../../../flows/which-order.ts';
import { xof } from '../../domain/money/xof.ts';
import type { FoundOrder } from '../../domain/orders/find-order.ts';
import { fullNumber, shortNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';

/** An order as staff is shown it. */
export async function foundOrder({ db }: Business, orderId: string): Promise<Shown> {
  const { year, seq, description, status, totalXof, paidXof, clientId } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  const { person } = await db.client.findUniqueOrThrow({ where: { id: clientId }, select: { person: { select: { fullName: true } } } });
  return { orderId, number: shortNumber(seq), full: fullNumber({ year, seq }), name: person.fullName, what: description, status, due: xof((totalXof ?? 0n) - paidXof) };
}

/** An order in a list has no more letters than this on a phone. */
export const LINE_CHARS = 34;

/** « 0042 Awa D. Boubou bazin » */
export function orderLine({ seq, name, description }: Pick<FoundOrder, 'seq' | 'name' | 'description'>, room = LINE_CHARS): string {
  const [first = '', ...rest] = name.split(/\s+/);
  const initial = rest.at(-1)?.charAt(0);
  return linesOf([shortNumber(seq), first, ...(initial === undefined ? [] : [`${initial}.`]), description], room);
}

/** Words that go into so many letters, and behind them what must not be cut. */
export const linesOf = (words: string[], chars: number, kept = ''): string => [words.join(' ').slice(0, chars).trim(), kept].join(' ').trim();

/** Those that a number may mean, to be picked by their full number; and to type it again. */
export const choicesOf = (orders: FoundOrder[]): Choice[] => [
  ...orders.map((order) => ({ id: fullNumber(order), label: orderLine(order) })),
  { id: 'again' },
];
