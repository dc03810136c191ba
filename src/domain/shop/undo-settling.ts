import type { Refused } from '../../scope.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { debtorOf } from './find-debtor.ts';
import { debtKey, debtNumber, holdClient } from './settle-debt.ts';

export type SettlingUndone = { seq: number; name: string; amountXof: number; owedXof: number };

/** Whoever noted it may say so for so long; later only the owner. */
const REGRET_MS = 15 * 60_000;

/** `seq` of P-12: a payment that was noted by mistake is written again the other way, once, and the client who was told of it is told. */
export async function undoSettling(business: Business, seq: number): Promise<SettlingUndone | Refused<'unknown' | 'undone' | 'late'>> {
  const { db, id: tenantId, actor, role, now, name, takesBack } = business;
  const paid = await db.debtEntry.findFirst({ where: { seq, kind: 'payment' } });
  if (paid === null || !(await holdClient(business, paid.clientId))) return { refused: 'unknown' };
  if ((await db.debtEntry.count({ where: { undoes: paid.id } })) > 0) return { refused: 'undone' };
  if (role !== 'owner' && now.getTime() - paid.at.getTime() > REGRET_MS) return { refused: 'late' };

  await db.debtEntry.create({ data: { tenantId, clientId: paid.clientId, amountXof: -paid.amountXof, kind: 'undone', paidHow: paid.paidHow, undoes: paid.id, by: actor, key: `undone:${paid.key}`, at: now }, select: { id: true } });
  const amountXof = xof(-paid.amountXof);
  const debtor = await debtorOf(business, paid.clientId);
  const owed = debtor?.owedXof ?? 0;
  const key = debtKey(paid.clientId, seq);
  takesBack.push({ keys: key, orElse: { key: `${key}undone`, to: { clientId: paid.clientId }, purpose: 'payment', what: 'debtUndone', values: { business: name, amount: amountXof, receipt: debtNumber(seq), due: owed } } });
  return { seq, name: debtor?.name ?? '', amountXof, owedXof: owed };
}
