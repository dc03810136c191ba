import type { LeadTime } from './lead-time.ts';

export type Sales = { perDay: number; sdPerDay: number };
type Protection = Sales & { lead: LeadTime; z: number };

/** What is kept for demand and supplier that vary; `reviewDays` is 0 where each sale may order. */
export const safetyStock = ({ perDay, sdPerDay, lead, z }: Protection, reviewDays = 0): number => z * Math.sqrt((lead.days + reviewDays) * sdPerDay ** 2 + perDay ** 2 * lead.sdDays ** 2);

/** The stock at which to order where each sale may order. */
export const reorderPoint = (protection: Protection): number => protection.perDay * protection.lead.days + safetyStock(protection);

/** What stock and orders are brought up to where one orders every so many days; `expected` is what the season makes of those days. */
export const orderUpTo = (protection: Protection, reviewDays: number, expected = protection.perDay * (protection.lead.days + reviewDays)): number => Math.max(0, expected + safetyStock(protection, reviewDays));
