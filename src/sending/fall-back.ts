import { toGsm7 } from '../channels/gsm7.ts';
import { splitSms } from '../channels/sms/segments.ts';
import type { WhatsAppMessage } from '../channels/whatsapp/message.ts';
import { sendInstead, type Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { traitsOf } from '../purposes.ts';
import { whatsappPayload } from './payload.ts';

/** An SMS costs money: to one person this many a day instead of WhatsApp, and no longer than this many parts. */
const DAY_MAX = 10;
const PARTS_MAX = 3;
const ELLIPSIS = '...';

/** As WhatsApp marks it; a code to dial has its asterisks elsewhere. */
const BOLD = /(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])/g;

type Reason = { from: 'sending' | 'sent'; why: string; now: Date };

/** Says by SMS what WhatsApp does not carry, where the purpose is worth it and the number known. True when it was written. */
export async function fallBack(db: Pick<Prisma, '$executeRaw'>, { id, channel, purpose, payload }: Parcel, reason: Reason): Promise<boolean> {
  if (channel !== 'whatsapp' || traitsOf(purpose).bySms === false) return false;
  const said = smsTexts(payload);
  return said.text !== '' && (await sendInstead(db, { id, ...said, dayMax: DAY_MAX, ...reason })) > 0;
}

/** `letters`: for a business that keeps them. Empty where there is nothing to say: a template whose words only Meta knows, no message at all. */
export function smsTexts(payload: unknown): { text: string; letters: string } {
  const { message, sms } = whatsappPayload.safeParse(payload).data ?? {};
  if (sms !== undefined) return { text: sms.text, letters: sms.text };
  const words = message === undefined ? '' : plainText(message).replace(BOLD, '$1');
  return { text: shortened(toGsm7(words)), letters: shortened(words.normalize('NFC')) };
}

/** What there was to tap becomes lines to answer with: a choice is also understood by its words. */
function plainText(message: WhatsAppMessage): string {
  if (message.type === 'text') return message.text.body;
  if (message.type === 'document') return [message.document.caption ?? message.document.filename, message.document.link].join('\n');
  if (message.type === 'image') return [message.image.caption ?? '', message.image.link].join('\n').trim();
  if (message.type === 'template') return '';
  const { action, body, type } = message.interactive;
  if (type === 'button') return [body.text, ...action.buttons.map(({ reply }) => `- ${reply.title}`)].join('\n');
  if (type === 'list') return [body.text, ...action.sections.flatMap(({ rows }) => rows.map(({ title }) => `- ${title}`))].join('\n');
  return type === 'cta_url' ? [body.text, action.parameters.url].join('\n') : body.text;
}

/** Cut between words where there are any. */
function shortened(text: string): string {
  if (splitSms(text).length <= PARTS_MAX) return text;
  const kept = Array.from(splitSms(text).slice(0, PARTS_MAX).join('')).slice(0, -ELLIPSIS.length).join('');
  const whole = /^([\s\S]*\S)\s+\S*$/.exec(kept)?.[1] ?? kept;
  return `${whole}${ELLIPSIS}`;
}
