import type { Choice } from '../../../flows/flow.ts';
import type { MyOrdersCommands } from '../../../flows/tailoring/my-orders.ts';
import { dayAt } from '../../domain/calendar/day.ts';
import { grouped } from '../../domain/money/xof.ts';
import { cancelOrder } from '../../domain/orders/cancel-order.ts';
import { askOtherDay, lastComplaint } from '../../domain/orders/complain.ts';
import { PAYABLE, type OrderStatus } from '../../domain/orders/lifecycle.ts';
import { listOrders, type ListedOrder } from '../../domain/orders/list-orders.ts';
import { seeOwnOrder, type SeenOrder } from '../../domain/orders/see-own-order.ts';
import { phoneOf } from '../../domain/tenants/phone-of.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import { sayer, type Say } from '../../i18n.ts';
import type { Scope } from '../../scope.ts';
import { whoBuys } from './client-work.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { ownOrderWork } from './own-order.ts';

/** What two parts of an SMS hold, and one page on WhatsApp with the row that goes on. */
const PAGE = 6;
const NOTE_CHARS = 120;

export const myOrdersCommands: Handlers<Omit<MyOrdersCommands, 'order.findOwn'>> = {
  'orders.list': async (scope, { after }) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const clientIds = scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map(({ id }) => id);
    const { rows, next = '' } = clientIds.length === 0 ? { rows: [] } : await listOrders(scope.db, clientIds, { after, limit: PAGE });
    const say = tongue(scope);
    return { mine: [...rows.map((order): Choice => ({ id: order.id, label: lineOf(order, say) })), ...(next === '' ? [] : [{ id: 'following' }])], next };
  },

  'orders.see': async (scope, { orderId, tenantId }) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const order = await seeOwnOrder(scope.db, buyer.personId, orderId);
    if (order === undefined) return { refused: 'unknown' };
    const phone = await phoneOf(scope.db, tenantId);
    return ownOrderWork(scope, { orderId, tenantId }, async (business) => {
      const complaint = await lastComplaint(business, orderId);
      const day = stampOf(order);
      return {
        seen: {
          status: order.status, day: day === null ? (order.promisedOn ?? dayAt(business.now, business.timezone)) : dayAt(day, business.timezone), phone: phone ?? '',
          note: complaint === undefined ? '' : `\n${tongue(scope)('orders.complained', { words: complaint.slice(0, NOTE_CHARS) })}`,
        },
        acts: actsFor(order, phone !== undefined).map((id) => ({ id })),
      };
    });
  },
  'orders.cancel': (scope, where) => ownOrderWork(scope, where, async (business) => {
    const cancelled = await cancelOrder(business, where.orderId, 'client');
    return 'refused' in cancelled ? cancelled : { owed: cancelled.owedXof };
  }),
  'orders.askDay': (scope, { words, ...where }) => ownOrderWork(scope, where, (business) => askOtherDay(business, where.orderId, words)),
};

const tongue = ({ voice, who }: Scope): Say => sayer(voice.texts, who.language, who.channel);

/** « 0042 Boubou bazin PRETE 12 500F » */
function lineOf({ seq, description, status, totalXof, paidXof }: ListedOrder, say: Say): string {
  const due = PAYABLE.includes(status as OrderStatus) && totalXof !== null ? totalXof - paidXof : 0;
  const end = [say(`orders.short.${status}`), ...(due > 0 ? [`${grouped(due)}F`] : [])].join(' ');
  return linesOf([shortNumber(seq), description], LINE_CHARS - end.length - 1, end);
}

/** When it came to where it stands, where that is what one asks. */
const stampOf = ({ status, readyAt, deliveredAt }: SeenOrder): Date | null => (status === 'delivered' ? deliveredAt : status === 'ready' || status === 'unclaimed' ? readyAt : null);

type Act = 'retake' | 'callShop' | 'pay' | 'quote' | 'complain' | 'call' | 'receipt' | 'rate' | 'day' | 'cancel' | 'refund';
const WORKED: Act[] = ['pay', 'complain', 'call', 'receipt', 'day'];
const HELD: Act[] = ['pay', 'complain', 'call', 'receipt'];
const GONE: Act[] = ['refund', 'call', 'receipt'];
/** What a client may do about an order as it stands. */
const ACTS: Record<OrderStatus, Act[]> = {
  quote: ['quote', 'call', 'cancel'], confirmed: ['pay', 'complain', 'call', 'receipt', 'day', 'cancel'], awaiting_payment: ['pay', 'call', 'receipt', 'cancel'], preparing: ['pay', 'complain', 'call', 'receipt', 'cancel'], in_progress: [...WORKED, 'cancel'], fitting: WORKED, on_hold: WORKED, ready: HELD, unclaimed: HELD,
  delivered: ['pay', 'rate', 'complain', 'call', 'receipt', 'refund'], rejected: GONE, expired: GONE, cancelled: GONE,
};

function actsFor({ kind, status, dueXof, paidXof, totalXof, isRefunding, isUntouched }: SeenOrder, callable: boolean): Act[] {
  const isShop = kind === 'shop';
  const has: Partial<Record<Act, boolean>> = { pay: dueXof > 0, quote: totalXof !== null, receipt: paidXof > 0, call: callable, refund: paidXof > 0 || isRefunding, cancel: status === 'in_progress' ? isUntouched : status !== 'preparing' || paidXof === 0 };
  const acts = ACTS[status as OrderStatus].filter((act) => has[act] !== false);
  // A cart that has lapsed may be kept again.
  return isShop ? [...(status === 'expired' ? ['retake' as const] : []), ...acts.map((act) => (act === 'call' ? 'callShop' : act))] : acts;
}
