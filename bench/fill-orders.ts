/** One in so many orders is of the client who comes again and again. */
const REGULAR_EVERY = 40;
/** A client comes back so many times. */
const ORDERS_EACH = 5;
const FIRST_SEQ = 100_000;

type Filling = { code: string; regular: string; from: number; to: number };

/**
 * The years behind a workshop: orders in all states, paid by half, each with its line, its history, its payment and its
 * entries in the ledger; some are of the person whose telephone is `regular`. Numbered far from those that are played.
 */
export const fillOrders = ({ code, regular, from, to }: Filling): string => `
  WITH shop AS (SELECT id, (SELECT g.id FROM "GarmentType" g WHERE g."tenantId" = t.id ORDER BY position LIMIT 1) AS garment FROM "Tenant" t WHERE code = '${code}'),
  regular AS (SELECT c.id FROM "Client" c JOIN shop ON c."tenantId" = shop.id WHERE c.phone = '${regular}' LIMIT 1),
  people AS (
    INSERT INTO "Person" (id, "fullName", "createdAt") SELECT gen_random_uuid(), 'Cliente ' || n, now() FROM generate_series(${from}, ${to} - 1, ${ORDERS_EACH}) n RETURNING id, "fullName"),
  clients AS (
    INSERT INTO "Client" (id, "tenantId", "personId", tags, "firstSource") SELECT gen_random_uuid(), shop.id, people.id, '{}', 'bench' FROM people, shop RETURNING id, "personId"),
  whose AS (SELECT substr(people."fullName", 9)::int AS first, clients.id FROM clients JOIN people ON people.id = clients."personId"),
  orders AS (
    INSERT INTO "Order" (id, "tenantId", year, seq, "clientId", status, urgency, "fabricBy", description, points, "promisedOn", "firstPromise", "totalXof", "depositXof", "paidXof", source, "createdBy", "createdAt", "confirmedAt")
    SELECT gen_random_uuid(), shop.id, extract(year FROM now())::int, ${FIRST_SEQ} + n, CASE WHEN n % ${REGULAR_EVERY} = 0 THEN regular.id ELSE whose.id END,
      (ARRAY['delivered', 'delivered', 'delivered', 'ready', 'in_progress', 'delivered', 'confirmed', 'cancelled', 'ready', 'in_progress'])[1 + (n / ${REGULAR_EVERY} + n) % 10],
      'normal', 'client', 'Boubou', 0, (now() + (n % 60 - 30) * interval '1 day')::date, (now() + (n % 60 - 30) * interval '1 day')::date, 25000, 12500, 12500, 'bench', 'system', now() - n * interval '1 minute', now()
    FROM generate_series(${from}, ${to} - 1) n JOIN whose ON whose.first = n - (n - ${from}) % ${ORDERS_EACH}, shop, regular RETURNING id, "tenantId", "clientId"),
  items AS (
    INSERT INTO "OrderItem" (id, "tenantId", "orderId", "garmentTypeId", description, qty, "unitPriceXof", "lineXof") SELECT gen_random_uuid(), orders."tenantId", orders.id, shop.garment, 'Boubou', 1, 25000, 25000 FROM orders, shop),
  history AS (
    INSERT INTO "OrderHistory" ("tenantId", "orderId", actor, channel, change, field, after, at)
    SELECT "tenantId", id, 'system', 'whatsapp', change, 'status', 'confirmed', now() FROM orders, unnest(ARRAY['placed', 'status', 'paid']) change),
  payments AS (
    INSERT INTO "Payment" (id, "tenantId", "clientId", purpose, "refId", "amountXof", "receivedXof", method, key, status, channel, by, "createdAt", "settledAt")
    SELECT gen_random_uuid(), "tenantId", "clientId", 'order', id, 12500, 12500, 'cash', 'bench:' || id, 'approved', 'whatsapp', 'system', now(), now() FROM orders RETURNING id, "tenantId", "refId")
  INSERT INTO "LedgerEntry" ("tenantId", account, "debitXof", "creditXof", kind, "refType", "refId", at)
  SELECT "tenantId", CASE side WHEN 1 THEN 'cash' ELSE 'order:' || "refId" END, CASE side WHEN 1 THEN 12500 ELSE 0 END, CASE side WHEN 1 THEN 0 ELSE 12500 END, 'received', 'payment', id, now()
  FROM payments, generate_series(1, 2) side`;
