import type { ChannelName, Reply } from '../channels/channel.ts';
import { toUssdAscii } from '../channels/gsm7.ts';
import { renderSms } from '../channels/sms/render.ts';
import { renderUssd } from '../channels/ussd/render.ts';
import { describeWhatsApp } from '../channels/whatsapp/describe.ts';
import { paperAfter, renderWhatsApp } from '../channels/whatsapp/render.ts';
import { typedKeys } from '../channels/whatsapp/typed-keys.ts';
import type { Shown } from '../db/desk.ts';

/** A reply as one channel says it: what is handed to the network, how a transcript reads it, what each key now means; `after`, the document that follows. */
export type Shaped = { payload: unknown; text: string; keys: Record<string, string>; pages: number; after?: { payload: object; text: string } };

/** `header` says whom the answer is for on a shared phone; a notice, what became of what was typed. */
export function shape(channel: ChannelName, reply: Reply, notices: string[], page: number, screenMax: number, header?: string): Shaped {
  const above = header === undefined ? [] : [header];
  if (channel === 'ussd') return ussd(withNotices(reply, above, notices, screenMax), page, screenMax);
  const apart = channel === 'sms' ? '\n' : '\n\n';
  const whole = { ...reply, text: [...above, ...notices, reply.text].join(apart) };
  return channel === 'sms' ? sms(whole, page) : whatsapp(whole);
}

function whatsapp(reply: Reply): Shaped {
  const message = renderWhatsApp(reply);
  const keys = Object.fromEntries(typedKeys(reply.options).map(({ key, option }) => [key, option.id]));
  const paper = paperAfter(reply);
  const after = paper === undefined ? {} : { after: { payload: { message: paper }, text: describeWhatsApp(paper) } };
  return { payload: { message }, text: describeWhatsApp(message), keys, pages: 1, ...after };
}

function sms(reply: Reply, page: number): Shaped {
  const { text, shown, pages } = renderSms(reply, page);
  return { payload: { text }, text, keys: shown.keys, pages };
}

function ussd(reply: Reply, page: number, screenMax: number): Shaped {
  const { screen, pages, shown } = renderUssd(reply, page, screenMax);
  return { payload: { screen }, text: screen, keys: shown.keys, pages };
}

/** A fixed menu has one page. What does not fit above it goes in this order: a guess, the header, the title, the notice. */
function withNotices(reply: Reply, header: string[], notices: string[], screenMax: number): Reply {
  const main = notices.slice(0, 1);
  const kept = [[...header, ...notices, reply.text], [...header, ...main, reply.text], [...main, reply.text], [...header, ...main], main, [...header, reply.text]];
  const texts = kept.map((lines) => lines.filter((line) => line !== '').join('\n'));
  const pageable = !reply.over && !reply.options.some(({ key }) => key !== undefined);
  const fitting = texts.find((text) => text !== '' && (pageable || lengthOf({ ...reply, text }) <= screenMax));
  return { ...reply, text: fitting ?? reply.text };
}

function lengthOf(reply: Reply): number {
  const lines = reply.options.map(({ key, label }) => `${key ?? '1'}.${label}`);
  const back = reply.over || reply.back === undefined ? [] : [`0.${reply.back}`];
  return 'CON '.length + toUssdAscii([reply.text, ...lines, ...back].join('\n')).length;
}

/** What is kept of a screen until the person answers it. */
export const shownOf = ({ keys, pages }: Shaped, reply: Reply, page: number, { free, secret }: { free: boolean; secret: boolean }): Shown => ({
  keys,
  options: reply.options.map(({ id, label }) => ({ id, label })),
  page,
  pages,
  back: reply.back ?? '',
  free,
  secret,
});
