import type { ProviderStatus, WhyNot } from '../payment-provider.ts';

/** Theirs, and what each means to us: money that was passed on to the merchant, or given back in part, has come. */
export const STATUSES: ReadonlyMap<string, ProviderStatus> = new Map([
  ['pending', 'pending'],
  ['approved', 'approved'],
  ['transferred', 'approved'],
  ['approved_partially_refunded', 'approved'],
  ['transferred_partially_refunded', 'approved'],
  ['refunded', 'refunded'],
  ['declined', 'declined'],
  ['canceled', 'canceled'],
  ['expired', 'expired'],
]);

/** How much went back is not told with it. */
export const isPartlyRefunded = (theirs: string): boolean => theirs.endsWith('_partially_refunded');

/** No list of their codes is published: the words that operators use, the first that fits. */
const WHY: readonly [RegExp, WhyNot][] = [
  [/\b(pin|password|otp)\b/, 'wrongPin'],
  [/limit|ceiling|threshold|plafond|too (high|large)|maximum/, 'limit'],
  [/insufficient|not enough|low balance|balance|funds?\b|solde/, 'insufficientFunds'],
  [/time ?out|timed out|expired?\b/, 'timeout'],
  [/cancel|reject|refused|declined by|abort/, 'refusedByPerson'],
];

/** Only where no money came: an approved transaction may carry an error, too. */
export function whyNot(status: ProviderStatus, code: string | undefined): WhyNot | undefined {
  if (status === 'expired') return 'timeout';
  if (status !== 'declined' && status !== 'canceled') return undefined;
  const words = (code ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\W]+/g, ' ').toLowerCase();
  return WHY.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
