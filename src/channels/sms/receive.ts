import { z } from 'zod';
import { formId, formText, formTextIfAny, networkTime, senderOf, stableHash } from '../africastalking.ts';
import type { Parsed } from '../africastalking.ts';
import type { StatusContent } from '../channel.ts';

const inbound = z.object({ from: formId, text: formText.default(''), to: formTextIfAny, id: formTextIfAny, date: formTextIfAny, linkId: formTextIfAny });
const report = z.object({ id: formId, status: formId, phoneNumber: formTextIfAny, failureReason: formTextIfAny });
const optOut = z.object({ senderId: formId, phoneNumber: formId });

const STATUSES: Record<string, StatusContent['status']> = {
  sent: 'sent',
  submitted: 'sent',
  buffered: 'sent',
  success: 'delivered',
  failed: 'failed',
  rejected: 'failed',
  expired: 'failed',
  absentsubscriber: 'failed',
};

const MINUTE = 'yyyy-mm-ddThh:mm'.length;
const HOUR = 'yyyy-mm-ddThh'.length;

/** An SMS somebody wrote to us. Names (`MTN`) and short codes are kept as notices: nothing can or should be answered. */
export function parseInboundSms(form: unknown, receivedAt: string): Parsed {
  const parsed = inbound.safeParse(form);
  if (!parsed.success) return { malformed: true };
  const { from: address, text, to = '', id, date, linkId = '' } = parsed.data;
  const at = networkTime(date, receivedAt);
  const from = senderOf('sms', address);
  // Without id and date only the minute tells a repeated delivery from somebody who answers 1 twice.
  const eventId = id?.trim() || `sms:${stableHash(address, to, text, linkId, date || receivedAt.slice(0, MINUTE))}`;
  if (from.phone === undefined) return { provider: 'africastalking', eventId, at, content: { type: 'systemNotice', what: `${from.externalId}: ${text}` } };
  return { provider: 'africastalking', eventId, at, from, content: { type: 'text', text } };
}

/** How far an SMS of ours has got. Only `Success` is the handset; `Sent` is their gateway. */
export function parseDeliveryReport(form: unknown, receivedAt: string): Parsed {
  const parsed = report.safeParse(form);
  if (!parsed.success) return { malformed: true };
  const { id, status: word, phoneNumber, failureReason } = parsed.data;
  const status = lookUp(STATUSES, word) ?? 'other';
  const why = failureReason?.trim() || word;
  const content: StatusContent = {
    type: 'status',
    providerId: id,
    status,
    word,
    ...(phoneNumber?.trim() && { recipient: senderOf('sms', phoneNumber) }),
    ...(status === 'failed' && { error: { code: why, title: why } }),
  };
  return { provider: 'africastalking', eventId: `${id}:${word}`, at: receivedAt, content };
}

/**
 * Somebody wants no more SMS from this sender. The form has neither id nor time: it is one event an hour, so that a repeated delivery acts once
 * and a person who leaves, comes back and leaves again the same day is heard twice. Leaving twice changes nothing; missing it would.
 */
export function parseOptOut(form: unknown, receivedAt: string): Parsed {
  const parsed = optOut.safeParse(form);
  if (!parsed.success) return { malformed: true };
  const { senderId, phoneNumber } = parsed.data;
  const from = senderOf('sms', phoneNumber);
  if (from.phone === undefined) return { malformed: true };
  const eventId = `opt-out:${senderId}:${stableHash(from.phone)}:${receivedAt.slice(0, HOUR)}`;
  return { provider: 'africastalking', eventId, at: receivedAt, from, content: { type: 'optOut', senderId } };
}

function lookUp<T>(table: Record<string, T>, word: string): T | undefined {
  return Object.entries(table).find(([known]) => known === word.trim().toLowerCase())?.[1];
}
