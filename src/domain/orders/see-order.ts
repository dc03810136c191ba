import { dayAt, dayOf, type Day } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import { RANKS } from '../../db/receipts.ts';
import type { Business } from '../tenants/business.ts';
import { nameOf, actorOf, whoSews } from './tasks.ts';
import type { OrderKind, OrderStatus } from './lifecycle.ts';
import type { Stage } from './stage-names.ts';

export type SeenOrder = {
  orderId: string; kind: OrderKind; year: number; seq: number; status: OrderStatus; description: string; client: string; phone: string | null; promisedOn: Day | null;
  totalXof: number | null; paidXof: number; measuredOn: Day | null; photos: number; done: Stage[]; open: Stage[]; sewer: string;
  /** What became of the message that it is ready. */
  told: 'nothing' | 'underWay' | 'arrived' | 'failed';
};

/** All that a workshop knows of an order; undefined for one of somebody else. */
export async function seeOrder(business: Business, orderId: string): Promise<SeenOrder | undefined> {
  const { db, timezone } = business;
  const order = await db.order.findFirst({ where: { id: orderId }, include: { tasks: { orderBy: { position: 'asc' } } } });
  if (order === null) return undefined;
  const { phone, person } = await db.client.findFirstOrThrow({ where: { id: order.clientId }, select: { phone: true, person: { select: { fullName: true } } } });
  const measure = order.measureId === null ? null : await db.measureVersion.findFirst({ where: { id: order.measureId }, select: { takenAt: true } });
  const sewer = whoSews(order.tasks);
  const stages = (isDone: boolean) => order.tasks.filter(({ doneAt }) => (doneAt !== null) === isDone).map(({ stage }) => stage as Stage);
  return {
    orderId, kind: order.kind as OrderKind, year: order.year, seq: order.seq, status: order.status as OrderStatus, description: order.description, client: person.fullName, phone,
    promisedOn: order.promisedOn === null ? null : dayOf(order.promisedOn), totalXof: order.totalXof === null ? null : xof(order.totalXof), paidXof: xof(order.paidXof),
    measuredOn: measure === null ? null : dayAt(measure.takenAt, timezone), photos: await db.orderMedia.count({ where: { orderId } }),
    done: stages(true), open: stages(false), sewer: sewer === null ? '' : await nameOf(business, actorOf(sewer)), told: await toldReady(business, orderId),
  };
}

async function toldReady({ db }: Business, orderId: string): Promise<SeenOrder['told']> {
  const last = await db.outbox.findFirst({ where: { key: { startsWith: `order:${orderId}:ready:` }, status: { not: 'withdrawn' } }, orderBy: { id: 'desc' }, select: { status: true, receiptRank: true } });
  if (last === null) return 'nothing';
  if (last.receiptRank >= RANKS.delivered) return 'arrived';
  return last.status === 'failed' || last.receiptRank === RANKS.failed ? 'failed' : 'underWay';
}
