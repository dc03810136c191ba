import { createHash } from 'node:crypto';

type Filling = { shops: number; products: number; at: Date; edge: number };

/** How they are all called. */
export const SHOP = 'Vendeur';

/** The word of a product: letters only, none like another. */
const wordOf = (product: number): string => createHash('sha256').update(String(product)).digest('hex').slice(0, 10).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'q');

/** Shops whose owners have been here before. One product in so many is one piece above its minimum, in each shop another one. */
export const fillSellers = ({ shops, products, at, edge }: Filling): string => `
  WITH shops AS (
    INSERT INTO "Tenant" (id, code, name, country, timezone, capabilities, "createdAt") SELECT gen_random_uuid(), 'V' || n, '${SHOP} ' || n, 'SN', 'Africa/Dakar', '{shop,stock}', now() FROM generate_series(1, ${shops}) n RETURNING id, substr(code, 2)::int AS n),
  phones AS (
    INSERT INTO "Contact" (id, key, phone) SELECT gen_random_uuid(), '+2217780' || lpad(n::text, 5, '0'), '+2217780' || lpad(n::text, 5, '0') FROM shops RETURNING id, phone, substr(phone, 9)::int AS n),
  owners AS (INSERT INTO "Person" (id, "fullName", language) SELECT gen_random_uuid(), '${SHOP} ' || n, 'fr' FROM shops RETURNING id, substr("fullName", ${SHOP.length + 2})::int AS n),
  holding AS (INSERT INTO "ContactPerson" ("contactId", "personId", "isDefault") SELECT p.id, o.id, true FROM phones p JOIN owners o USING (n)),
  working AS (INSERT INTO "Member" (id, "tenantId", "personId", role) SELECT gen_random_uuid(), s.id, o.id, 'owner' FROM shops s JOIN owners o USING (n)),
  reached AS (INSERT INTO "ChannelIdentity" (id, "contactId", channel, "externalId", "lastSeenAt", "windowExpiresAt") SELECT gen_random_uuid(), id, 'whatsapp', substr(phone, 2), '${at.toISOString()}', '${at.toISOString()}'::timestamptz + interval '1 day' FROM phones),
  goods AS (
    INSERT INTO "Product" (id, "tenantId", code, name, aliases, words, unit, "createdAt")
    SELECT gen_random_uuid(), s.id, (100 + g.n)::text, g.word, '{}', g.word || ' ' || (100 + g.n), 'pièce', '${at.toISOString()}'::timestamptz - interval '40 days'
    FROM shops s, (VALUES ${Array.from({ length: products }, (_, n) => `(${n}, '${wordOf(n)}')`).join(', ')}) g (n, word) RETURNING id, "tenantId", code::int - 100 AS n),
  shelves AS (SELECT goods.id, goods."tenantId", CASE WHEN (goods.n + shops.n) % ${edge} = 0 THEN 6 ELSE 1000 END AS there FROM goods JOIN shops ON shops.id = goods."tenantId")
  INSERT INTO "Variant" (id, "tenantId", "productId", "priceXof", "costXof", "onHand", worth, "unitCost", "minStock", "lastInAt")
  SELECT gen_random_uuid(), "tenantId", id, 500, 400, there, 400 * there, 400, 5, '${at.toISOString()}'::timestamptz - interval '5 days' FROM shelves`;
