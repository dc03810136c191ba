import { z } from 'zod';
import { formId, formText, formTextIfAny, networkTime, senderOf, sha256 } from '../africastalking.ts';
import type { Parsed } from '../africastalking.ts';

const hop = z.object({ sessionId: formId, phoneNumber: formId, text: formText.default(''), serviceCode: formText.default(''), networkCode: formTextIfAny });
const end = z.object({ sessionId: formId, phoneNumber: formTextIfAny, date: formTextIfAny, status: formTextIfAny, hopsCount: formTextIfAny, input: formTextIfAny });

/** A PIN has 4 to 6 digits; an order number or a short amount is hidden with it. */
const MAYBE_PIN = /^\d{4,6}$/;

/** One hop of a session. The whole path makes it unique: `1` and `1*1` are two steps, `1` twice is one. */
export function parseUssdHop(form: unknown, receivedAt: string): Parsed {
  const parsed = hop.safeParse(form);
  if (!parsed.success) return { malformed: true };
  const { sessionId, phoneNumber, text, serviceCode, networkCode = '' } = parsed.data;
  return {
    provider: 'africastalking',
    eventId: `ussd:${sessionId}:${sha256(text)}`,
    at: receivedAt,
    from: senderOf('ussd', phoneNumber),
    content: { type: 'ussd', sessionId, serviceCode, networkCode, text },
  };
}

/** The end of a session, when they tell it. For statistics only: it may never come, and any field may be missing. */
export function parseUssdEnd(form: unknown, receivedAt: string): Parsed {
  const parsed = end.safeParse(form);
  if (!parsed.success) return { malformed: true };
  const { sessionId, phoneNumber, date, status = '', hopsCount = '', input = '' } = parsed.data;
  return {
    provider: 'africastalking',
    eventId: `ussd-end:${sessionId}`,
    at: networkTime(date, receivedAt),
    ...(phoneNumber?.trim() && { from: senderOf('ussd', phoneNumber) }),
    content: { type: 'ussdEnd', sessionId, status, hops: /^\d{1,6}$/.test(hopsCount) ? Number(hopsCount) : 0, input: withoutPins(input) },
  };
}

/** The path of a session holds the PIN typed in it, long after the hop that asked for it was emptied. */
function withoutPins(path: string): string {
  return path.split('*').map((input) => (MAYBE_PIN.test(input) ? '****' : input)).join('*');
}
