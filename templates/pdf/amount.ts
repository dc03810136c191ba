import { grouped } from '../../src/domain/money/xof.ts';

export const amount = (xof: number): string => `${grouped(xof)} F`;

/** What the remainder of an order is called: owed, nothing, or too much already. */
export const remainingKey = (xof: number): string => (xof === 0 ? 'receipt.remaining.nothing' : xof < 0 ? 'receipt.remaining.credit' : 'receipt.remaining.owed');
