import { Prisma as Raw } from '../generated/prisma/client.ts';
import type { Prisma } from './open-database.ts';
import { refusals } from './refusals.ts';

const { sql } = Raw;

/** What decides how a message may leave, read for any number of them at once. */
export type Facts = {
  id: number;
  /** Purposes, and `sms`, that the person has refused for this business. */
  refused: string[];
  timezone: string | null;
  /** The business lets its orders' news leave at night. */
  nightOrders: boolean;
  windowExpiresAt: Date | null;
  templateStatus: string | null;
};

export const readFacts = (db: Prisma, ids: number[]) => db.$queryRaw<Facts[]>`
  SELECT o.id::int AS id,
    ${refusals(sql`o."contactId"`, sql`o."tenantId"`)} AS refused,
    t.timezone, coalesce((t.settings->>'nightOrders')::boolean, false) AS "nightOrders", i."windowExpiresAt", s.status AS "templateStatus"
  FROM "Outbox" o
  LEFT JOIN "Tenant" t ON t.id = o."tenantId"
  LEFT JOIN "ChannelIdentity" i ON i.channel = o.channel AND i."externalId" = o."externalId"
  LEFT JOIN "TemplateState" s ON s.name = o.payload->'template'->>'name' AND s.language = o.payload->'template'->>'language'
  WHERE o.id = ANY(${ids}::bigint[])`;
