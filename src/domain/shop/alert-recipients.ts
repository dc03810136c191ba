import type { Refused } from '../../scope.ts';
import type { Business } from '../tenants/business.ts';

export type Recipient = { memberId: string; name: string; status: 'none' | 'asked' | 'agreed' | 'declined' };

/** Everybody who works here besides the owners, who are always told. */
export async function listRecipients({ db }: Business): Promise<Recipient[]> {
  const members = await db.member.findMany({ where: { status: 'active', role: { not: 'owner' } }, include: { person: { select: { fullName: true } } }, orderBy: { createdAt: 'asc' } });
  const asked = new Map((await db.alertRecipient.findMany()).map(({ memberId, status }) => [memberId, status as Recipient['status']]));
  return members.map(({ id, person }) => ({ memberId: id, name: person.fullName, status: asked.get(id) ?? 'none' }));
}

/** They receive nothing before they have said yes. */
export async function askRecipient({ db, id: tenantId, notices, now, name: business, code }: Business, memberId: string): Promise<object | Refused<'unknown'>> {
  if ((await db.member.count({ where: { id: memberId, status: 'active', role: { not: 'owner' } } })) === 0) return { refused: 'unknown' };
  const kept = { status: 'asked', askedAt: now, answeredAt: null };
  await db.alertRecipient.upsert({ where: { tenantId_memberId: { tenantId, memberId } }, create: { tenantId, memberId, ...kept }, update: kept });
  notices.push({
    key: `recipient:${memberId}:${String(now.getTime())}`, to: { memberId }, what: 'alertsOffered', purpose: 'alert', values: { business },
    offers: [{ verb: 'alertsYes', line: `oui alertes ${code}` }, { verb: 'alertsNo', line: `non alertes ${code}` }],
  });
  return {};
}

export async function dropRecipient({ db }: Business, memberId: string): Promise<void> {
  await db.alertRecipient.deleteMany({ where: { memberId } });
}

/** They may change their mind, either way. */
export async function answerAsRecipient({ db, notices, now }: Business, memberId: string, agrees: boolean): Promise<object | Refused<'unasked'>> {
  const { count } = await db.alertRecipient.updateMany({ where: { memberId }, data: { status: agrees ? 'agreed' : 'declined', answeredAt: now } });
  if (count === 0) return { refused: 'unasked' };
  const member = await db.member.findUnique({ where: { id: memberId }, include: { person: { select: { fullName: true } } } });
  notices.push({ key: `recipient:${memberId}:answer:${String(now.getTime())}`, to: { owners: true }, what: agrees ? 'alertsAgreed' : 'alertsDeclined', purpose: 'order', values: { name: member?.person.fullName ?? '' } });
  return {};
}
