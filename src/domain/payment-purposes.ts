import { tellOrderPayment } from './orders/tell-payment.ts';
import type { Happening, PaymentRow } from './payments/happening.ts';
import type { Business } from './tenants/business.ts';

type Means = (business: Business, payment: PaymentRow, happening: Happening) => Promise<void>;

/** What a payment means where it was asked for, by its purpose. An area that is paid for something adds its line; money in the hand, a webhook and a timer all come here, in the transaction that books it. */
const MEANS: Record<string, Means> = { order: tellOrderPayment };

export async function tellPurpose(business: Business, payment: PaymentRow, happening: Happening): Promise<void> {
  const means = MEANS[payment.purpose];
  if (means === undefined) throw new Error(`nobody knows what a payment for ${payment.purpose} means`);
  await means(business, payment, happening);
}
