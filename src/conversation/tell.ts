import type { i18n } from 'i18next';
import type { Reply } from '../channels/channel.ts';
import { addressees, type Addressee } from '../db/addressees.ts';
import type { Tx } from '../db/open-database.ts';
import type { Notice } from '../domain/tenants/notice.ts';
import { languageOf, sayer } from '../i18n.ts';
import { traitsOf } from '../purposes.ts';
import { PROVIDERS } from './answer.ts';
import { shape } from './shape.ts';

type Business = { id: string; keepsLetters: boolean };
type Told = { texts: i18n; serviceCode: string; now: Date };
type Reached = Addressee & { contactId: string };

const NO_SCREEN = 0;
/** A tap on a notice says a line, whatever is on the screen meanwhile: its step is nobody's. */
const NO_STEP = 0;

/**
 * Writes what people of a business are to be told, each once for its key and person: on WhatsApp to who has written there,
 * with the words for when only SMS carries them, else by SMS. Gives the keys of what reaches nobody: a client without a phone.
 */
export async function tell(tx: Tx, business: Business, notices: Notice[], told: Told): Promise<string[]> {
  if (notices.length === 0) return [];
  const people = await addressees(tx, business.id, notices.map(({ to }) => to));
  const reached = people.filter((person): person is Reached => person.contactId !== null && (person.whatsapp ?? person.phone) !== null);
  const letters = reached.flatMap((person) => {
    const notice = notices[person.at];
    return notice === undefined ? [] : [letterTo(person, notice, business, told)];
  });
  const written = await tx.outbox.createManyAndReturn({ data: letters.map(({ row }) => row), skipDuplicates: true, select: { key: true } });
  const isNew = new Set(written.map(({ key }) => key));
  await tx.message.createMany({ data: letters.map(({ said }) => said).filter(({ outboxKey }) => isNew.has(outboxKey)) });
  return notices.filter((_, at) => !reached.some((person) => person.at === at)).map(({ key }) => key);
}

function letterTo(person: Reached, notice: Notice, { id: tenantId, keepsLetters }: Business, told: Told) {
  const channel = person.whatsapp === null ? 'sms' : 'whatsapp';
  const key = `${notice.key}:${person.personId}`;
  const bySms = shape('sms', inWords(notice, 'sms', person, told, keepsLetters), [], 0, NO_SCREEN);
  const shaped = channel === 'sms' ? bySms : shape('whatsapp', inWords(notice, 'whatsapp', person, told, keepsLetters), [], 0, NO_SCREEN);
  const payload = channel === 'sms' ? (shaped.payload as object) : { ...(shaped.payload as object), sms: bySms.payload as object };
  const { now } = told;
  const about = { contactId: person.contactId, tenantId, channel } as const;
  const { notBefore = now, validUntil = null, purpose } = notice;
  return {
    row: { ...about, key, externalId: person.whatsapp ?? person.phone ?? '', purpose, lane: traitsOf(purpose).lane, provider: PROVIDERS[channel], payload, availableAt: notBefore, validUntil, createdAt: now, status: notBefore > now ? 'held' : 'waiting' },
    said: { ...about, personId: person.personId, direction: 'out', kind: 'notice', text: shaped.text, outboxKey: key, at: now },
  };
}

function inWords({ what, values, offers = [] }: Notice, channel: 'whatsapp' | 'sms', { language }: Addressee, { texts, serviceCode }: Told, keepsLetters: boolean): Reply {
  const say = sayer(texts, languageOf(language), channel);
  const options = channel === 'sms' ? [] : offers.map(({ verb, line }) => ({ id: `/${line}`, label: say(`notices.do.${verb}`) }));
  return { text: say(`notices.${what}`, { ...values, code: serviceCode }), options, menu: say('common.choose'), more: say('common.more'), over: true, step: NO_STEP, unicode: keepsLetters };
}
