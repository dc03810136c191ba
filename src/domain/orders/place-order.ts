import { dateOf, dayAt, type Day } from '../calendar/day.ts';
import { depositXof } from '../money/xof.ts';
import type { Urgency } from '../calendar/working-days.ts';
import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { nextNumber } from '../tenants/next-number.ts';
import { record } from './history.ts';
import { planTimers } from './timers.ts';

export type NewOrder = {
  clientId: string;
  /** Absent for what the workshop has not in its list. */
  garmentTypeId?: string;
  garment: string;
  description?: string;
  points: number;
  urgency: Urgency;
  fabricBy: 'client' | 'workshop';
  promisedOn: Day;
  /** Absent where the workshop has no price for it: it is quoted. */
  totalXof?: number;
  measureId?: string;
  /** Why the owner takes it into a week that is full. */
  force?: string;
  source: string;
  /** What asked for it: the same message orders once. */
  key?: string;
};

/** Writes an order as a quote. It takes no place and binds nobody until it is confirmed. */
export async function placeOrder(business: Business, order: NewOrder): Promise<{ orderId: string; year: number; seq: number } | Refused<'past'>> {
  const { db, id: tenantId, now, timezone, actor, settings } = business;
  const today = dayAt(now, timezone);
  if (order.promisedOn <= today) return { refused: 'past' };

  const year = Number(today.slice(0, 4));
  const seq = await nextNumber(business, 'order', year);
  const { garmentTypeId, garment, totalXof, promisedOn, clientId, points, urgency, fabricBy, source } = order;
  const price = totalXof === undefined ? {} : { totalXof: BigInt(totalXof), depositXof: BigInt(depositXof(totalXof, settings.depositPct)) };
  const line = totalXof === undefined ? {} : { unitPriceXof: BigInt(totalXof), lineXof: BigInt(totalXof) };
  const { id } = await db.order.create({
    data: {
      tenantId, year, seq, clientId, status: 'quote', urgency, fabricBy, description: order.description ?? garment, points, promisedOn: dateOf(promisedOn), firstPromise: dateOf(promisedOn),
      measureId: order.measureId ?? null, source, key: order.key ?? null, createdBy: actor, createdAt: now, quotedAt: now, ...price,
      items: { create: { tenantId, garmentTypeId: garmentTypeId ?? null, description: garment, qty: 1, ...line } },
    },
  });
  await record(business, id, [{ change: 'placed', field: 'status', after: 'quote' }, ...(order.force === undefined ? [] : [{ change: 'forced', field: 'promisedOn', after: promisedOn, reason: order.force }])]);
  await planTimers(business, id, 'quote');
  return { orderId: id, year, seq };
}
