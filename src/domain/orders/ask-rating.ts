import type { Business } from '../tenants/business.ts';
import type { Held } from './change-status.ts';
import { lineOf, tellClient } from './tell-about.ts';
import type { SetTimer } from './timers.ts';

const RATES = [{ verb: 'rateGood', note: '5' }, { verb: 'rateFair', note: '3' }, { verb: 'rateBad', note: '1' }];

/** Two days after it was handed over: who has already said it is not asked. */
export function askRating(business: Business, order: Held, { since }: SetTimer): void {
  if (order.rating !== null) return;
  tellClient(business, order, { what: 'rating', episode: since, purpose: 'reminder', offers: RATES.map(({ verb, note }) => ({ verb, line: lineOf(business, order, 'avis', note) })) });
}
