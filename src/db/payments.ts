import type { Prisma } from './open-database.ts';

/** A payment and the account it is made on, read before anybody is asked: outside any transaction, and for no business in particular. */
export type PaymentToAsk = {
  id: string; tenantId: string; status: string; amountXof: number; method: string; mode: string | null; phone: string | null; providerId: string | null; expiresAt: Date | null;
  ref: string; secretSealed: string; business: string; country: string; clientId: string | null; client: string; number: string;
};

export async function paymentToAsk(db: Pick<Prisma, '$queryRaw'>, paymentId: string): Promise<PaymentToAsk | undefined> {
  const [row] = await db.$queryRaw<PaymentToAsk[]>`
    SELECT p.id::text, p."tenantId"::text, p.status, p."amountXof"::float8 AS "amountXof", p.method, p.mode, p.phone, p."providerId", p."expiresAt",
      a.ref, a."secretSealed", t.name AS business, t.country, coalesce(o."clientId", p."clientId")::text AS "clientId", coalesce(q."fullName", '') AS client, coalesce(lpad(o.seq::text, greatest(4, length(o.seq::text)), '0'), '') AS number
    FROM "Payment" p JOIN "PaymentAccount" a ON a.id = p."accountId" JOIN "Tenant" t ON t.id = p."tenantId"
    LEFT JOIN "Order" o ON o.id = p."refId" LEFT JOIN "Client" c ON c.id = p."clientId" LEFT JOIN "Person" q ON q.id = c."personId"
    WHERE p.id = ${paymentId}::uuid`;
  return row;
}

export type PaymentNewsRow = { account: string; providerId: string; merchantRef: string | null; status: string; amountXof: number; key: string; hash: string };

/** Keeps what a provider has told of a payment of this account, and has it looked at, once for each event. What is no payment of the account leaves nothing. */
export async function storePaymentNews(db: Pick<Prisma, '$queryRaw'>, { account, providerId, merchantRef, status, amountXof, key, hash }: PaymentNewsRow, now: Date): Promise<'new' | 'known' | 'unknown'> {
  const [row] = await db.$queryRaw<{ found: boolean; written: boolean }[]>`
    WITH meant AS (
      SELECT p.id, p."tenantId" FROM "PaymentAccount" a JOIN "Payment" p ON p."accountId" = a.id
      WHERE a.ref = ${account} AND (p."providerId" = ${providerId} OR (p."providerId" IS NULL AND p.id = ${merchantRef}::uuid)) LIMIT 1),
    told AS (
      INSERT INTO "PaymentEvent" ("tenantId", "paymentId", key, status, "amountXof", source, hash, at)
      SELECT "tenantId", id, ${key}, ${status}, ${amountXof}::bigint, 'webhook', ${hash}, ${now}::timestamptz FROM meant ON CONFLICT (key) DO NOTHING RETURNING "paymentId", "tenantId"),
    planned AS (
      INSERT INTO "Due" (key, kind, "tenantId", payload, "runAt", "createdAt")
      SELECT 'payment.look:' || ${key}, 'payment.look', "tenantId", jsonb_build_object('paymentId', "paymentId", 'why', 'webhook'), ${now}::timestamptz, ${now}::timestamptz FROM told WHERE ${status} <> 'pending'
      ON CONFLICT (key) DO NOTHING RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM meant) AS found, EXISTS (SELECT 1 FROM planned) AS written`;
  if (row?.found !== true) {
    if (status === 'approved' && merchantRef !== null) await keepStray(db, { account, providerId, merchantRef, amountXof }, now);
    return 'unknown';
  }
  return row.written ? 'new' : 'known';
}

type Stray = Pick<PaymentNewsRow, 'account' | 'providerId' | 'amountXof'> & { merchantRef: string };

/** Money that bears a reference as ours do and is no payment of its account: operators read of it once. What bears none is the business's own affair. */
const keepStray = (db: Pick<Prisma, '$queryRaw'>, { account, providerId, merchantRef, amountXof }: Stray, now: Date) => db.$queryRaw`
  INSERT INTO "Notice" (provider, "eventId", field, severity, summary, value, at)
  SELECT 'fedapay', 'stray:' || ${account} || ':' || ${providerId}, 'payment', 'warning', 'money that is no payment of its account: ' || ${account} || ', ' || ${amountXof}::text || ' XOF',
    jsonb_build_object('odd', CASE WHEN EXISTS (SELECT 1 FROM "Payment" p WHERE p.id = ${merchantRef}::uuid) THEN 'account' ELSE 'unknown' END,
      'business', ${account}::text, 'providerId', ${providerId}::text, 'merchantRef', ${merchantRef}::text, 'receivedXof', ${amountXof}::bigint), ${now}::timestamptz
  ON CONFLICT (provider, "eventId") DO NOTHING RETURNING id`;

/** Plans a look at all that is not settled, however it stands, and at what is to be given back: once a day, a few each second. */
export const planSweep = (db: Pick<Prisma, '$executeRaw'>, { now, since, day, perSecond }: { now: Date; since: Date; day: string; perSecond: number }) => db.$executeRaw`
  INSERT INTO "Due" (key, kind, "tenantId", payload, "runAt", "createdAt")
  SELECT 'payment.look:' || id || ':' || ${day}, 'payment.look', "tenantId", jsonb_build_object('paymentId', id, 'why', 'sweep'),
    ${now}::timestamptz + (row_number() OVER (ORDER BY "createdAt")) / ${perSecond}::float8 * interval '1 second', ${now}::timestamptz
  FROM "Payment" p WHERE "accountId" IS NOT NULL AND "createdAt" >= ${since}::timestamptz
    AND (status NOT IN ('approved', 'refunded') OR EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'agreed'))
  ON CONFLICT (key) DO NOTHING`;
