/**
 * `waiting`: asked for and not heard of for long. `less`: another amount came than was asked for. `late`, `tooMuch`: it came and no order
 * needs it. `refund`: the owner has not answered, or not given back. `unknown`, `account`: a provider tells of money that bears
 * our mark and is no payment of that account. `partly`: a part went back at the provider, and is not booked. `unseen`: the provider could not be
 * asked for a day. `job`: what looks after a payment has failed. `owed`: more went back than a client had.
 */
export type OddKind = 'waiting' | 'less' | 'late' | 'tooMuch' | 'refund' | 'unknown' | 'account' | 'partly' | 'unseen' | 'job' | 'owed';
/** `seen`: what is known of it: a status, a transaction, an error. */
export type OddMoney = { kind: OddKind; business: string; code: string; order: string | null; wantedXof: number | null; receivedXof: number; since: Date; seen: string };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So long after nobody waits for it any more all that is asked for has ended here. */
const WAITING_MS = 30 * MINUTE_MS;
/** An owner has other things to do. */
const ANSWER_MS = 3 * DAY_MS;
const KEPT_MS = 30 * DAY_MS;

/** Asks the database outside the walls: a session of the command line as well as the app. */
export type Ask = (sql: string, params: unknown[]) => Promise<object[]>;

const ODD_MONEY = `
  WITH odd AS (
    SELECT 'waiting' AS kind, p."tenantId", p."refId" AS "orderId", p."amountXof" AS wanted, 0::bigint AS received, p."createdAt" AS since, concat_ws(' ', p.status, p."providerId") AS seen
    FROM "Payment" p WHERE p.status IN ('created', 'unknown', 'pending') AND p."accountId" IS NOT NULL AND coalesce(p."expiresAt", p."createdAt") < $2::timestamptz
    UNION ALL
    SELECT 'less', p."tenantId", p."refId", p."amountXof", p."receivedXof", p."settledAt", concat_ws(' ', p.status, p."providerId")
    FROM "Payment" p WHERE p.status = 'approved' AND p."accountId" IS NOT NULL AND p."receivedXof" < p."amountXof" AND p."settledAt" > $3::timestamptz
    UNION ALL
    SELECT CASE WHEN r."askedBy" = 'system' AND r.reason IN ('late', 'tooMuch') THEN r.reason ELSE 'refund' END,
      r."tenantId", coalesce(r."orderId", p."refId"), p."amountXof", r."amountXof", r."createdAt", concat_ws(' ', r.status, p."providerId")
    FROM "Refund" r LEFT JOIN "Payment" p ON p.id = r."paymentId"
    WHERE r.status IN ('asked', 'agreed') AND ((r."askedBy" = 'system' AND r.reason IN ('late', 'tooMuch')) OR r."createdAt" < $4::timestamptz)
    UNION ALL
    SELECT n.value->>'odd', t.id, NULL, NULL, (n.value->>'receivedXof')::bigint, n.at, concat_ws(' ', 'transaction', n.value->>'providerId')
    FROM "Notice" n LEFT JOIN "Tenant" t ON t.code = n.value->>'business' WHERE n.provider = 'fedapay' AND n.value->>'odd' IN ('unknown', 'account') AND n.at > $3::timestamptz
    UNION ALL
    SELECT n.value->>'odd', p."tenantId", p."refId", p."amountXof", (n.value->>'receivedXof')::bigint, n.at, coalesce(n.value->>'why', concat_ws(' ', 'transaction', p."providerId"))
    FROM "Notice" n JOIN "Payment" p ON p.id = (n.value->>'paymentId')::uuid
    WHERE n.provider = 'fedapay' AND n.at > $3::timestamptz AND ((n.value->>'odd' = 'partly' AND p.status = 'approved') OR (n.value->>'odd' = 'unseen' AND p.status NOT IN ('approved', 'refunded')))
    UNION ALL
    SELECT 'job', p."tenantId", p."refId", p."amountXof", p."receivedXof", d."runAt", concat_ws(': ', d.kind, d.error)
    FROM "Due" d JOIN "Payment" p ON p.id = (d.payload->>'paymentId')::uuid WHERE d.status = 'parked' AND d.kind LIKE 'payment.%'
    UNION ALL
    SELECT 'owed', l."tenantId", NULL, NULL, sum(l."debitXof" - l."creditXof")::bigint, max(l.at), q."fullName"
    FROM "Client" c JOIN "LedgerEntry" l ON l."tenantId" = c."tenantId" AND l.account = 'client:' || c.id JOIN "Person" q ON q.id = c."personId"
    GROUP BY l."tenantId", l.account, q."fullName" HAVING sum(l."debitXof") > sum(l."creditXof"))
  SELECT odd.kind, coalesce(t.name, 'Griot') AS business, coalesce(t.code, 'platform') AS code, lpad(o.seq::text, greatest(4, length(o.seq::text)), '0') AS order, odd.wanted::float8 AS "wantedXof", odd.received::float8 AS "receivedXof", odd.since, odd.seen
  FROM odd LEFT JOIN "Tenant" t ON t.id = odd."tenantId" LEFT JOIN "Order" o ON o.id = odd."orderId"
  WHERE $1::text IS NULL OR t.code = $1
  ORDER BY odd.since, odd.kind LIMIT $5`;

/** Money that does not lie where it should, the oldest first; of one business, or of all. */
export async function listOddMoney(ask: Ask, now: Date, { code = null, limit }: { code?: string | null; limit: number }): Promise<OddMoney[]> {
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  return (await ask(ODD_MONEY, [code, before(WAITING_MS), before(KEPT_MS), before(ANSWER_MS), limit])) as OddMoney[];
}
