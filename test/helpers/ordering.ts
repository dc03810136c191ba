import { addDays, dayAt } from '../../src/domain/calendar/day.ts';
import { changeGarment } from '../../src/domain/catalogue/change-garment.ts';
import { listGarments } from '../../src/domain/catalogue/list-garments.ts';
import { changeStatus, holdOrder } from '../../src/domain/orders/change-status.ts';
import { placeOrder } from '../../src/domain/orders/place-order.ts';
import { takeMoney } from '../../src/domain/payments/take-money.ts';
import { rest } from './momo.ts';
import { tillOf } from './paying.ts';
import type { World } from './world.ts';

type Wanted = { phone?: string; code?: string; totalXof?: number; points?: number; inDays?: number };
const DAYS = 7;

/** Orders of the cast as a story finds them: a price that waits for a yes, a garment that was handed over. */
export function ordersOf(world: World) {
  const till = tillOf(world);

  async function quoted({ phone, code = 'AFI', totalXof, points = 1, inDays = DAYS }: Wanted = {}): Promise<string> {
    const clientId = await till.clientOf(code, phone);
    const tenant = await world.db.tenant.findUniqueOrThrow({ where: { code } });
    const garment = (await world.db.garmentType.findFirst({ where: { tenantId: tenant.id, name: 'Boubou' } })) ?? (await world.db.garmentType.create({ data: { tenantId: tenant.id, name: 'Boubou', measureKeys: [], position: 1, changedAt: world.now() } }));
    return till.as(code, {}, async (business) => {
      const promisedOn = addDays(dayAt(business.now, business.timezone), inDays);
      const placed = await placeOrder(business, { clientId, garmentTypeId: garment.id, garment: 'Boubou', points, urgency: 'normal', fabricBy: 'client', promisedOn, source: 'test', ...(totalXof === undefined ? {} : { totalXof }) });
      if ('refused' in placed) throw new Error(placed.refused);
      return placed.orderId;
    });
  }

  /** The garment is in its client's hands, and paid. */
  async function delivered(orderId: string): Promise<void> {
    await till.as('AFI', {}, async (business) => {
      const order = await holdOrder(business, orderId);
      if (order === null) throw new Error('there is no such order');
      await takeMoney(business, { orderId, amountXof: Number((order.totalXof ?? 0n) - order.paidXof), how: 'cash', key: `test:${orderId}` });
      await changeStatus(business, order, 'delivered');
    });
    world.post.ring();
    await rest(world);
  }

  /** The workshop changes what it takes for a garment. */
  const priced = (name: string, priceXof: number) => till.as('AFI', {}, async (business) => {
    const garment = (await listGarments(business)).find((each) => each.name === name);
    await changeGarment(business, garment?.garmentId ?? '', { priceXof });
  });

  const numbered = async (seq: number): Promise<string> => (await world.db.order.findFirstOrThrow({ where: { seq } })).id;

  return { quoted, delivered, priced, numbered };
}

/** Whose orders came after those of the cast, and what became of them. */
export async function newOrders({ db }: World) {
  const orders = await db.order.findMany({ where: { seq: { gt: 44 } }, orderBy: { seq: 'asc' } });
  const clients = await db.client.findMany({ where: { id: { in: orders.map(({ clientId }) => clientId) } }, include: { person: true } });
  const nameOf = (clientId: string) => clients.find(({ id }) => id === clientId)?.person.fullName;
  return orders.map(({ clientId, status, totalXof, depositXof }) => ({ who: nameOf(clientId), status, total: Number(totalXof), deposit: Number(depositXof) }));
}
