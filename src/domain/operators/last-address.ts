import type { Prisma, Tx } from '../../db/open-database.ts';
import { sameContact } from './same-contact.ts';

/** Where a free text reaches a contact. `windowExpiresAt` is WhatsApp's: after it, the network takes no free text. */
export type Address = { channel: 'whatsapp' | 'sms'; externalId: string; windowExpiresAt: Date | null };

type Row = { channel: 'whatsapp' | 'sms' | 'ussd'; externalId: string; windowExpiresAt: Date | null };

/** The address they wrote from last. No text can be pushed to USSD: those who dialled get an SMS. */
export async function lastAddress(db: Prisma | Tx, contactId: string): Promise<Address | undefined> {
  const contactIds = await sameContact(db, contactId);
  const [last] = await db.$queryRaw<Row[]>`
    SELECT e.channel, i."externalId", i."windowExpiresAt" FROM "InboundEvent" e
    JOIN "InboundState" s ON s."eventId" = e.id JOIN "ChannelIdentity" i ON i.id = e."identityId"
    WHERE e."contactId" = ANY(${contactIds}::uuid[]) AND e.channel IS NOT NULL ORDER BY e.id DESC LIMIT 1`;
  if (last?.channel === 'whatsapp' || last?.channel === 'sms') return { ...last, channel: last.channel };

  const sms = await db.channelIdentity.findFirst({ where: { contactId: { in: contactIds }, channel: 'sms' }, orderBy: { lastSeenAt: 'desc' } });
  const contact = await db.contact.findUnique({ where: { id: contactId } });
  const externalId = sms?.externalId ?? last?.externalId ?? contact?.phone;
  return externalId == null ? undefined : { channel: 'sms', externalId, windowExpiresAt: null };
}
