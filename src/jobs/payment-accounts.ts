import { secretKeyOf } from '../domain/payments/account-keys.ts';
import { createFedapayClient } from '../providers/fedapay/client.ts';
import type { PaymentProvider } from '../providers/payment-provider.ts';

/** The provider as one account sees it; undefined when its key does not open. */
export type ProviderOf = (account: { ref: string; secretSealed: string }) => PaymentProvider | undefined;

/** A client for each call: none outlives its question, so none is ever asked for another account. */
export const providersOf = ({ secretKey: key, apiUrl }: { secretKey: string; apiUrl: string | undefined }): ProviderOf => (account) => {
  const secretKey = secretKeyOf(account, key);
  return secretKey === undefined ? undefined : createFedapayClient({ secretKey, apiUrl });
};
