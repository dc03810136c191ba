import { rest } from './momo.ts';
import type { World } from './world.ts';

/** What a business with one order ends with: how many there are beside it, its ledger, the approvals that its own webhook was told of, and the order. */
export async function books(world: World, code: string) {
  await rest(world);
  const { db } = world;
  const { id: tenantId } = await db.tenant.findUniqueOrThrow({ where: { code } });
  const { _sum } = await db.ledgerEntry.aggregate({ where: { tenantId }, _sum: { debitXof: true, creditXof: true } });
  const events = await db.paymentEvent.findMany({ where: { key: { startsWith: `${code}:` }, status: 'approved' } });
  const { status, paidXof, rating } = await db.order.findFirstOrThrow({ where: { tenantId } });
  return { others: (await db.tenant.count()) - 1, debit: Number(_sum.debitXof), credit: Number(_sum.creditXof), told: events.map((event) => event.status), order: { status, paid: Number(paidXof), rating } };
}
