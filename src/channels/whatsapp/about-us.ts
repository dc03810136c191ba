import { z } from 'zod';
import type { NoticeContent } from '../channel.ts';
import { anyObject, idText, listOf, maybe } from './schema.ts';

/** The accounts and the display numbers (digits) that traffic of our number has come under. */
export type Ourselves = { accounts: string[]; numbers: string[] };

const metadataSchema = z.looseObject({ phone_number_id: idText, display_phone_number: maybe(idText) });
const entrySchema = z.looseObject({
  id: maybe(idText),
  changes: listOf(z.looseObject({ value: z.looseObject({ metadata: metadataSchema }) })),
});
const concernedSchema = z.looseObject({ display_phone_number: maybe(idText), phone_number: maybe(idText) }).catch({});

/** Notices name an account, which nobody has configured: it is learned from the messages that come with it. */
export function ourselvesIn(entries: unknown[], phoneNumberId: string): Ourselves {
  const addressed = listOf(entrySchema).parse(entries).flatMap(({ id, changes }) => changes.map(({ value }) => ({ id, ...value.metadata })));
  const own = addressed.filter(({ phone_number_id }) => phone_number_id === phoneNumberId);
  const distinct = (texts: (string | undefined)[]) => [...new Set(texts.filter((text) => text !== undefined))];
  return { accounts: distinct(own.map(({ id }) => id)), numbers: distinct(own.map(({ display_phone_number: number }) => number && digits(number))) };
}

/** Only what is about us may change anything. Where nothing of us is known yet, all is taken to be about us. */
export function isAboutUs({ account, value }: NoticeContent, { accounts, numbers }: Ourselves): boolean {
  const concerned = concernedSchema.parse(anyObject.catch({}).parse(value));
  const number = concerned.display_phone_number ?? concerned.phone_number;
  const isOne = (known: string[], it: string) => known.length === 0 || known.includes(it);
  return isOne(accounts, account) && (number === undefined || isOne(numbers, digits(number)));
}

const digits = (text: string): string => text.replace(/\D/g, '');
