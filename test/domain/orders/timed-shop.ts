import { planMornings, tellMorning } from '../../../src/jobs/morning-briefs.ts';
import { openDueRoom } from '../../../src/jobs/due-room.ts';
import { orderTimer } from '../../../src/jobs/order-timer.ts';
import { workIn } from '../../../src/conversation/work-in.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { changeStatus, holdOrder } from '../../../src/domain/orders/change-status.ts';
import type { OrderStatus } from '../../../src/domain/orders/lifecycle.ts';
import type { Acting, Business } from '../../../src/domain/tenants/business.ts';
import { placeOrder, type NewOrder } from '../../../src/domain/orders/place-order.ts';
import { loadTexts } from '../../../src/i18n.ts';
import { createLogger } from '../../../src/logger.ts';
import { openShop } from './shop.ts';

const HOUR_MS = 3_600_000;
const told = { texts: loadTexts(), serviceCode: '*384*22#', publicUrl: 'https://griot.example.com' };
const STEP_MS = 12 * HOUR_MS;
let phones = 0;

/** A workshop whose clock moves when the story says so, whose timers run as in the product, and whose people have telephones. */
export async function openTimedShop(settings?: object) {
  const shop = await openShop(settings);
  const { db, tenantId } = shop;
  let now = shop.now;
  const room = openDueRoom({
    db, now: () => now, logger: createLogger('silent', false), posted: () => undefined, mailed: () => undefined,
    known: { 'order.timer': orderTimer(told), 'brief.plan': planMornings, 'brief.tell': tellMorning(told) },
  });
  const owner = await db.person.create({ data: { fullName: 'Afi Kossou', members: { create: { tenantId, role: 'owner', permissions: [] } } } });
  const { personId } = await db.client.findUniqueOrThrow({ where: { id: shop.clientId } });
  for (const person of [personId, owner.id]) {
    const phone = `+22901970${String((phones += 1)).padStart(5, '0')}`;
    await db.contact.create({ data: { key: phone, phone, persons: { create: { personId: person, isDefault: true } } } });
  }

  const as = async <T>(acting: Partial<Acting>, work: (business: Business) => Promise<T>): Promise<T> =>
    (await db.$transaction((tx) => workIn(tx, tenantId, { now, actor: 'member:owner', role: 'owner', channel: 'whatsapp', ...acting }, { ...told, now }, work))).result;
  const become = (orderId: string, ...statuses: OrderStatus[]) => as({}, async (business) => {
    for (const status of statuses) {
      const order = await holdOrder(business, orderId);
      if (order === null || 'refused' in (await changeStatus(business, order, status))) throw new Error(`not ${status}`);
    }
  });

  return {
    ...shop, as, become, room,
    now: () => now,
    place: async (order: Partial<NewOrder> = {}): Promise<string> => {
      const placed = await as({}, (business) => placeOrder(business, shop.wanted(order)));
      if ('refused' in placed) throw new Error(`refused: ${placed.refused}`);
      return placed.orderId;
    },
    confirmed: async (order: Partial<NewOrder> = {}): Promise<string> => {
      const placed = await as({}, (business) => placeOrder(business, shop.wanted(order)));
      if ('refused' in placed) throw new Error(`refused: ${placed.refused}`);
      const confirmed = await as({}, (business) => confirmOrder(business, placed.orderId));
      if ('refused' in confirmed) throw new Error(`refused: ${confirmed.refused}`);
      return placed.orderId;
    },
    /** Lets so much time pass, looking at what is due on the way and at the end. */
    async pass({ days = 0, hours = 0 }: { days?: number; hours?: number }): Promise<void> {
      const end = now.getTime() + (days * 24 + hours) * HOUR_MS;
      while (now.getTime() < end) {
        now = new Date(Math.min(now.getTime() + STEP_MS, end));
        await room.ring();
      }
    },
    /** So much time passes in which nothing of ours runs. */
    sleep: ({ days }: { days: number }): void => void (now = new Date(now.getTime() + days * 24 * HOUR_MS)),
    statusOf: async (orderId: string): Promise<string> => (await db.order.findUniqueOrThrow({ where: { id: orderId } })).status,
    /** What was told of an order, in order: `depositDue` and the words. */
    async told(orderId: string): Promise<string[]> {
      const rows = await db.outbox.findMany({ where: { key: { startsWith: `order:${orderId}:` } }, orderBy: { id: 'asc' } });
      return rows.map(({ key, payload }) => `${key.split(':')[2] ?? ''} · ${(payload as { text: string }).text}`);
    },
    close: async () => {
      await room.close();
      await shop.close();
    },
  };
}
export type TimedShop = Awaited<ReturnType<typeof openTimedShop>>;
