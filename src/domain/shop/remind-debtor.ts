import type { Refused } from '../../scope.ts';
import { dayAt } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { debtorOf } from './find-debtor.ts';
import { holdClient } from './settle-debt.ts';

/** Reminds a client of what they owe, once a day. Whether they take reminders is seen where it is sent. */
export async function remindDebtor(business: Business, clientId: string): Promise<{ owedXof: number } | Refused<'unknown' | 'nothing' | 'phone' | 'today'>> {
  const { db, now, timezone, name, notices } = business;
  const debtor = (await holdClient(business, clientId)) ? await debtorOf(business, clientId) : undefined;
  if (debtor === undefined) return { refused: 'unknown' };
  if (debtor.owedXof <= 0) return { refused: 'nothing' };
  if (debtor.phone === null) return { refused: 'phone' };
  const { remindedAt } = await db.client.findUniqueOrThrow({ where: { id: clientId }, select: { remindedAt: true } });
  const today = dayAt(now, timezone);
  if (remindedAt !== null && dayAt(remindedAt, timezone) === today) return { refused: 'today' };

  await db.client.update({ where: { id: clientId }, data: { remindedAt: now }, select: { id: true } });
  notices.push({ key: `owed:${clientId}:${today}`, to: { clientId }, purpose: 'reminder', what: 'debtReminder', values: { business: name, due: debtor.owedXof } });
  return { owedXof: debtor.owedXof };
}

/** It reached nobody: another may be tried today. */
export async function forgetReminder({ db }: Business, clientId: string): Promise<void> {
  await db.client.update({ where: { id: clientId }, data: { remindedAt: null }, select: { id: true } });
}
