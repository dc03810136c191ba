import { confirmOrder } from '../../src/domain/orders/confirm-order.ts';
import { placeOrder } from '../../src/domain/orders/place-order.ts';
import { linkReceipt } from '../../src/domain/payments/link-receipt.ts';
import { takeMoney } from '../../src/domain/payments/take-money.ts';
import { inBusiness, type Business } from '../../src/domain/tenants/business.ts';
import type { World } from './world.ts';

export const tenantOf = (world: World, code: string) => world.db.tenant.findUniqueOrThrow({ where: { code } });

/** Work of a business of the cast, by its owner. */
export async function at<T>(world: World, code: string, work: (business: Business) => Promise<T>): Promise<T> {
  const { id } = await tenantOf(world, code);
  return world.db.$transaction((tx) => inBusiness(tx, id, { now: world.now(), actor: 'member:test', role: 'owner', channel: 'whatsapp' }, work));
}

export async function orderOf(business: Business, name: string, description = 'Boubou bazin'): Promise<{ orderId: string; clientId: string; seq: number }> {
  const { id: clientId } = await business.db.client.findFirstOrThrow({ where: { person: { fullName: name } } });
  const order = await placeOrder(business, { clientId, garmentTypeId: business.id, garment: 'Boubou bazin', description, points: 1, urgency: 'normal', fabricBy: 'client', promisedOn: '2026-12-12', totalXof: 25_000, source: 'test' });
  if ('refused' in order) throw new Error(order.refused);
  await confirmOrder(business, order.orderId);
  return { ...order, clientId };
}

/** An order paid by half in cash, and the link of its receipt. */
export async function paidOrder(business: Business, name = 'Awa Dossou'): Promise<{ orderId: string; clientId: string; document: { url: string; fileName: string } }> {
  const { orderId, clientId } = await orderOf(business, name);
  const paid = await takeMoney(business, { orderId, amountXof: 12_500, how: 'cash', key: `test:${orderId}` });
  if ('refused' in paid) throw new Error(paid.refused);
  const document = await linkReceipt(business, paid.paymentId);
  if ('refused' in document) throw new Error(document.refused);
  return { orderId, clientId, document };
}
