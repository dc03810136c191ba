import type { Prisma } from '../../../src/db/open-database.ts';
import { createFirstOperator } from '../../../src/domain/operators/first-operator.ts';
import { EMAIL, NOW, openAdmin, PASSWORD } from './browser.ts';

type Channel = 'whatsapp' | 'sms' | 'ussd';
type Awa = { name?: string; channel?: Channel; windowExpiresAt?: Date | null };
type LetterState = { status?: string; error?: string; attempts?: number };

/** What somebody writes who would like to run it in the operator's browser, and how a page shows it. */
export const SCRIPT = `<script>alert("x")</script><img src=x onerror='y'>`;
export const ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;';
export const FORM_KEY = /name="key" value="([^"]+)"/;
export const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

let serial = 0;

/** The admin with Sika, an operator, signed in. */
export async function openOffice() {
  const admin = await openAdmin();
  await createFirstOperator(admin.db, { email: EMAIL, password: PASSWORD, now: NOW });
  const sika = admin.browser();
  await sika.signIn();
  return { ...admin, sika };
}

/** A client who has written once, on one channel. */
export async function aClient(db: Prisma, { name = 'Awa Dossou', channel = 'whatsapp', windowExpiresAt = ago(-60) }: Awa = {}) {
  serial += 1;
  const phone = `+229019600${1000 + serial}`;
  const contact = await db.contact.create({ data: { key: phone, phone } });
  const person = await db.person.create({ data: { fullName: name, contacts: { create: { contactId: contact.id, isDefault: true } } } });
  const externalId = channel === 'whatsapp' ? phone.slice(1) : phone;
  const identity = await db.channelIdentity.create({ data: { contactId: contact.id, channel, externalId, windowExpiresAt, lastSeenAt: ago(5) } });
  const writes = (state: LetterState = {}) => aLetter(db, { contactId: contact.id, identityId: identity.id, channel }, state);
  await writes();
  return { id: contact.id, personId: person.id, phone, externalId, path: `/admin/contacts/${contact.id}`, writes };
}

export async function aLetter(db: Prisma, from: { contactId: string; identityId: string; channel: Channel }, { status = 'done', error, attempts = 1 }: LetterState) {
  serial += 1;
  const event = await db.inboundEvent.create({ data: { ...from, provider: 'whatsapp', eventId: `wamid.${serial}`, kind: 'text', content: { type: 'text', text: 'secret words' }, hash: 'h', happenedAt: ago(5), receivedAt: ago(5) } });
  await db.inboundState.create({ data: { eventId: event.id, contactId: from.contactId, status, attempts, error: error ?? null, availableAt: ago(5) } });
  return event.id;
}

export const callHuman = (db: Prisma, contactId: string, personId: string | null = null) =>
  db.handoff.create({ data: { contactId, personId, reason: 'asked', openedAt: ago(30), expiresAt: ago(-600) } });
