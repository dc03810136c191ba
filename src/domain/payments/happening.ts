import type { Payment } from '../../generated/prisma/client.ts';
import type { Payer } from '../../db/payer.ts';
import type { Credited } from './credit.ts';
import type { PaymentStatus } from './lifecycle.ts';

export type PaymentRow = Pick<Payment, 'id' | 'purpose' | 'refId' | 'clientId' | 'amountXof' | 'method' | 'mode' | 'phone' | 'by'>;

/** What became of a payment, to be told once. `payer`: it was somebody else than the client. */
export type Happening =
  | { to: 'approved'; receivedXof: number; credited: Credited; payer?: Payer }
  | { to: 'refunded'; receivedXof: number }
  | { to: Exclude<PaymentStatus, 'approved' | 'refunded'>; reason?: string };
