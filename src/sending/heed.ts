import type { Verdict } from '../channels/channel.ts';
import type { Parcel } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { holdContact, refuseConsent, stopTemplate, tellOperators } from '../db/sending-rules.ts';
import type { Lines } from './line.ts';
import { whatsappPayload } from './payload.ts';

type Heard = { parcel: Parcel; verdict: Verdict; code: string; why: string };
export type Heed = (heard: Heard) => Promise<void>;

const BULK_MS = 24 * 3_600_000;

/** What a refusal means for others than the message that met it: the person, the template, the whole line, an operator. */
export function heeding({ db, lines, now }: { db: Prisma; lines: Lines; now: () => Date }): Heed {
  return async ({ parcel, verdict, code, why }) => {
    const { channel, contactId, externalId, attempts, provider } = parcel;
    const line = lines[channel];
    const template = templateOf(parcel);
    if (verdict.alert === true) await tellOperators(db, { provider, code, why, severity: verdict.action === 'stopChannel' ? 'critical' : 'warning', about: Object.values(template), now: now() });
    if (verdict.action === 'optOut') return refuseConsent(db, { contactId, channel, purpose: channel === 'sms' ? 'sms' : 'promo', now: now() });
    if (verdict.action === 'stopChannel') return line.stop(code);
    if (verdict.action === 'stopBulk') return line.holdBulk(BULK_MS, code);
    if (verdict.action === 'stopTemplate') return template.name === '' ? undefined : stopTemplate(db, { ...template, code, now: now() });
    if (verdict.action !== 'backoff') return;
    if (verdict.scope !== 'pair') return line.slowDown(verdict.retryAfterMs);
    return holdContact(db, { channel, externalId, until: new Date(now().getTime() + (verdict.retryAfterMs ?? 4 ** (attempts - 1) * 1_000)) });
  };
}

function templateOf({ payload }: Parcel): { name: string; language: string } {
  const { name = '', language = '' } = whatsappPayload.safeParse(payload).data?.template ?? {};
  return { name, language };
}
