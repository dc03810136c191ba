import { seal, unseal } from '../money/seal.ts';

export type AccountKeys = { secretKey: string; webhookSecret: string };
export type SealedAccount = { ref: string; provider: string; secretSealed: string; webhookSealed: string; mode: 'live' | 'sandbox' };

/** The row of an account but for whose it is. A key lies closed under the account's own name: in another's row it opens nothing. */
export const sealAccount = (ref: string, { secretKey, webhookSecret }: AccountKeys, key: string): SealedAccount => ({
  ref,
  provider: 'fedapay',
  secretSealed: seal(secretKey, { key, place: secretOf(ref) }),
  webhookSealed: seal(webhookSecret, { key, place: webhookOf(ref) }),
  mode: secretKey.startsWith('sk_sandbox_') ? 'sandbox' : 'live',
});

/** Undefined when SECRET_KEY is another than the one they were closed under. */
export const secretKeyOf = ({ ref, secretSealed }: Pick<SealedAccount, 'ref' | 'secretSealed'>, key: string) => unseal(secretSealed, { key, place: secretOf(ref) });
export const webhookSecretOf = ({ ref, webhookSealed }: Pick<SealedAccount, 'ref' | 'webhookSealed'>, key: string) => unseal(webhookSealed, { key, place: webhookOf(ref) });

const secretOf = (ref: string) => `account:${ref}:secret`;
const webhookOf = (ref: string) => `account:${ref}:webhook`;
