import type { FedapayAccount, FedapayState, FedapayTransaction } from './fedapay-state.ts';

const CURRENCY = { klass: 'v1/currency', id: 1, name: 'FCFA', iso: 'XOF', code: 952, div: 1, default: true };
const FEES = 0.018;

export const payUrl = (state: FedapayState, { token }: FedapayTransaction) => `${state.url()}/pay/${token}`;

/** A transaction as its routes answer it. */
export function entityOf(state: FedapayState, transaction: FedapayTransaction) {
  const { id, amountXof, approvedAt, status } = transaction;
  const when = (word: FedapayTransaction['status']) => (status === word ? transaction.updatedAt.toISOString() : null);
  const fees = approvedAt === null ? null : Math.ceil(amountXof * FEES);
  return {
    klass: 'v1/transaction', id, reference: `trx_${id}`, amount: amountXof, description: transaction.description, callback_url: transaction.callbackUrl,
    status, customer_id: id, currency_id: 1, mode: transaction.mode, operation: 'payment', metadata: {}, commission: null, fees, fixed_commission: 0,
    amount_transferred: null, amount_debited: fees === null ? null : amountXof + fees,
    created_at: transaction.createdAt.toISOString(), updated_at: transaction.updatedAt.toISOString(), approved_at: approvedAt?.toISOString() ?? null,
    canceled_at: when('canceled'), declined_at: when('declined'), refunded_at: when('refunded'), transferred_at: when('transferred'), deleted_at: null,
    last_error_code: transaction.errorCode, custom_metadata: null, receipt_url: null, merchant_reference: transaction.merchantRef,
    ...(transaction.phone === null ? {} : { payment_method: { klass: 'v1/payment_method', number: transaction.phone, method: 'phone' } }),
    ...(state.plain ? {} : { payment_token: transaction.token, payment_url: payUrl(state, transaction), flags: [] }),
  };
}

/** An event tells more than it should: whoever keeps its body keeps people's addresses and keys. */
export function eventBody(state: FedapayState, account: FedapayAccount, transaction: FedapayTransaction, name: string): string {
  const entity = { ...entityOf(state, transaction), customer: { klass: 'v1/customer', id: transaction.id, ...transaction.customer }, currency: CURRENCY, refunds: [] };
  const merchant = { klass: 'v1/account', name: account.name ?? account.ref, users: [{ klass: 'v1/user', email: 'proprietaire@example.com' }], api_keys: [{ klass: 'v1/api_key', public_key: 'pk_sandbox_of_the_merchant' }] };
  return JSON.stringify({ name, object: 'transaction', entity, account: merchant }).replaceAll('&', '\\u0026');
}
