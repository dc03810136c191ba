import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalPhone } from '../phone.ts';
import type { Arrival, ChannelName, Sender } from './channel.ts';

/** What a callback of theirs is: one arrival, or a form that is not the one they describe. */
export type Parsed = Arrival | { malformed: true };

/** Africa's Talking signs nothing: the token in the address is all there is. Both sides are hashed, so that neither length nor place tells. */
export function tokenMatches(given: string | undefined, expected: string): boolean {
  if (given === undefined || expected === '') return false;
  const [ours, theirs] = [expected, given].map((token) => createHash('sha256').update(token).digest());
  return ours !== undefined && theirs !== undefined && timingSafeEqual(ours, theirs);
}

/** A field of a form. PostgreSQL stores neither NUL nor half a surrogate pair, and an event that cannot be stored would come again for 12 hours. */
export const formText = z.string().transform((text) => text.replaceAll('\0', '').toWellFormed());
/** A field that may be missing, or there twice: only what we cannot do without makes a form malformed. */
export const formTextIfAny = formText.optional().catch(undefined);
export const formId = formText.refine((id) => id.trim() !== '');

export function senderOf(channel: ChannelName, address: string): Sender {
  const externalId = withPlus(address);
  const phone = canonicalPhone(externalId);
  return { channel, externalId, ...(phone !== undefined && { phone }) };
}

/** `2017-05-03T06:04:45Z` and `2017-05-03 06:04:45`, both UTC; the moment of reception when there is none or it is no date. */
export function networkTime(date: string | undefined, receivedAt: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[ +]00:00)?$/.exec(date?.trim() ?? '') ?? [];
  const at = new Date(`${day}T${time}Z`);
  return Number.isNaN(at.getTime()) ? receivedAt : at.toISOString();
}

/** The same for the same fields, whoever computes it. Lengths are hashed along, or `a`, `bc` would be `ab`, `c`. */
export const stableHash = (...fields: string[]): string => sha256(JSON.stringify(fields));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A + nobody escaped arrives as a space. */
function withPlus(address: string): string {
  return /^ \d/.test(address) ? `+${address.trim()}` : address.trim();
}
