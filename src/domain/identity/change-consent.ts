import type { Scope } from '../../scope.ts';
import { TERMS_VERSION } from './consent-texts.ts';

export type ConsentChange = 'stop' | 'stopAll' | 'resume';

const PROMOTION = ['promo', 'reminder'];
const PURPOSES: Record<ConsentChange, string[]> = { stop: PROMOTION, stopAll: [...PROMOTION, 'transactional'], resume: [...PROMOTION, 'transactional', 'sms'] };

/**
 * STOP ends promotion and reminders, of the business being talked to when that is clear, else of all;
 * STOP TOUT also ends receipts and orders; REPRENDRE opens everything again, also what the person had closed at the
 * network itself: should it still be closed there, the first refusal closes it again. Append-only: the last event holds.
 */
export async function changeConsent({ db, who, now }: Scope, change: ConsentChange) {
  const value = change === 'resume';
  const tenantId = change === 'stop' ? who.tenantId : null;
  const purposes = PURPOSES[change];
  await db.consentEvent.createMany({
    data: purposes.map((purpose) => ({ contactId: who.contactId, personId: null, tenantId, purpose, value, channel: who.channel, textVersion: TERMS_VERSION, at: now })),
  });
  return {};
}
