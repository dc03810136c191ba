import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DueJob } from '../db/due.ts';
import { storeMail } from '../db/mail.ts';
import type { Tx } from '../db/open-database.ts';
import { lastAddress } from '../domain/operators/last-address.ts';
import type { Job } from './job.ts';

const asked = z.object({ what: z.string(), about: z.string().optional() });

/** A timer enters by the door of every message: a letter in the mail of its contact, from the address they wrote from last. */
export const wake: Job = { apply: writeLetter, rings: true };

async function writeLetter(tx: Tx, { key, contactId, payload, step }: DueJob, now: Date): Promise<void> {
  const { id, ...contact } = await contactNow(tx, contactId ?? '');
  const address = await lastAddress(tx, id);
  if (address === undefined) return; // nobody can be told
  const { what, about } = asked.parse(payload);
  const content = { type: 'wake' as const, what, ...(about === undefined ? {} : { about }), ...(step === null ? {} : { step }) };
  const { channel, externalId } = address;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  await storeMail(tx, [{ provider: 'griot', eventId: key, kind: 'wake', hash, happenedAt: now.toISOString(), content, turn: true, contact: { ...contact, channel, externalId } }], now);
}

type ContactNow = { id: string; key: string; phone?: string };

/** The contact, or the one it has become since. */
async function contactNow(tx: Tx, contactId: string): Promise<ContactNow> {
  const { id, key, phone, mergedIntoId } = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
  return mergedIntoId === null ? { id, key, ...(phone === null ? {} : { phone }) } : contactNow(tx, mergedIntoId);
}
