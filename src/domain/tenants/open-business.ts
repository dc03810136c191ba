import { countryOf } from '../../phone.ts';
import type { Refused, Scope } from '../../scope.ts';
import { addUsualGarments, type UsualGarment } from '../catalogue/usual-garments.ts';
import { TERMS_VERSION } from '../identity/consent-texts.ts';
import { pinMatches } from '../identity/pin-hash.ts';
import { prove } from '../identity/proof.ts';
import { writeAudit } from '../operators/audit.ts';
import { inBusiness } from './business.ts';
import { timezoneOf } from './countries.ts';
import { posterLink } from './poster-link.ts';
import type { Settings } from './settings.ts';

export type Opening = { name: string; capabilities: string[]; town: string; hours: Pick<Settings, 'hours' | 'workdays'>; code: string; pin: string; pinHash: string };
export type Opened = { code: string; url: string };

/** Whether whoever holds this phone can open a business: somebody we know, where we serve, who has none yet. */
export function mayOpen({ who, desk }: Pick<Scope, 'who' | 'desk'>): { country: string; timezone: string; personId: string } | Refused<'unknown' | 'owner' | 'elsewhere'> {
  if (who.personId === null) return { refused: 'unknown' };
  if (desk.members.some(({ role }) => role === 'owner')) return { refused: 'owner' };
  const country = who.phone === null ? undefined : countryOf(who.phone);
  const timezone = timezoneOf(country);
  return country === undefined || timezone === undefined ? { refused: 'elsewhere' } : { country, timezone, personId: who.personId };
}

/** A business begins: its owner, what it usually sews, and a paper that says how to reach it. Whoever took the code meanwhile keeps it. */
export async function openBusiness(scope: Scope, opening: Opening, garments: Record<UsualGarment, string>): Promise<Opened | Refused<'unknown' | 'owner' | 'elsewhere' | 'taken' | 'mismatch'>> {
  const { db, who, desk, now } = scope;
  const may = mayOpen(scope);
  if ('refused' in may) return may;
  if (!(await pinMatches(opening.pin, opening.pinHash))) return { refused: 'mismatch' };

  const { name, code, capabilities, town, hours, pinHash } = opening;
  const { country, timezone, personId } = may;
  const settings = { depositPct: 50, town, workdays: hours.workdays, hours: hours.hours };
  const [tenant] = await db.tenant.createManyAndReturn({ data: [{ code, name, country, timezone, capabilities, settings, createdAt: now }], skipDuplicates: true });
  if (tenant === undefined) return { refused: 'taken' };

  const { id: tenantId } = tenant;
  const memberId = await inBusiness(db, tenantId, { now, actor: `person:${personId}`, role: 'owner', channel: who.channel }, async (business) => {
    const { id } = await business.db.member.create({ data: { tenantId, personId, role: 'owner', permissions: [], pinHash, createdAt: now } });
    await addUsualGarments(business, garments);
    await business.db.consentEvent.create({ data: { contactId: who.contactId, personId, tenantId, purpose: 'terms', value: true, channel: who.channel, textVersion: TERMS_VERSION, at: now } });
    await writeAudit(business.db, { tenantId, actor: `member:${id}`, action: 'business.opened', entity: 'Tenant', entityId: tenantId, after: { code, country, capabilities, channel: who.channel }, at: now });
    return id;
  });
  desk.members.push({ id: memberId, personId, tenantId, business: name, code, role: 'owner', capabilities, permissions: [], timezone, smsUnicode: false, hasPin: true });
  Object.assign(who, { tenantId, persona: 'owner' });
  prove(who, now);
  return { code, url: await posterLink(scope, tenantId) };
}
