import type { i18n } from 'i18next';
import type { Reply } from '../channels/channel.ts';
import { addressees, type Addressee } from '../db/addressees.ts';
import type { Tx } from '../db/open-database.ts';
import type { Notice } from '../domain/tenants/notice.ts';
import { languageOf, sayer } from '../i18n.ts';
import { refusalOf, traitsOf } from '../purposes.ts';
import { PROVIDERS } from './answer.ts';
import { NO_STEP, templateOf } from './notice-templates.ts';
import { shape } from './shape.ts';

type Business = { id: string; keepsLetters: boolean };
/** In whose words people are told, and what they are pointed to. */
export type Voice = { texts: i18n; serviceCode: string; publicUrl: string };
export type Told = Voice & { now: Date };
type Reached = Addressee & { contactId: string };

const NO_SCREEN = 0;

/**
 * Writes what people of a business are to be told, each once for its key and person: on WhatsApp to who has written there,
 * with its template for when the window is closed and the words for when only SMS carries them, else by SMS. A paper is under the words, or
 * follows them where there is something to tap. Gives the keys of what reaches nobody: a client without a phone, or who wants no messages; theirs is written all the same,
 * for an operator to see why it did not leave.
 */
export async function tell(tx: Tx, business: Business, notices: Notice[], told: Told): Promise<string[]> {
  if (notices.length === 0) return [];
  await newPhones(tx, notices);
  const people = await addressees(tx, business.id, notices.map(({ to }) => to));
  const reached = people.filter((person): person is Reached => person.contactId !== null && (person.whatsapp ?? person.phone) !== null);
  const letters = reached.flatMap((person) => {
    const notice = notices[person.at];
    return notice === undefined ? [] : lettersTo(person, notice, business, told);
  });
  const written = await tx.outbox.createManyAndReturn({ data: letters.map(({ row }) => row), skipDuplicates: true, select: { key: true } });
  const isNew = new Set(written.map(({ key }) => key));
  await tx.message.createMany({ data: letters.map(({ said }) => said).filter(({ outboxKey }) => isNew.has(outboxKey)) });
  return notices.filter((notice, at) => !reached.some((person) => person.at === at && hears(person, notice))).map(({ key }) => key);
}

const hears = ({ whatsapp, refused }: Reached, { purpose }: Notice): boolean => refusalOf(purpose, whatsapp === null ? 'sms' : 'whatsapp', refused) === undefined;

/** Who has paid with a phone that nobody wrote to us from is told, too. */
async function newPhones(tx: Tx, notices: Notice[]): Promise<void> {
  const phones = notices.flatMap(({ to }) => ('phone' in to ? [to.phone] : []));
  if (phones.length > 0) await tx.contact.createMany({ data: phones.map((phone) => ({ key: phone, phone })), skipDuplicates: true });
}

function lettersTo(person: Reached, notice: Notice, { id: tenantId, keepsLetters }: Business, told: Told) {
  const channel = person.whatsapp === null || (notice.by === 'sms' && person.phone !== null) ? 'sms' : 'whatsapp';
  const key = `${notice.key}:${person.personId ?? person.contactId}`;
  const bySms = shape('sms', inWords(notice, 'sms', person, told, keepsLetters), [], 0, NO_SCREEN);
  const shaped = channel === 'sms' ? bySms : shape('whatsapp', inWords(notice, 'whatsapp', person, told, keepsLetters), [], 0, NO_SCREEN);
  const template = templateOf(notice, languageOf(person.language), told);
  const payload = channel === 'sms' ? (shaped.payload as object) : { ...(shaped.payload as object), ...(template === undefined ? {} : { template }), sms: bySms.payload as object };
  // Only the words go by SMS: they say where the paper is, or do without.
  const paper = shaped.after === undefined ? [] : [{ key: `${key}:paper`, text: shaped.after.text, payload: { ...shaped.after.payload, sms: { text: '' } } }];
  const { now } = told;
  const about = { contactId: person.contactId, tenantId, channel } as const;
  const { notBefore = now, validUntil = null, purpose } = notice;
  const leaves = { externalId: (channel === 'whatsapp' ? person.whatsapp : person.phone) ?? '', purpose, lane: traitsOf(purpose).lane, provider: PROVIDERS[channel], availableAt: notBefore, validUntil, createdAt: now, status: notBefore > now ? 'held' : 'waiting' };
  return [{ key, text: shaped.text, payload }, ...paper].map((part) => ({
    row: { ...about, ...leaves, key: part.key, payload: part.payload },
    said: { ...about, personId: person.personId, direction: 'out', kind: 'notice', text: part.text, outboxKey: part.key, at: now },
  }));
}

function inWords({ what, values, offers = [], document }: Notice, channel: 'whatsapp' | 'sms', { language }: Addressee, { texts, serviceCode, publicUrl }: Told, keepsLetters: boolean): Reply {
  const say = sayer(texts, languageOf(language), channel);
  const options = channel === 'sms' ? [] : offers.map(({ verb, line }) => ({ id: `/${line}`, label: say(`notices.do.${verb}`) }));
  const paper = document && { ...document, url: `${publicUrl}${document.url}` };
  const text = say(`notices.${what}`, { ...values, code: serviceCode, ...(paper && { url: paper.url }) });
  return { text, options, ...(channel === 'whatsapp' && paper && { document: paper }), menu: say('common.choose'), more: say('common.more'), over: true, step: NO_STEP, unicode: keepsLetters };
}
