import { dayAt } from '../calendar/day.ts';
import { xof } from '../money/xof.ts';
import type { Business } from '../tenants/business.ts';
import { changeStatus, type Held } from './change-status.ts';
import { oweBack } from './owe-back.ts';
import { lineOf, tellClient, tellOwners } from './tell-about.ts';
import { endOf, type SetTimer } from './timers.ts';

/** The day before a quote ends: who has its price says yes or no, else the owner is told that a price is waited for. */
export async function remindQuote(business: Business, order: Held, { since }: SetTimer): Promise<void> {
  const ends = endOf('expireQuote', since);
  const until = dayAt(ends, business.timezone);
  const about = { episode: since, purpose: 'reminder', validUntil: ends } as const;
  if (order.totalXof === null) return tellOwners(business, order, { ...about, what: 'priceWanted', values: { until } });
  const offers = [{ verb: 'accept', line: lineOf(business, order, 'oui') }, { verb: 'decline', line: lineOf(business, order, 'non') }];
  tellClient(business, order, { ...about, what: 'quoteEnding', values: { total: xof(order.totalXof), until }, offers });
}

export async function expireQuote(business: Business, order: Held, { since }: SetTimer): Promise<void> {
  await changeStatus(business, order, 'expired');
  tellClient(business, order, { episode: since, what: 'quoteExpired', offers: [{ verb: 'order', line: `commander ${business.code}` }] });
  await oweBack(business, order);
}
