import type { DeliverCommands } from '../../../flows/tailoring/deliver.ts';
import type { LateCommands } from '../../../flows/tailoring/late.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { deliverOrder } from '../../domain/orders/deliver-order.ts';
import { postponeOrder } from '../../domain/orders/postpone-order.ts';
import { readDay } from '../../domain/spoken/day.ts';
import { todayOf } from '../read-line.ts';
import type { Handlers } from './handlers.ts';
import { isProven, staffWork } from './staff-work.ts';

type OrderCommands = Omit<DeliverCommands & LateCommands, 'order.find'>;

export const orderCommands: Handlers<OrderCommands> = {
  'order.deliver': async (scope, { orderId, reason }) => {
    const forced = reason === '' ? {} : { reason };
    const done = await staffWork(scope, reason === '' ? 'order.deliver' : 'order.force', (business, { hasPin }) => deliverOrder(business, orderId, { ...forced, proven: !hasPin || isProven(scope) }));
    return 'refused' in done && done.refused === 'unproven' ? { needs: 'pin' } : done;
  },
  'day.read': async (scope, { text }) => {
    const read = readDay(text, todayOf(scope));
    return read === undefined ? { refused: 'unread' } : { day: read.day, rolls: read.rolls === true };
  },
  'order.postpone': (scope, { orderId, day, reason }) => staffWork(scope, reason === '' ? 'order.postpone' : 'order.force', (business) => postponeOrder(business, orderId, day as Day, reason === '' ? {} : { force: reason })),
};
