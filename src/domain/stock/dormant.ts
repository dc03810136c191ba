import { daysBetween, type Day } from '../calendar/day.ts';

export type Shelf = { onHand: number; lastSoldOn?: Day; lastEntryOn: Day };

const DORMANT_DAYS = 60;

/** In stock, not sold for so many days, and not so new that it could not have been. */
export const isDormant = ({ onHand, lastSoldOn, lastEntryOn }: Shelf, today: Day, days = DORMANT_DAYS): boolean =>
  onHand > 0 && daysBetween(lastEntryOn, today) > days && (lastSoldOn === undefined || daysBetween(lastSoldOn, today) >= days);
