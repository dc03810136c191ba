import type { Business } from '../tenants/business.ts';

/** What waits for the owner: asked and not answered, or agreed and not given back. `bySelf`: nobody asked, and `reason` says why it is owed. */
export type ListedRefund = {
  refundId: string; status: 'asked' | 'agreed'; amountXof: number; reason: string; bySelf: boolean; createdAt: Date; client: string; phone: string | null;
  /** Of the order it is about; without one the client's credit. */
  year: number | null; seq: number | null; description: string | null; paidXof: number;
};
type Page = { orderId?: string | undefined; refundId?: string | undefined; after?: string; limit: number };

/** The oldest first. */
export const listRefunds = ({ db, id: tenantId }: Business, { orderId, refundId, after = '', limit }: Page) => db.$queryRaw<ListedRefund[]>`
  SELECT r.id::text AS "refundId", r.status, r."amountXof"::float8 AS "amountXof", r.reason, r."askedBy" = 'system' AS "bySelf", r."createdAt", p."fullName" AS client, c.phone,
    o.year, o.seq, o.description, coalesce(o."paidXof", 0)::float8 AS "paidXof"
  FROM "Refund" r JOIN "Client" c ON c.id = r."clientId" JOIN "Person" p ON p.id = c."personId"
    LEFT JOIN "Payment" y ON y.id = r."paymentId" LEFT JOIN "Order" o ON o.id = coalesce(r."orderId", y."refId")
  WHERE r."tenantId" = ${tenantId}::uuid AND r.status IN ('asked', 'agreed')
    AND (${orderId ?? null}::uuid IS NULL OR o.id = ${orderId ?? null}::uuid) AND (${refundId ?? null}::uuid IS NULL OR r.id = ${refundId ?? null}::uuid) AND (${after} = '' OR r.id::text > ${after})
  ORDER BY r.id LIMIT ${limit}`;

export const countRefunds = ({ db }: Business): Promise<number> => db.refund.count({ where: { status: { in: ['asked', 'agreed'] } } });
