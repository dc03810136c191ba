import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, type Held } from './change-status.ts';
import { lineOf, tellClient, tellOwners } from './tell-about.ts';
import { daysOf, endOf, type SetTimer } from './timers.ts';

/** After a longer sleep of ours a reminder says nothing: the next one does, and not three at once. */
const LATE_MS_MAX = 86_400_000;

/** What is ready waits for its client, who is told again what is left to pay. */
export function remindToCollect(business: Business, order: Held, { timer, since }: SetTimer): void {
  if (business.now.getTime() - endOf(timer, since).getTime() > LATE_MS_MAX) return;
  const due = dueOf(order);
  const days = daysOf(timer);
  const where = { verb: 'where', line: lineOf(business, order, 'ou est') };
  const about = { episode: `${since.toISOString()}:${days}`, purpose: 'reminder' } as const;
  if (due === 0) return tellClient(business, order, { ...about, what: 'collectPaid', values: { days }, offers: [where] });
  tellClient(business, order, { ...about, what: 'collect', values: { days, due }, offers: [{ verb: 'pay', line: lineOf(business, order, 'payer') }, where] });
}

export async function giveUp(business: Business, order: Held, { timer, since }: SetTimer): Promise<void> {
  await changeStatus(business, order, 'unclaimed');
  await tellOwners(business, order, { what: 'unclaimed', episode: since, values: { days: daysOf(timer), due: dueOf(order) } });
}

const dueOf = ({ totalXof, paidXof }: Held): number => xof((totalXof ?? 0n) - paidXof);
