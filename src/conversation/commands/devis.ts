import type { DevisCommands } from '../../../flows/tailoring/devis.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { quoteOrder, seePrice } from '../../domain/orders/quote-order.ts';
import { readParts } from '../grammar/read-command.ts';
import { todayOf } from '../read-line.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

export const devisCommands: Handlers<Omit<DevisCommands, 'order.find' | 'day.read'>> = {
  'devis.look': (scope, { orderId }) => staffWork(scope, 'order.quote', async (business) => {
    const seen = await seePrice(business, orderId);
    return 'refused' in seen ? seen : { day: seen.promisedOn, priced: seen.totalXof !== null, price: seen.totalXof ?? 0, usual: seen.listXof ?? seen.totalXof ?? 0 };
  }),
  'devis.read': async (scope, { text }) => {
    const { amount, day } = readParts('quote', `1 ${text}`, todayOf(scope)) ?? {};
    return amount === undefined ? { refused: 'unread' } : { amount, ...(day === undefined ? {} : { day }) };
  },
  'order.quote': (scope, { orderId, amount, day, reason }) => staffWork(scope, reason === '' ? 'order.quote' : 'order.force', async (business) => {
    const quoted = await quoteOrder(business, orderId, { totalXof: amount, promisedOn: day as Day, force: reason === '' ? undefined : reason });
    return 'refused' in quoted ? quoted : { deposit: quoted.depositXof, again: quoted.again };
  }),
};
