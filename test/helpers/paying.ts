import { workIn } from '../../src/conversation/work-in.ts';
import { dayAt, addDays } from '../../src/domain/calendar/day.ts';
import { confirmOrder } from '../../src/domain/orders/confirm-order.ts';
import { placeOrder } from '../../src/domain/orders/place-order.ts';
import { askPayment, type Asked } from '../../src/domain/payments/ask-payment.ts';
import type { Acting, Business } from '../../src/domain/tenants/business.ts';
import type { FedapayStandin } from '../../src/standins/fedapay.ts';
import { settle } from './networks.ts';
import type { World } from './world.ts';

const AWA = '+2290196000001';

let asks = 0;

/** The cast at the till: orders that are confirmed, payments that are asked for, and the provider in one's hand. */
export function tillOf(world: World) {
  const { db, now } = world;
  const provider = (): FedapayStandin => {
    if (world.standins.fedapay === undefined) throw new Error('payments are not simulated here');
    return world.standins.fedapay;
  };

  async function as<T>(code: string, acting: Partial<Acting>, work: (business: Business) => Promise<T>): Promise<T> {
    const { id } = await db.tenant.findUniqueOrThrow({ where: { code } });
    const told = { texts: world.texts, serviceCode: world.config.ussd.serviceCode, publicUrl: world.config.publicUrl, now: now() };
    return db.$transaction(async (tx) => (await workIn(tx, id, { now: now(), actor: 'member:owner', role: 'owner', channel: 'whatsapp', ...acting }, told, work)).result, { maxWait: 60_000, timeout: 60_000 });
  }

  /** A client of the business, with the number the cast has for them. */
  async function clientOf(code: string, phone = AWA): Promise<string> {
    const tenant = await db.tenant.findUniqueOrThrow({ where: { code } });
    const person = await db.contactPerson.findFirstOrThrow({ where: { contact: { phone } } });
    const known = await db.client.findFirst({ where: { tenantId: tenant.id, personId: person.personId } });
    return (known ?? (await db.client.create({ data: { tenantId: tenant.id, personId: person.personId, phone, tags: [], firstSource: 'test' } }))).id;
  }

  async function order(code = 'AFI', { totalXof = 25_000, phone = AWA }: { totalXof?: number; phone?: string } = {}): Promise<string> {
    const clientId = await clientOf(code, phone);
    const tenant = await db.tenant.findUniqueOrThrow({ where: { code } });
    const garment = (await db.garmentType.findFirst({ where: { tenantId: tenant.id } })) ?? (await db.garmentType.create({ data: { tenantId: tenant.id, name: 'Boubou', measureKeys: [], position: 1, changedAt: now() } }));
    return as(code, {}, async (business) => {
      const promisedOn = addDays(dayAt(business.now, business.timezone), 7);
      const placed = await placeOrder(business, { clientId, garmentTypeId: garment.id, garment: 'Boubou', points: 0, urgency: 'normal', fabricBy: 'client', promisedOn, totalXof, source: 'test' });
      if ('refused' in placed) throw new Error(placed.refused);
      await confirmOrder(business, placed.orderId, { force: 'test' });
      return placed.orderId;
    });
  }

  async function ask(orderId: string, { code = 'AFI', ...wanted }: Partial<Asked> & { code?: string } = {}): Promise<string> {
    const asked = await as(code, { role: 'client', actor: 'client:awa' }, (business) => askPayment(business, { orderId, amountXof: 12_500, method: 'push', mode: 'mtn_open', phone: AWA, delayMs: 0, key: `till:${(asks += 1)}`, ...wanted }));
    if ('refused' in asked) throw new Error(asked.refused);
    return asked.paymentId;
  }

  /** Until nothing is due and nothing is on its way any more. */
  async function rest(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await world.due?.ring();
      await world.standins.fedapay?.idle();
    }
    world.post.ring();
    await settle(world);
  }

  return {
    provider, as, clientOf, order, ask, rest,
    payment: (id: string) => db.payment.findUniqueOrThrow({ where: { id } }),
    orderNow: (id: string) => db.order.findUniqueOrThrow({ where: { id } }),
    /** The provider's own id of a payment, as it stands there. */
    theirs: (id: string): string => String(provider().transactions().find(({ merchantRef }) => merchantRef === id)?.id ?? 'none'),
    transactionsOf: (id: string) => provider().transactions().filter(({ merchantRef }) => merchantRef === id),
  };
}
export type Till = ReturnType<typeof tillOf>;
