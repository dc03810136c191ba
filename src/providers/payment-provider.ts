/** What a person is asked for, in whole francs. `merchantRef` is our id of the payment: a provider takes each once only. */
export type PaymentRequest = {
  amountXof: number;
  merchantRef: string;
  description: string;
  client: { name: string; phone?: string };
  /** Prompts this phone through its operator; without it the person pays on the provider's page. */
  push?: Push;
};
export type Push = { mode: string; phone: string };

/** Why a provider does not ask: `account` is the key or the account it opens; `unreachable` and `busy` pass by themselves. */
export type Refusal = 'account' | 'amount' | 'busy' | 'invalid' | 'mode' | 'phone' | 'unreachable';

/**
 * `providerId` is there as soon as something of ours exists at the provider.
 * `unknown`: it may exist, and the person may be asked; look or find before asking again. `detail` and `reason` are fit for a log.
 */
export type Asked =
  | { outcome: 'asked'; providerId: string; payUrl?: string }
  | { outcome: 'refused'; reason: Refusal; detail: string; providerId?: string }
  | { outcome: 'unknown'; reason: string; providerId?: string };

export type ProviderStatus = 'pending' | 'approved' | 'declined' | 'canceled' | 'expired' | 'refunded';

/** Why no money came, in words of ours. */
export type WhyNot = 'insufficientFunds' | 'wrongPin' | 'limit' | 'timeout' | 'refusedByPerson' | 'unknown';

/** A transaction as the provider tells it; without a `merchantRef` it is not one of ours. */
export type Seen = {
  outcome: 'seen';
  providerId: string;
  merchantRef?: string;
  status: ProviderStatus;
  amountXof: number;
  /** A part went back there; how much is not told. */
  partlyRefunded?: true;
  reason?: WhyNot;
  /** As the provider writes it, of an old numbering plan at times. */
  phone?: string;
  mode?: string;
};
export type Looked = Seen | { outcome: 'absent' } | { outcome: 'unreachable'; reason: string };

/** One account at a provider of payments. Foreseen outcomes are values; what they mean is for the business to decide. */
export type PaymentProvider = {
  ask(request: PaymentRequest): Promise<Asked>;
  /** Prompts for what was asked before, where the prompt has not left. */
  prompt(providerId: string, push: Push): Promise<Asked>;
  /** The page of what was asked before. */
  page(providerId: string): Promise<Asked>;
  look(providerId: string): Promise<Looked>;
  find(merchantRef: string): Promise<Looked>;
};
