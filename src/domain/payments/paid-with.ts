import type { Payment } from '../../generated/prisma/client.ts';

export type PaidWith = 'cash' | 'declared' | 'credit' | 'momo_mtn' | 'momo_moov' | 'momo' | 'wave' | 'orange_money' | 'card' | 'online';

/** The operators behind the modes of a provider, where people know them by name. */
const OPERATORS: [RegExp, PaidWith][] = [[/^mtn/, 'momo_mtn'], [/^moov/, 'momo_moov'], [/^wave/, 'wave'], [/^orange/, 'orange_money'], [/card/, 'card']];

/** How money came, as a receipt says it. A page where one pays does not always tell. */
export function paidWith({ method, mode }: Pick<Payment, 'method' | 'mode'>): PaidWith {
  if (method === 'cash' || method === 'declared' || method === 'credit') return method;
  const known = OPERATORS.find(([named]) => named.test(mode ?? ''))?.[1];
  return known ?? (method === 'push' ? 'momo' : 'online');
}
