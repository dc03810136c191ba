import type { AttachCommands } from '../../../flows/tailoring/attach.ts';
import type { TasksCommands } from '../../../flows/tailoring/tasks.ts';
import { attachMedia } from '../../domain/orders/attach-media.ts';
import { attachOwnMedia } from '../../domain/orders/attach-own-media.ts';
import { holdOrder } from '../../domain/orders/change-status.ts';
import { listBoard, listOrders } from '../../domain/orders/list-orders.ts';
import { OPEN, type OrderStatus } from '../../domain/orders/lifecycle.ts';
import { listTasks, othersOrder } from '../../domain/orders/tasks.ts';
import { fullNumber, shortNumber } from '../../domain/spoken/order-number.ts';
import type { Sent } from '../../../flows/flow.ts';
import type { Scope } from '../../scope.ts';
import { may } from '../acts.ts';
import { STAFF } from '../profiles.ts';
import { clientWork, whoBuys } from './client-work.ts';
import { LINE_CHARS, linesOf, orderLine } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';

const ROWS = 5;
const TASKS_MAX = 6;

export const attachCommands: Handlers<Omit<AttachCommands, 'order.find'> & TasksCommands> = {
  'tasks.list': (scope) => staffWork(scope, 'work.look', async (business, { id }) => {
    const say = wordsFor(scope);
    return { list: (await listTasks(business, id, TASKS_MAX)).map((task) => ({ id: fullNumber(task), label: linesOf([orderLine(task)], LINE_CHARS - STAGE_CHARS, say(`stage.name.${task.stage}`)) })) };
  }),
  'attach.offer': (scope) => (isStaff(scope) ? offerWork(scope) : offerOwn(scope)),
  'attach.own': (scope, { orderId, media }) => (isStaff(scope) ? giveWork(scope, orderId, media) : giveOwn(scope, orderId, media)),
  'order.attach': (scope, { orderId, media }) => giveWork(scope, orderId, media),
};
const STAGE_CHARS = 11;

const isStaff = ({ who }: Scope): boolean => STAFF.has(who.persona);

const offerWork = (scope: Scope) => staffWork(scope, 'work.look', async (business) => {
  const { rows } = await listBoard(business, 'all', { limit: ROWS });
  return { list: [...rows.map((order) => ({ id: order.id, label: orderLine(order) })), { id: 'other' }, { id: 'none' }] };
});

const giveWork = (scope: Scope, orderId: string, media: Sent) => staffWork(scope, 'order.attach', async (business, member) => {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' } as const;
  if (!may(member, 'order.assign') && (await othersOrder(business, orderId, member.id))) return { refused: 'others' } as const;
  await attachMedia(business, orderId, [mediaOf(media)]);
  return { number: shortNumber(order.seq) };
});

async function offerOwn(scope: Scope) {
  const buyer = whoBuys(scope);
  if ('needs' in buyer) return buyer;
  const open = await ownOpen(scope, buyer.personId);
  return { list: [...open.map(({ id, seq, description }) => ({ id, label: linesOf([shortNumber(seq), description], LINE_CHARS) })), { id: 'none' }] };
}

/** What a client sends for an order its workshop is told of. */
async function giveOwn(scope: Scope, orderId: string, media: Sent) {
  const buyer = whoBuys(scope);
  if ('needs' in buyer) return buyer;
  const own = (await ownOpen(scope, buyer.personId)).find(({ id }) => id === orderId);
  if (own === undefined) return { refused: 'unknown' } as const;
  return clientWork(scope, own.tenantId, (business) => attachOwnMedia(business, orderId, media.kind, mediaOf(media)));
}

async function ownOpen({ db, desk }: Scope, personId: string) {
  const clientIds = desk.clients.filter((client) => client.personId === personId).map(({ id }) => id);
  const { rows } = await listOrders(db, clientIds, { limit: OWN_LOOKED_AT });
  return rows.filter(({ status }) => OPEN.includes(status as OrderStatus)).slice(0, ROWS);
}
const OWN_LOOKED_AT = 20;

const mediaOf = ({ eventId, caption }: Sent) => ({ eventId, ...(caption === undefined ? {} : { caption }) });
