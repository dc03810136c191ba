import type { Refused } from '../../scope.ts';
import { hashPin } from './pin-hash.ts';

const PIN = /^\d{4,6}$/;
const IN_ORDER = '01234567890';

/** A code for one's own phone. What is kept between the two times it is typed is already its hash. */
export async function choosePin(_scope: unknown, { pin }: { pin: string }): Promise<{ pinHash: string } | Refused<'shape' | 'weak'>> {
  if (!PIN.test(pin)) return { refused: 'shape' };
  return isEasy(pin) ? { refused: 'weak' } : { pinHash: await hashPin(pin) };
}

/** What somebody who has found the phone tries first: one digit or pair again and again, digits in a row, a year of birth. */
function isEasy(pin: string): boolean {
  const repeated = /^(\d)\1+$|^(\d\d)\2+$|^(\d\d\d)\3$/.test(pin);
  const year = /^(19|20)\d\d$/.test(pin);
  return repeated || year || IN_ORDER.includes(pin);
}
