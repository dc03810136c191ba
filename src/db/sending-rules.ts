import type { ChannelName } from '../channels/channel.ts';
import type { Prisma } from './open-database.ts';

type Refusal = { contactId: string; channel: ChannelName; purpose: string; now: Date };

/** The network says that this person wants no more: written once, for every business of its line. */
export async function refuseConsent(db: Prisma, { contactId, channel, purpose, now }: Refusal): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "ConsentEvent" ("contactId", purpose, value, channel, "textVersion", at)
    SELECT ${contactId}::uuid, ${purpose}, false, ${channel}::"Channel", 'network', ${now}::timestamptz
    WHERE coalesce((SELECT value FROM "ConsentEvent" WHERE "contactId" = ${contactId}::uuid AND purpose = ${purpose} AND "tenantId" IS NULL ORDER BY id DESC LIMIT 1), true)`;
}

/** The network asks to leave one person alone for a while. */
export async function holdContact(db: Prisma, { channel, externalId, until }: { channel: ChannelName; externalId: string; until: Date }): Promise<void> {
  await db.$executeRaw`
    UPDATE "ChannelIdentity" SET "heldUntil" = greatest("heldUntil", ${until}::timestamptz) WHERE channel = ${channel}::"Channel" AND "externalId" = ${externalId}`;
}

const STOPPED: Record<string, string> = { '132001': 'MISSING', '132015': 'PAUSED' };

/** A send met it before the news of it came. */
export async function stopTemplate(db: Prisma, { name, language, code, now }: { name: string; language: string; code: string; now: Date }): Promise<void> {
  const status = STOPPED[code] ?? 'DISABLED';
  await db.$executeRaw`
    INSERT INTO "TemplateState" (name, language, status, reason, "updatedAt") VALUES (${name}, ${language}, ${status}, ${code}, ${now}::timestamptz)
    ON CONFLICT (name, language) DO UPDATE SET status = excluded.status, reason = excluded.reason, "updatedAt" = excluded."updatedAt"`;
}

const SUMMARY_MAX = 300;

type News = { provider: string; severity: 'warning' | 'critical'; code: string; why: string; about: string[]; now: Date };

/** What somebody must mend, among the news of that network: each fault once a day, however many messages meet it. */
export async function tellOperators(db: Prisma, { provider, severity, code, why, about, now }: News): Promise<void> {
  const named = about.filter((word) => word !== '');
  const eventId = ['sending', code, ...named, now.toISOString().slice(0, 10)].join(':');
  await db.notice.createMany({ data: [{ provider, eventId, field: 'sending', severity, summary: ['sending', ...named, code, why.replace(/\+?\d{7,}/g, '***')].join(' ').slice(0, SUMMARY_MAX), value: { code }, at: now }], skipDuplicates: true });
}
