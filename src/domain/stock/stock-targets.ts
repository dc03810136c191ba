import type { AbcClass } from './abc.ts';

/** How often a product should last until the next delivery, by what it brings in. */
export const SERVICE_TARGETS: Record<AbcClass, number> = { A: 0.95, B: 0.9, C: 0.85 };
