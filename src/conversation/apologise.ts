import type { Prisma } from '../db/open-database.ts';
import type { Letter } from '../db/desk.ts';
import { DEFAULT_LANGUAGE, languageOf, sayer } from '../i18n.ts';
import type { Tools } from './turn.ts';

/** A parked turn leaves nobody in silence: a sentence, and the word that brings the menu back. Said once per letter. */
export async function apologise(db: Prisma, letter: Letter, { texts }: Tools, now: Date): Promise<void> {
  if (letter.channel === 'ussd') return;
  const identity = await db.channelIdentity.findUniqueOrThrow({ where: { channel_externalId: { channel: letter.channel, externalId: letter.externalId } }, include: { contact: true } });
  const text = sayer(texts, languageOf(identity.contact.language ?? DEFAULT_LANGUAGE), letter.channel)('common.sorry');
  const key = `sorry:${letter.id}`;
  const whatsapp = letter.channel === 'whatsapp';
  await db.outbox.createMany({
    data: [{
      key, contactId: identity.contactId, channel: letter.channel, externalId: letter.externalId, purpose: 'reply', provider: whatsapp ? 'whatsapp' : 'africastalking',
      payload: whatsapp ? { message: { type: 'text', text: { body: text } } } : { text }, availableAt: now, createdAt: now,
    }],
    skipDuplicates: true,
  });
}
