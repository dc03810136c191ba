import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';
import { findProfiles } from './find-profiles.ts';
import { sameLabel } from './label-of.ts';
import { doubtsIn, entriesOf, type Doubt, type Values } from './measures.ts';

export type NewMeasures = {
  clientId: string;
  /** Whose: OWN for the client; an existing profile is found however its label is typed. */
  label: string;
  values: Values;
  /** What is not named stays as it was. */
  same?: boolean;
  /** They were asked again and said so. */
  sure?: boolean;
  source: 'dictated' | 'tape' | 'photo';
};
/** `written` is false where nothing had changed: the version is then the last one. */
export type Saved = { profileId: string; versionId: string; values: Values; written: boolean };

/** Writes a new version, never into an old one. One measure is corrected by naming it and leaving the rest the same. */
export async function saveMeasures(business: Business, { clientId, label, values, same = false, sure = false, source }: NewMeasures): Promise<Saved | { doubts: Doubt[] } | Refused<'unknown' | 'empty'>> {
  if (!(await holdClient(business, clientId))) return { refused: 'unknown' };
  const { db, id: tenantId, actor, now } = business;
  const profile = (await findProfiles(business, clientId)).find((each) => sameLabel(each.label, label));
  const last = profile?.last;
  const before = last?.values ?? {};
  const all: Values = same ? { ...before, ...values } : values;
  if (entriesOf(all).length === 0) return { refused: 'empty' };
  if (profile !== undefined && last !== undefined && isSame(all, before)) return { profileId: profile.profileId, versionId: last.versionId, values: before, written: false };

  const doubts = sure ? [] : doubtsIn(changed(values, before), before);
  if (doubts.length > 0) return { doubts };
  const { id: profileId } = profile === undefined ? await db.measureProfile.create({ data: { tenantId, clientId, label: label.trim(), createdAt: now } }) : { id: profile.profileId };
  // The last one stays the last, even if the clock was put back since.
  const takenAt = new Date(Math.max(now.getTime(), (last?.takenAt.getTime() ?? 0) + 1));
  const { id: versionId } = await db.measureVersion.create({ data: { tenantId, profileId, values: all, source, takenBy: actor, takenAt } });
  return { profileId, versionId, values: all, written: true };
}

/** Who saves for the same client waits, and merges with what was saved. False when this business has no such client. */
async function holdClient({ db, id }: Business, clientId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM "Client" WHERE id = ${clientId}::uuid AND "tenantId" = ${id}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}

const changed = (values: Values, before: Values): Values => Object.fromEntries(entriesOf(values).filter(([key, value]) => before[key] !== value));
const isSame = (one: Values, other: Values): boolean => entriesOf(one).length === entriesOf(other).length && entriesOf(changed(one, other)).length === 0;
