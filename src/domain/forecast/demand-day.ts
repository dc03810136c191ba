/** What was sold of a product on one day, what was asked for in vain, and for which part of the day there was stock. */
export type DemandDay = { sold: number; lost: number; inStock: number };

const USABLE = 0.5;

/** A day mostly without stock says nothing of what would have been sold. */
export const isUsable = ({ inStock }: DemandDay): boolean => inStock >= USABLE;

export const demandOf = ({ sold, lost }: DemandDay): number => sold + lost;
/** The part of a day's demand that was seen: all of it where those who left without were written down. */
export const seenPart = ({ lost, inStock }: DemandDay): number => (lost > 0 ? 1 : inStock);
