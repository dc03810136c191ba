import type { Tx } from '../../db/open-database.ts';
import type { Refused } from '../../scope.ts';
import { byOperator, type Acting } from './acting.ts';
import { writeAudit } from './audit.ts';
import { lastAddress, type Address } from './last-address.ts';
import { sameContact } from './same-contact.ts';

/** `formKey` belongs to the form, so that one form sends once. `shape` puts the words into the network's own message. */
type HumanAnswer = { contactId: string; formKey: string; text: string; shape: ShapeText };
type Answered = { outboxKey: string } | Refused<'empty' | 'tooLong' | 'noAddress' | 'alreadySent'>;
export type ShapeText = (channel: Address['channel'], text: string) => { payload: object; text: string };

const PROVIDERS = { whatsapp: 'whatsapp', sms: 'africastalking' } as const;
/** WhatsApp's own limit; by SMS it is six parts and a large bill. */
export const ANSWER_CHARS_MAX = { whatsapp: 4096, sms: 918 } as const;

/** An operator's own words, to where the person wrote from last. The caller rings the outbox. */
export async function answerAsHuman(acting: Acting, { contactId, formKey, text, shape }: HumanAnswer): Promise<Answered> {
  const { db, now } = acting;
  const words = text.replaceAll('\r\n', '\n').trim();
  if (words === '') return { refused: 'empty' };
  const address = await lastAddress(db, contactId);
  if (address === undefined) return { refused: 'noAddress' };
  if (words.length > ANSWER_CHARS_MAX[address.channel]) return { refused: 'tooLong' };
  const shaped = shape(address.channel, words);
  if (shaped.text === '') return { refused: 'empty' };

  const { channel, externalId } = address;
  const outboxKey = `human:${contactId}:${formKey}`;
  return db.$transaction(async (tx) => {
    const open = await tx.handoff.findFirst({ where: { contactId: { in: await sameContact(tx, contactId) }, closedAt: null } });
    const about = { contactId, tenantId: open?.tenantId ?? null, channel };
    const row = { ...about, key: outboxKey, externalId, purpose: 'human', provider: PROVIDERS[channel], payload: shaped.payload, availableAt: now, createdAt: now };
    const { count } = await tx.outbox.createMany({ data: row, skipDuplicates: true });
    if (count === 0) return saidBefore(tx, outboxKey, shaped.text);

    await tx.message.create({ data: { ...about, personId: open?.personId ?? null, direction: 'operator', kind: 'text', text: shaped.text, outboxKey, at: now } });
    await writeAudit(tx, { ...byOperator(acting), action: 'contact.answered', entity: 'Contact', entityId: contactId, after: { outboxKey, channel } });
    return { outboxKey };
  });
}

/** A form sent twice is one answer; other words under its key were never sent, and the operator must know. */
async function saidBefore(tx: Tx, outboxKey: string, text: string): Promise<Answered> {
  const said = await tx.message.findFirst({ where: { outboxKey }, select: { text: true } });
  return said?.text === text ? { outboxKey } : { refused: 'alreadySent' };
}
