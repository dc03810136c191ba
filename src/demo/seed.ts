import { recount } from '../db/dashboards.ts';
import type { Prisma, Tx } from '../db/open-database.ts';
import { TERMS_VERSION } from '../domain/identity/consent-texts.ts';
import { hashPin } from '../domain/identity/pin-hash.ts';
import { AFFILIATES, CLIENTS, SENEGAL, TENANTS } from './cast.ts';
import { knownShop } from '../domain/shop/knowing/know-shop.ts';
import { lookAtAlerts } from '../domain/shop/slow-alerts.ts';
import { bySystem, inBusiness, type Business } from '../domain/tenants/business.ts';
import { seedGoods } from './seed-goods.ts';
import { seedOrders } from './seed-orders.ts';

/** Whose orders are in the cast. */
const SEWING = 'AFI';
/** Whose shelves are full. */
const SELLING = 'DIOP';

/** Loads the cast once; a database that has any business is left alone. */
export async function seed(db: Prisma, now: Date): Promise<boolean> {
  const pins = await hashes();
  return db.$transaction(async (tx) => {
    if ((await tx.tenant.count()) > 0) return false;
    const tenantIds = new Map<string, string>();
    for (const { staff, ...tenant } of TENANTS) {
      const { id } = await tx.tenant.create({ data: tenant });
      tenantIds.set(tenant.code, id);
      for (const { name, phone, role, pin, permissions = [] } of staff) {
        const personId = await personOn(tx, name, phone, now);
        await tx.member.create({ data: { tenantId: id, personId, role, permissions, pinHash: pins.get(pin) ?? null } });
      }
    }
    const sewing = tenantIds.get(SEWING);
    const clientIds = new Map<string, string>();
    for (const { name, phone, of } of CLIENTS) {
      const personId = await personOn(tx, name, phone, now);
      const tenants = of.map((code) => tenantIds.get(code)).filter((id) => id !== undefined);
      const known = await tx.client.createManyAndReturn({ data: tenants.map((tenantId) => ({ tenantId, personId, phone, tags: [], firstSource: 'demo' })), select: { id: true, tenantId: true } });
      for (const { id, tenantId } of known) if (tenantId === sewing) clientIds.set(name, id);
    }
    if (sewing !== undefined) await seedOrders(tx, sewing, clientIds, now);
    const selling = tenantIds.get(SELLING);
    if (selling !== undefined) {
      await seedGoods(tx, { tenantId: selling, timezone: SENEGAL.timezone }, now);
      await inBusiness(tx, selling, bySystem(now), lastNight);
      await recount(tx, now);
    }
    for (const { name, phone, code } of AFFILIATES) await tx.affiliate.create({ data: { personId: await personOn(tx, name, phone, now), code } });
    return true;
  });
}

/** Hashing is slow on purpose: two codes serve the whole cast, and outside the transaction. */
async function hashes(): Promise<Map<string, string>> {
  const codes = [...new Set(TENANTS.flatMap(({ staff }) => staff.map(({ pin }) => pin)))];
  return new Map(await Promise.all(codes.map(async (pin): Promise<[string, string]> => [pin, await hashPin(pin)])));
}

async function personOn(tx: Tx, fullName: string, phone: string, now: Date): Promise<string> {
  const contact = await tx.contact.upsert({ where: { key: phone }, create: { key: phone, phone }, update: {} });
  const person = await tx.person.create({ data: { fullName, language: 'fr', createdAt: now, contacts: { create: { contactId: contact.id, isDefault: true } } } });
  await tx.consentEvent.create({ data: { contactId: contact.id, personId: person.id, purpose: 'terms', value: true, channel: 'whatsapp', textVersion: TERMS_VERSION, at: now } });
  return person.id;
}

/** What a shop thinks about at night has been thought, and what is always wrong with it was told before. */
async function lastNight(business: Business): Promise<void> {
  await knownShop(business);
  await lookAtAlerts(business);
}
