import type { Refused, Scope } from '../../scope.ts';

/** A human has this long before the bot speaks again. */
const HANDOFF_HOURS = 12;

/** Personas who run the business they speak for: the person they want is ours. */
const RUNNING = new Set(['owner', 'manager', 'agent']);

/** Whom the person may want: the business being talked to when it is clear, else those they know. */
export async function businessesToCall({ desk, who }: Scope): Promise<{ businesses: { id: string; label: string }[] }> {
  if (RUNNING.has(who.persona)) return { businesses: [] };
  const known = [...desk.members, ...desk.clients].filter(({ personId }) => personId === who.personId);
  const here = known.filter(({ tenantId }) => tenantId === who.tenantId);
  const businesses = new Map((here.length > 0 ? here : known).map(({ tenantId, business }) => [tenantId, business]));
  return { businesses: [...businesses].map(([id, label]) => ({ id, label })) };
}

/** Opens the hand-off: from here on a human speaks. Asked twice, it stays the one hand-off. */
export async function callHuman({ db, who, desk, now, later }: Scope, { tenantId }: { tenantId: string }): Promise<{ business: string } | Refused> {
  const business = [...desk.members, ...desk.clients].find((each) => each.tenantId === tenantId);
  if (business !== undefined) who.tenantId = business.tenantId;
  if (desk.handoff !== null) return { business: business?.business ?? 'Griot' };

  const expiresAt = new Date(now.getTime() + HANDOFF_HOURS * 3_600_000);
  const { id } = await db.handoff.create({ data: { contactId: who.contactId, personId: who.personId, tenantId: business?.tenantId ?? null, reason: 'asked', openedAt: now, expiresAt } });
  desk.handoff = { id, expiresAt: expiresAt.toISOString() };
  later.due.push({ key: `handoff:${id}`, kind: 'handoff.expire', runAt: expiresAt.toISOString(), step: null, payload: { handoffId: id } });
  return { business: business?.business ?? 'Griot' };
}

/** The bot has the conversation again: the person took it back, or nobody came in time. */
export async function releaseHuman({ db, desk, now }: Scope, closedBy: 'person' | 'time') {
  if (desk.handoff === null) return {};
  await db.handoff.update({ where: { id: desk.handoff.id }, data: { closedAt: now, closedBy } });
  desk.handoff = null;
  return {};
}
