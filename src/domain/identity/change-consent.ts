import type { Scope } from '../../scope.ts';
import { TERMS_VERSION } from './consent-texts.ts';

export type ConsentChange = 'stop' | 'stopAll' | 'resume';

const PROMOTION = ['promo', 'reminder'];

/**
 * STOP ends promotion and reminders, of the business being talked to when that is clear, else of all;
 * STOP TOUT also ends receipts and orders; REPRENDRE opens everything again. Append-only: the last event holds.
 */
export async function changeConsent({ db, who, now }: Scope, change: ConsentChange) {
  const value = change === 'resume';
  const tenantId = change === 'stop' ? who.tenantId : null;
  const purposes = change === 'stop' ? PROMOTION : [...PROMOTION, 'transactional'];
  await db.consentEvent.createMany({
    data: purposes.map((purpose) => ({ contactId: who.contactId, personId: null, tenantId, purpose, value, channel: who.channel, textVersion: TERMS_VERSION, at: now })),
  });
  return {};
}
