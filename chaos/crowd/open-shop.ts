import type pg from 'pg';

export const SHOP = 'MARCHE';
export const OWED_AT_FIRST_XOF = 1_000_000;
/** What everybody buys, what everybody wants, and what is counted while it is sold. */
const GOODS = [{ code: '901', name: 'riz', onHand: 100_000, costXof: 400 }, { code: '902', name: 'lait', onHand: 12, costXof: 500 }, { code: '903', name: 'savon', onHand: 1_000, costXof: 300 }] as const;
const PRICE_XOF = 600;

const SELLERS = 400;
const CLIENTS = 300;
const NOON = 12;

export const sellerPhone = (n: number): string => `+22901971${String(n).padStart(5, '0')}`;
export const clientPhone = (n: number): string => `+22901972${String(n).padStart(5, '0')}`;

/** A shop whose owner has left to the staff; it is noon there, so that no message waits for the morning. */
export async function openShop(pool: pg.Pool): Promise<void> {
  const east = NOON - new Date().getUTCHours();
  await pool.query(`INSERT INTO "Tenant" (id, code, name, country, timezone, capabilities) VALUES (gen_random_uuid(), '${SHOP}', 'Au marché', 'BJ', 'Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}', '{shop,stock}')`);
  await enrol(pool, 'Vendeuse', Array.from({ length: SELLERS }, (_, n) => sellerPhone(n)));
  await enrol(pool, 'Cliente', Array.from({ length: CLIENTS }, (_, n) => clientPhone(n)));
  await pool.query(`
    INSERT INTO "Member" (id, "tenantId", "personId", role, permissions)
    SELECT gen_random_uuid(), t.id, p.id, 'employee', '{sales,stock,money,orders}' FROM "Person" p, "Tenant" t WHERE t.code = '${SHOP}' AND p."fullName" LIKE 'Vendeuse %'`);
  await pool.query(`
    WITH awa AS (INSERT INTO "Person" (id, "fullName") VALUES (gen_random_uuid(), 'Awa Dossou') RETURNING id),
    client AS (INSERT INTO "Client" (id, "tenantId", "personId", tags, "firstSource") SELECT gen_random_uuid(), t.id, awa.id, '{}', 'chaos' FROM awa, "Tenant" t WHERE t.code = '${SHOP}' RETURNING id, "tenantId")
    INSERT INTO "DebtEntry" ("tenantId", "clientId", "amountXof", kind, by, key, at) SELECT "tenantId", id, ${OWED_AT_FIRST_XOF}, 'sale', 'chaos', 'chaos', now() FROM client`);
  for (const goods of GOODS) await putOnShelf(pool, goods);
}

async function enrol(pool: pg.Pool, name: string, phones: string[]): Promise<void> {
  await pool.query(`
    WITH people AS (SELECT gen_random_uuid() AS "personId", gen_random_uuid() AS "contactId", phone, n FROM unnest($1::text[]) WITH ORDINALITY AS given(phone, n)),
    persons AS (INSERT INTO "Person" (id, "fullName", language) SELECT "personId", $2 || ' ' || n, 'fr' FROM people RETURNING id),
    contacts AS (INSERT INTO "Contact" (id, key, phone) SELECT "contactId", phone, phone FROM people RETURNING id),
    known AS (INSERT INTO "ContactPerson" ("contactId", "personId", "isDefault") SELECT "contactId", "personId", true FROM people, (SELECT count(*) FROM persons) p, (SELECT count(*) FROM contacts) c RETURNING "contactId")
    INSERT INTO "ConsentEvent" ("contactId", "personId", purpose, value, channel, "textVersion", at) SELECT "contactId", "personId", 'terms', true, 'whatsapp', 'chaos', now() FROM people`, [phones, name]);
}

async function putOnShelf(pool: pg.Pool, { code, name, onHand, costXof }: (typeof GOODS)[number]): Promise<void> {
  await pool.query(`
    WITH product AS (INSERT INTO "Product" (id, "tenantId", code, name, aliases, words, unit, "createdAt") SELECT gen_random_uuid(), id, $1, $2, '{}', $2 || ' ' || $1, 'sac', now() FROM "Tenant" WHERE code = '${SHOP}' RETURNING id, "tenantId"),
    shelf AS (INSERT INTO "Variant" (id, "tenantId", "productId", "priceXof", "costXof", "onHand", worth, "unitCost") SELECT gen_random_uuid(), "tenantId", id, ${PRICE_XOF}, $4::bigint, $3::numeric, $3::numeric * $4, $4 FROM product RETURNING id, "tenantId", "onHand", worth)
    INSERT INTO "StockMove" ("tenantId", "variantId", kind, qty, worth, "refType", "refId", by, channel, at) SELECT "tenantId", id, 'opening', "onHand", worth, 'opening', id, 'chaos', 'system', now() FROM shelf`, [code, name, onHand, costXof]);
}
