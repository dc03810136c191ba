import type { Tx } from '../db/open-database.ts';
import { PROVIDERS } from './answer.ts';
import { shape } from './shape.ts';

const NO_SCREEN = 0;

type Late = { key: string; contactId: string; eventId: number; text: string };

/** A sentence that comes after the turn it speaks of: to the address from where its letter came, once for its key. */
export async function sayLate(tx: Tx, { key, contactId: hearer, eventId, text }: Late, now: Date): Promise<void> {
  const heard = await tx.message.findFirstOrThrow({ where: { contactId: hearer, eventId, direction: 'in' } });
  const { identityId } = await tx.inboundEvent.findUniqueOrThrow({ where: { id: eventId }, select: { identityId: true } });
  const { contactId, externalId, channel } = await tx.channelIdentity.findUniqueOrThrow({ where: { id: identityId ?? '' } });
  const { payload, text: said } = shape(channel, { text, options: [], menu: '', more: '', over: true, step: 0 }, [], 0, NO_SCREEN);
  const about = { contactId, tenantId: heard.tenantId, channel };
  const { count } = await tx.outbox.createMany({
    data: [{ ...about, key, externalId, purpose: 'late', provider: PROVIDERS[channel], payload: payload as object, availableAt: now, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 1) await tx.message.create({ data: { ...about, personId: heard.personId, direction: 'out', kind: 'reply', text: said, outboxKey: key, at: now } });
}
