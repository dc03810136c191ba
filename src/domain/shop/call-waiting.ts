import type { Business } from '../tenants/business.ts';
import type { Shelf } from './hold-variant.ts';
import { keptQty, milliOf, pieces, type Milli } from './quantity.ts';

/** Those told at once: more have to wait for the next goods. */
const TOLD_MAX = 20;

/** Somebody wants to know when it is there again. Who waits already waits for what they want now, in their place. */
export async function waitFor({ db, id: tenantId, now }: Business, { variantId, clientId, qty }: { variantId: string; clientId: string; qty: Milli }): Promise<void> {
  const known = await db.stockWait.updateMany({ where: { variantId, clientId, toldAt: null }, data: { qty: keptQty(qty) } });
  if (known.count === 0) await db.stockWait.createMany({ data: [{ tenantId, variantId, clientId, qty: keptQty(qty), at: now }], skipDuplicates: true });
}

/** Goods are there again: those who wait are told, first come first told, as far as they reach. Each once; nothing is kept for anybody. Whoever calls holds the shelf. */
export async function callWaiting({ db, now, notices, name: business, code }: Business, { variantId, name, available }: Shelf): Promise<void> {
  if (available <= 0) return;
  const waiting = await db.stockWait.findMany({ where: { variantId, toldAt: null }, orderBy: { id: 'asc' }, take: TOLD_MAX });
  let left = available;
  const told = waiting.filter(({ qty }) => {
    const reaches = left > 0;
    left -= milliOf(qty);
    return reaches;
  });
  if (told.length === 0) return;
  await db.stockWait.updateMany({ where: { id: { in: told.map(({ id }) => id) } }, data: { toldAt: now } });
  for (const { id, clientId } of told) {
    notices.push({
      key: `wait:${id}`, to: { clientId }, what: 'backInStock', purpose: 'order', values: { business, product: name, left: pieces(available) },
      offers: [{ verb: 'order', line: `commander ${code}` }],
    });
  }
}
