import type { Scope } from '../../scope.ts';
import { TERMS_VERSION } from './consent-texts.ts';

/** Records the acceptance and tells whether we already know who accepts. */
export async function acceptTerms({ db, who, desk, now }: Scope) {
  await db.consentEvent.create({ data: { contactId: who.contactId, personId: who.personId, purpose: 'terms', value: true, channel: who.channel, textVersion: TERMS_VERSION, at: now } });
  desk.consents.push({ purpose: 'terms', personId: who.personId, tenantId: null, value: true });
  return { person: desk.persons.find(({ id }) => id === who.personId)?.name ?? '' };
}
