import type { Asked, Refusal } from '../payment-provider.ts';
import type { Answered, Refused } from './call.ts';

type Unanswered = Exclude<Answered, { answered: 'yes' }>;

const TAKEN = /taken|already|exist|unique|d[ée]j[àa]|utilis/i;

/** What a call that was not simply agreed to means for the payment. `of404` is what is missing where they answer 404. */
export function notDone(answer: Unanswered, providerId?: string, of404: Refusal = 'invalid'): Asked {
  const known = providerId === undefined ? {} : { providerId };
  if (answer.answered === 'no') return { outcome: 'refused', reason: answer.status === 404 ? of404 : refusalOf(answer), detail: answer.detail, ...known };
  if (answer.answered === 'never') return { outcome: 'refused', reason: 'unreachable', detail: answer.reason, ...known };
  return { outcome: 'unknown', reason: answer.reason, ...known };
}

/** Asked for before, by a request whose answer we did not see. */
export const isTaken = (answer: Unanswered): boolean => answer.answered === 'no' && /merchant.?ref/i.test(answer.detail) && TAKEN.test(answer.detail);

function refusalOf({ status, fields }: Refused): Refusal {
  if (status === 401 || status === 403) return 'account';
  if (status === 429) return 'busy';
  const about = (pattern: RegExp) => fields.some((field) => pattern.test(field));
  if (about(/phone|number/)) return 'phone';
  if (about(/amount/)) return 'amount';
  return about(/mode|method/) ? 'mode' : 'invalid';
}
