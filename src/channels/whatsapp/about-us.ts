import { z } from 'zod';
import type { NoticeContent } from '../channel.ts';
import { anyObject, idText, maybe } from './schema.ts';

/** The accounts and the display numbers (digits) that traffic of our number has come under. */
export type Ourselves = { accounts: string[]; numbers: string[] };
/** What a change says of whom it was sent to. */
export type Addressed = { account: string | undefined; metadata: { phone_number_id?: string | undefined; display_phone_number?: string | undefined } | undefined };

const concernedSchema = z.looseObject({ display_phone_number: maybe(idText), phone_number: maybe(idText) }).catch({});

/** Notices name an account, which nobody has configured: it is learned from the messages that come with it. */
export function ourselvesIn(changes: Addressed[], phoneNumberId: string): Ourselves {
  const own = changes.filter(({ metadata }) => metadata?.phone_number_id === phoneNumberId);
  const distinct = (texts: (string | undefined)[]) => [...new Set(texts.filter((text) => text !== undefined))];
  return { accounts: distinct(own.map(({ account }) => account)), numbers: distinct(own.map(({ metadata }) => metadata?.display_phone_number && digits(metadata.display_phone_number))) };
}

/** Only what is about us may change anything. Where nothing of us is known yet, all is taken to be about us. */
export function isAboutUs({ account, value }: NoticeContent, { accounts, numbers }: Ourselves): boolean {
  const concerned = concernedSchema.parse(anyObject.catch({}).parse(value));
  const number = concerned.display_phone_number ?? concerned.phone_number;
  const isOne = (known: string[], it: string) => known.length === 0 || known.includes(it);
  return isOne(accounts, account) && (number === undefined || isOne(numbers, digits(number)));
}

const digits = (text: string): string => text.replace(/\D/g, '');
