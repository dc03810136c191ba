import type { ReadyCommands } from '../../../flows/tailoring/ready.ts';
import { findOrder } from '../../domain/orders/find-order.ts';
import { markReady, unmarkReady } from '../../domain/orders/mark-ready.ts';
import { choicesOf, foundOrder } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

export const tailoringCommands: Handlers<ReadyCommands> = {
  'order.find': (scope, { said, to }) => staffWork(scope, FOR[to], async (business) => {
    const found = await findOrder(business, said);
    if ('order' in found) return { order: await foundOrder(business, found.order.orderId) };
    if ('which' in found) return { refused: 'several', near: choicesOf(found.which), typed: '' };
    return { refused: found.refused, near: choicesOf('near' in found ? found.near : []), typed: numberSaid(said) };
  }),
  'order.ready': (scope, { orderId, quiet }) => staffWork(scope, 'order.ready', async (business) => {
    const marked = await markReady(business, orderId, { quiet });
    return 'refused' in marked ? marked : { due: marked.dueXof };
  }),
  'order.unready': (scope, { orderId }) => staffWork(scope, 'order.ready', (business) => unmarkReady(business, orderId)),
};

const FOR = { look: 'work.look', take: 'money.take' } as const;

const numberSaid = (said: { seq: number } | string): string => (typeof said === 'string' ? said : String(said.seq).padStart(4, '0'));
