import type { Choice } from '../../../flows/flow.ts';
import type { FindOwnOrder, OwnOrder } from '../../../flows/own-order.ts';
import { findOwnOrder, type FoundOrder } from '../../domain/orders/find-order.ts';
import { seeOwnOrder, type SeenOrder } from '../../domain/orders/see-own-order.ts';
import { fullNumber, shortNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Refused, Scope } from '../../scope.ts';
import { clientWork, whoBuys } from './client-work.ts';
import { linesOf, LINE_CHARS } from './found-order.ts';
import type { Handlers, Needs } from './handlers.ts';

export const ownOrderCommands: Handlers<FindOwnOrder> = {
  'order.findOwn': async (scope, { said, named }) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const { db, now } = scope;
    const typed = typeof said === 'string' ? said : shortNumber(said.seq);
    const see = async (orderId: string) => {
      const seen = await seeOwnOrder(db, buyer.personId, orderId);
      return seen === undefined ? { refused: 'unknown', typed, near: [{ id: 'mine' }] } : { order: shown(seen) };
    };
    if (typeof said === 'string' && IS_ID.test(said)) return see(said);
    const found = await findOwnOrder(db, { personId: buyer.personId, now }, said);
    if ('order' in found) return see(found.order.orderId);
    if ('which' in found) {
      const [only, ...more] = found.which.filter(({ tenantId }) => tenantId === named);
      if (only !== undefined && more.length === 0) return see(only.orderId);
      return { refused: 'several', typed: shops(found.which), near: [...found.which.map(whereOf), { id: 'again' }] };
    }
    return { refused: found.refused, typed, near: [...('near' in found ? found.near : []).map(whereOf), { id: 'mine' }, { id: 'again' }, ...(scope.desk.persons.length > 1 ? [{ id: 'profile' }] : [])] };
  },
};

/** Two workshops may each have a 0042: a choice names the row itself. */
const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const whereOf = ({ orderId, seq, name, description }: FoundOrder): Choice => ({ id: orderId, label: linesOf([shortNumber(seq), description, name], LINE_CHARS) });
const shops = (orders: FoundOrder[]): string => [...new Set(orders.map(({ name }) => name))].join(', ');

const shown = (seen: SeenOrder): OwnOrder => {
  const { orderId, tenantId, seq, year, business, description, status, totalXof, dueXof, depositXof } = seen;
  return { orderId, tenantId, seq, year, number: shortNumber(seq), full: fullNumber(seen), business, what: description, status, total: totalXof ?? 0, due: dueXof, deposit: depositXof };
};

/** Does what a client asks about an order of theirs. Of anybody else's nothing is told and nothing done. */
export const ownOrderWork = <T extends object>(scope: Scope, { orderId, tenantId }: { orderId: string; tenantId: string }, work: (business: Business, clientId: string) => Promise<T>): Promise<T | Needs | Refused<'unknown'>> =>
  clientWork(scope, tenantId, async (business, clientId): Promise<T | Refused<'unknown'>> => {
    const own = await business.db.order.findFirst({ where: { id: orderId, clientId }, select: { id: true } });
    return own === null ? { refused: 'unknown' } : work(business, clientId);
  });
