import { addDays, dayAt } from '../domain/calendar/day.ts';
import { addUsualGarments } from '../domain/catalogue/usual-garments.ts';
import { listGarments } from '../domain/catalogue/list-garments.ts';
import { changeGarment } from '../domain/catalogue/change-garment.ts';
import { OWN } from '../domain/measures/label-of.ts';
import { saveMeasures } from '../domain/measures/save-measures.ts';
import { confirmOrder } from '../domain/orders/confirm-order.ts';
import { markReady } from '../domain/orders/mark-ready.ts';
import { placeOrder } from '../domain/orders/place-order.ts';
import { takeMoney } from '../domain/payments/take-money.ts';
import { inBusiness, type Business } from '../domain/tenants/business.ts';
import type { Tx } from '../db/open-database.ts';
import { GARMENTS, MEASURES_OF, ORDERS } from './cast.ts';

const DAY_MS = 86_400_000;
/** So long ago the orders of the cast were placed, and their deposits paid. */
const PLACED_DAYS_AGO = 10;

/** What the workshop of the cast sews, whom it has measured, and what it is working on: done by the functions that everybody's orders go through. */
export async function seedOrders(tx: Tx, tenantId: string, clientIds: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const year = now.getUTCFullYear();
  const placedAt = new Date(Math.max(now.getTime() - PLACED_DAYS_AGO * DAY_MS, Date.UTC(year, 0, 1, 12)));
  await inBusiness(tx, tenantId, { now: placedAt, actor: 'system', role: 'owner', channel: 'whatsapp' }, async (business) => {
    await addUsualGarments(business, GARMENTS.names);
    for (const garment of await listGarments(business)) {
      const priceXof = GARMENTS.pricesXof[garment.name];
      if (priceXof !== undefined) await changeGarment(business, garment.garmentId, { priceXof });
    }
    for (const { client, takenAt, values } of MEASURES_OF) await saveMeasures({ ...business, now: new Date(takenAt) }, { clientId: clientIds.get(client) ?? '', label: OWN, values, source: 'tape', sure: true });
    for (const order of ORDERS) await seedOrder(business, clientIds.get(order.client) ?? '', { ...order, readyAt: now });
  });
}

async function seedOrder(business: Business, clientId: string, { seq, garment: name, description, paidXof, isReady, readyAt, dueInDays }: (typeof ORDERS)[number] & { readyAt: Date }): Promise<void> {
  const { db, id: tenantId, now, timezone } = business;
  const garment = (await listGarments(business)).find((each) => each.name === name);
  if (garment === undefined || garment.priceXof === null) throw new Error(`the cast has no price for ${name}`);
  const year = Number(dayAt(now, timezone).slice(0, 4));
  await db.counter.upsert({ where: { tenantId_kind_year: { tenantId, kind: 'order', year } }, create: { tenantId, kind: 'order', year, last: seq - 1 }, update: { last: seq - 1 } });
  const promisedOn = addDays(dayAt(now, timezone), PLACED_DAYS_AGO + dueInDays);
  const placed = await placeOrder(business, { clientId, garmentTypeId: garment.garmentId, garment: garment.name, description, points: garment.points, urgency: 'normal', fabricBy: 'client', promisedOn, totalXof: garment.priceXof, source: 'demo' });
  if ('refused' in placed) throw new Error(`the cast could not order: ${placed.refused}`);
  const { orderId } = placed;
  await confirmOrder(business, orderId);
  await takeMoney(business, { orderId, amountXof: paidXof, how: 'cash', key: `demo:${orderId}` });
  if (isReady) await markReady({ ...business, now: readyAt }, orderId, { quiet: true });
}
