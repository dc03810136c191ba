import type { Receipt } from '../../stock/stock-out.ts';

/** What was ordered of a product and has not come: how much, and what of it on which day, where the supplier said so. */
export type OnOrder = { units: number; receipts: readonly Receipt[] };
export const NOTHING_ON_ORDER: OnOrder = { units: 0, receipts: [] };
