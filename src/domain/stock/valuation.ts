import { lineXof } from '../money/xof.ts';
import type { Holding } from './moving-average.ts';

const MILLI = 1_000n;

/** At the last price paid: what is not there is worth nothing. */
export const lastPriceValueXof = (items: readonly { onHand: number; purchasePriceXof: number }[]): number => items.reduce((sum, { onHand, purchasePriceXof }) => sum + lineXof(Math.max(0, onHand), purchasePriceXof), 0);

/** At what it cost (CMUP), rounded once: of a category, of the dormant, of all. */
export const costValueXof = (held: readonly Holding[]): bigint => (held.reduce((sum, { milliXof }) => (milliXof > 0n ? sum + milliXof : sum), 0n) + MILLI / 2n) / MILLI;
