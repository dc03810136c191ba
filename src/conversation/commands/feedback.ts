import type { ComplainCommands } from '../../../flows/tailoring/complain.ts';
import type { RateCommands } from '../../../flows/tailoring/rate.ts';
import { complain, showComplaint } from '../../domain/orders/complain.ts';
import { listUnrated } from '../../domain/orders/list-unrated.ts';
import { rateOrder } from '../../domain/orders/rate-order.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import { whoBuys } from './client-work.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { ownOrderWork } from './own-order.ts';

export const feedbackCommands: Handlers<Omit<ComplainCommands & RateCommands, 'order.findOwn'>> = {
  'complaint.say': (scope, { words, ...where }) => ownOrderWork(scope, where, (business) => complain(business, where.orderId, words)),
  'complaint.show': (scope, where) => ownOrderWork(scope, where, (business) => showComplaint(business, where.orderId, scope.letterId)),
  'rating.open': async (scope) => {
    // Nobody who has never ordered is asked who they are because of a figure.
    if (scope.desk.clients.length === 0) return { unrated: [] };
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const orders = await listUnrated(scope.db, scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map(({ id }) => id), scope.now);
    return { unrated: orders.map(({ orderId, seq, description }) => ({ id: orderId, label: linesOf([shortNumber(seq), description], LINE_CHARS) })) };
  },
  'rating.give': (scope, { stars, ...where }) => ownOrderWork(scope, where, (business) => rateOrder(business, where.orderId, stars)),
};
