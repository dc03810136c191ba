import { countryOf } from '../../phone.ts';
import type { Business } from '../tenants/business.ts';

/** How somebody can pay a business: a prompt of their operator, the provider's page, or without it. */
export type Way = { method: 'push'; mode: string; label: string } | { method: 'link' | 'declared' | 'cash' };

/** What a provider can prompt in a country, in its real world or in the one for trying out. `prefixes`: how numbers of an operator begin, where that is known. */
export type ModesOf = (country: string, world: 'live' | 'sandbox') => readonly { mode: string; label: string; prefixes?: readonly string[] }[];

/** The likeliest first. A business without an account at a provider takes money in the hand, or believes that it has come. */
export async function waysToPay({ db, country }: Business, phone: string | null, modesOf: ModesOf): Promise<Way[]> {
  const account = await db.paymentAccount.findFirst({ where: { closedAt: null }, select: { mode: true } });
  if (account === null) return [{ method: 'declared' }, { method: 'cash' }];
  const modes = modesOf((phone === null ? undefined : countryOf(phone)) ?? country, account.mode === 'sandbox' ? 'sandbox' : 'live');
  const fits = ({ prefixes = [] }: (typeof modes)[number]) => Number(prefixes.some((prefix) => phone !== null && phone.replace(/^\+\d{3}/, '').startsWith(prefix)));
  const push = modes.toSorted((one, other) => fits(other) - fits(one)).map(({ mode, label }): Way => ({ method: 'push', mode, label }));
  return [...push, { method: 'link' }];
}
