import type { Letter } from '../db/desk.ts';
import type { Prisma } from '../db/open-database.ts';
import { languageOf, sayer } from '../i18n.ts';
import { PROVIDERS } from './answer.ts';
import { shape } from './shape.ts';
import type { Tools } from './turn.ts';

const WHO = { conversation: { select: { personId: true } }, persons: { select: { person: { select: { id: true, language: true } } } } } as const;

/** A parked turn leaves nobody in silence: a sentence, and the word that brings the menu back. Said once per letter. */
export async function apologise(db: Prisma, letter: Letter, { texts, screenMax }: Tools, now: Date): Promise<void> {
  const { channel, externalId } = letter;
  if (channel === 'ussd') return;
  const { contact } = await db.channelIdentity.findUniqueOrThrow({ where: { channel_externalId: { channel, externalId } }, include: { contact: { include: WHO } } });
  const words = sayer(texts, languageFor(contact), channel)('common.sorry');
  const { payload, text } = shape(channel, { text: words, options: [], menu: '', more: '', over: true, step: 0 }, [], 0, screenMax);
  const about = { contactId: contact.id, channel };
  const key = `sorry:${letter.id}`;
  await db.$transaction(async (tx) => {
    const { count } = await tx.outbox.createMany({ data: [{ ...about, key, externalId, purpose: 'reply', provider: PROVIDERS[channel], payload: payload as object, availableAt: now, createdAt: now }], skipDuplicates: true });
    if (count === 1) await tx.message.create({ data: { ...about, eventId: letter.id, direction: 'out', kind: 'reply', text, outboxKey: key, at: now } });
  });
}

type Hearers = { language: string | null; conversation: { personId: string | null } | null; persons: { person: { id: string; language: string | null } }[] };

function languageFor({ language, conversation, persons }: Hearers): string {
  const known = persons.find(({ person }) => person.id === conversation?.personId) ?? (persons.length === 1 ? persons[0] : undefined);
  return languageOf(known?.person.language ?? language);
}
