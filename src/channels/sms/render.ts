import type { Reply } from '../channel.ts';
import { toGsm7 } from '../gsm7.ts';
import { shownKeys } from '../shown.ts';
import type { ShownPage } from '../shown.ts';
import { segments } from './segments.ts';
import type { Encoding } from './segments.ts';

export type RenderedSms = { text: string; parts: number; encoding: Encoding; pages: number; shown: ShownPage };

/** A reply as one SMS: text, link, one line for each option, 9 for the rest of a long list, 0 to go back. A document is its address. */
export function renderSms(reply: Reply, page = 0): RenderedSms {
  const write = reply.unicode === true ? (text: string) => text.normalize('NFC') : toGsm7;
  const oneLine = (label: string): string => write(label).replace(/\s+/g, ' ').trim();
  const { lines, pages, shown } = shownKeys(reply.options, page, 8, reply.back !== undefined);
  const written = [
    write(reply.text.replaceAll('\r\n', '\n')).trim(),
    reply.link?.url ?? '',
    reply.document?.url ?? '',
    ...lines.map(({ key, option }) => `${key}.${oneLine(option.label) || '?'}`),
    shown.more ? `9.${oneLine(reply.more)}` : '',
    reply.back === undefined ? '' : `0.${oneLine(reply.back)}`,
  ];
  const text = written.filter((line) => line !== '').join('\n');
  const { parts, encoding } = segments(text);
  return { text, parts, encoding, pages, shown };
}
