import type { Prisma } from './open-database.ts';

/** How a network answered one try of a message. `detail` holds nothing of the message itself. */
export type ExchangeRow = { outboxId: number; at: Date; ms: number; outcome: string; status: number | null; code: string | null; detail: object };

export const writeExchanges = (db: Pick<Prisma, '$executeRaw'>, rows: ExchangeRow[]) => db.$executeRaw`
  INSERT INTO "Exchange" ("outboxId", at, ms, outcome, status, code, detail)
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t("outboxId" bigint, at timestamptz, ms int, outcome text, status int, code text, detail jsonb)`;

/** What support may be asked about is asked within this. */
export const EXCHANGE_DAYS = 30;
