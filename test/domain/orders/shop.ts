import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../../src/db/open-database.ts';
import type { Day } from '../../../src/domain/calendar/day.ts';
import { placeOrder, type NewOrder } from '../../../src/domain/orders/place-order.ts';
import { inBusiness, type Acting, type Business } from '../../../src/domain/tenants/business.ts';
import { openTestDatabase } from '../../helpers/database.ts';

const FRIDAY = new Date('2026-11-20T09:00:00Z');
let shops = 0;

/** A workshop of its own in a database of its own, with one client and one garment. */
export async function openShop(settings: object = { depositPct: 50, capacityPerWeek: 12 }) {
  const database = await openTestDatabase();
  const db = database.prisma;
  return { db, close: () => database.close(), ...(await openAnother(db, settings)) };
}
export type Shop = Awaited<ReturnType<typeof openAnother>>;

export async function openAnother(db: Prisma, settings: object) {
  const tenant = await db.tenant.create({ data: { code: `SHOP${(shops += 1)}`, name: 'Atelier', country: 'BJ', timezone: 'Africa/Porto-Novo', capabilities: ['tailoring'], settings } });
  const person = await db.person.create({ data: { fullName: 'Awa Dossou' } });
  const client = await db.client.create({ data: { tenantId: tenant.id, personId: person.id, tags: [], firstSource: 'test' } });
  const garment = await db.garmentType.create({ data: { tenantId: tenant.id, name: 'Boubou', priceXof: 25_000n, measureKeys: [], position: 1, changedAt: FRIDAY } });

  const as = <T>(acting: Partial<Acting>, work: (business: Business) => Promise<T>): Promise<T> =>
    db.$transaction((tx) => inBusiness(tx, tenant.id, { now: FRIDAY, actor: 'member:owner', role: 'owner', channel: 'whatsapp', ...acting }, work), { maxWait: 60_000, timeout: 60_000 });
  const wanted = (order: Partial<NewOrder> = {}): NewOrder => ({ clientId: client.id, garmentTypeId: garment.id, garment: 'Boubou', points: 1, urgency: 'normal', fabricBy: 'client', promisedOn: '2026-11-28' as Day, totalXof: 25_000, source: 'test', ...order });
  return {
    tenantId: tenant.id, clientId: client.id, garmentTypeId: garment.id, now: FRIDAY, as, wanted,
    place: async (order: Partial<NewOrder> = {}): Promise<string> => {
      const placed = await as({}, (business) => placeOrder(business, wanted(order)));
      if ('refused' in placed) throw new Error(`refused: ${placed.refused}`);
      return placed.orderId;
    },
    historyOf: async (orderId: string): Promise<string[]> => (await db.orderHistory.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(({ change, before, after, actor, channel, reason }) => [change, before, after, actor, channel, reason].filter(Boolean).join(' ')),
    nobody: randomUUID(),
  };
}
