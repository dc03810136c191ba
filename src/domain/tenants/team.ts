import type { Refused } from '../../scope.ts';
import { pinMatches } from '../identity/pin-hash.ts';
import { writeAudit } from '../operators/audit.ts';
import type { Business } from './business.ts';

export type Colleague = { memberId: string; personId: string; name: string; role: string; permissions: string[]; status: 'invited' | 'active' };

/** Who works here, or was asked to: the owner first. */
export async function listTeam({ db }: Business): Promise<Colleague[]> {
  const rows = await db.member.findMany({ where: { status: { in: ['active', 'invited'] } }, orderBy: [{ role: 'asc' }, { createdAt: 'asc' }], include: { person: { select: { fullName: true } } } });
  return rows.map(({ id, personId, role, permissions, status, person }) => ({ memberId: id, personId, name: person.fullName, role, permissions, status: status === 'active' ? 'active' : 'invited' }));
}

/** Asks somebody to work here, with what they may do. They are told, and are nothing here until they agree. */
export async function inviteMember(business: Business, { personId, permissions }: { personId: string; permissions: string[] }): Promise<{ memberId: string } | Refused<'member'>> {
  const { db, id: tenantId, now, name, code } = business;
  const known = await db.member.findFirst({ where: { personId } });
  if (known !== null && (known.status === 'active' || known.status === 'suspended')) return { refused: 'member' };

  const data = { role: 'employee', permissions, status: 'invited', pinHash: null, pinFailedCount: 0, pinLockedUntil: null } as const;
  const { id: memberId } = known === null ? await db.member.create({ data: { ...data, tenantId, personId, createdAt: now } }) : await db.member.update({ where: { id: known.id }, data });
  business.notices.push({ key: `invited:${memberId}:${now.getTime()}`, to: { memberId }, what: 'invited', purpose: 'code', values: { business: name, shop: code }, offers: [{ verb: 'join', line: `rejoindre ${code}` }] });
  await note(business, 'member.invited', memberId, { permissions });
  return { memberId };
}

/** The owner has all rights, and keeps them. */
export async function changeRights(business: Business, memberId: string, permissions: string[]): Promise<object | Refused<'unknown' | 'owner'>> {
  const member = await someone(business, memberId);
  if (member === null) return { refused: 'unknown' };
  if (member.role === 'owner') return { refused: 'owner' };
  await business.db.member.update({ where: { id: memberId }, data: { permissions } });
  await note(business, 'member.rights', memberId, { permissions }, { permissions: member.permissions });
  return {};
}

/** Works here no more; what they did stays theirs. A business is never without an owner. */
export async function removeMember(business: Business, memberId: string): Promise<object | Refused<'unknown' | 'owner'>> {
  const member = await someone(business, memberId);
  if (member === null) return { refused: 'unknown' };
  if (member.role === 'owner') return { refused: 'owner' };
  await business.db.member.update({ where: { id: memberId }, data: { status: 'left', pinHash: null, permissions: [] } });
  await note(business, 'member.removed', memberId, {}, { status: member.status });
  return {};
}

/** Whoever was invited agrees, with a PIN typed twice. */
export async function joinTeam(business: Business, memberId: string, { pin, pinHash }: { pin: string; pinHash: string }): Promise<{ permissions: string[] } | Refused<'unknown' | 'mismatch'>> {
  if (!(await pinMatches(pin, pinHash))) return { refused: 'mismatch' };
  const { count } = await business.db.member.updateMany({ where: { id: memberId, status: 'invited' }, data: { status: 'active', pinHash } });
  const member = await someone(business, memberId);
  if (count === 0 || member === null) return { refused: 'unknown' };
  business.notices.push({ key: `joined:${memberId}:${business.now.getTime()}`, to: { owners: true }, what: 'joined', purpose: 'order', values: { name: member.person.fullName, business: business.name } });
  await note(business, 'member.joined', memberId, { permissions: member.permissions });
  return { permissions: member.permissions };
}

export async function declineInvitation(business: Business, memberId: string): Promise<object | Refused<'unknown'>> {
  const { count } = await business.db.member.updateMany({ where: { id: memberId, status: 'invited' }, data: { status: 'left', permissions: [] } });
  if (count === 0) return { refused: 'unknown' };
  await note(business, 'member.declined', memberId, {});
  return {};
}

/** Another PIN, typed twice, for whoever has proven the one before. */
export async function changePin(business: Business, memberId: string, { pin, pinHash }: { pin: string; pinHash: string }): Promise<object | Refused<'mismatch'>> {
  if (!(await pinMatches(pin, pinHash))) return { refused: 'mismatch' };
  await business.db.member.update({ where: { id: memberId }, data: { pinHash, pinFailedCount: 0, pinLockedUntil: null } });
  await note(business, 'pin.changed', memberId, {});
  return {};
}

const someone = ({ db }: Business, memberId: string) => db.member.findFirst({ where: { id: memberId, status: { in: ['active', 'invited'] } }, include: { person: { select: { fullName: true } } } });

type Facts = NonNullable<Parameters<typeof writeAudit>[1]['after']>;
const note = ({ db, id: tenantId, actor, now, channel }: Business, action: string, memberId: string, after: Facts, before: Facts = {}) =>
  writeAudit(db, { tenantId, actor, action, entity: 'Member', entityId: memberId, before, after: { ...after, channel }, at: now });
