import type { Faults } from './faults.ts';
import type { PhoneLog } from './phone-log.ts';
import type { Delivery } from './webhook-delivery.ts';

/** A merchant's account: its key opens its own transactions only, its events are signed with its own secret. */
export type FedapayAccount = { ref: string; secretKey: string; webhookSecret: string; webhookUrl: string; name?: string };
export type FedapayStep = 'create' | 'token' | 'push' | 'look';
export type FedapayStatus = 'pending' | 'approved' | 'declined' | 'canceled' | 'expired' | 'refunded' | 'transferred' | 'approved_partially_refunded';

/** How it misbehaves when told to, for one account or for all. */
export type FedapayFault = Telling & {
  /** The calls it concerns; absent, all of them. */
  at?: FedapayStep;
  /** Takes nothing and never answers. */
  silent?: boolean;
  /** Does what was asked; the answer never comes. */
  dropAfterAccept?: boolean;
  /** A 500 that is a web page, a key it no longer knows, a 500 that names a field, too many requests. */
  refuse?: 'down' | 'badKey' | 'invalid' | 'busy';
  delayMs?: number;
  /** What is approved comes so much later, and with another amount. */
  afterMs?: number;
  amountXof?: number;
  /** The switch goes off by itself after so many calls. */
  times?: number;
};

/** How events are told. */
export type Telling = {
  /** Further copies of each event, all at once. */
  duplicates?: number;
  /** The first event of a transaction comes after the later one. */
  outOfOrder?: boolean;
  /** Signed by somebody who does not have the secret. */
  forged?: boolean;
  /** Signed an hour ago, as what somebody kept and sends again. */
  old?: boolean;
  /** On its way so much longer. */
  lateMs?: number;
  withheld?: boolean;
};

export type FedapayTransaction = {
  id: number;
  account: string;
  amountXof: number;
  description: string;
  merchantRef: string | null;
  callbackUrl: string | null;
  customer: Record<string, unknown>;
  status: FedapayStatus;
  mode: string | null;
  /** As it was given, digits only. */
  phone: string | null;
  errorCode: string | null;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  approvedAt: Date | null;
  /** Events that wait for a later one to overtake them. */
  held: string[];
};

/** A prompt on a phone; the state of what it asks for is that of its transaction. */
export type FedapayPrompt = {
  id: string;
  mode: string;
  /** Whose phone it is, as +229…. */
  to: string;
  transaction: FedapayTransaction;
  answers: { answer: PromptAnswer; at: Date }[];
};
/** What a person does with it: the secret code is never kept, nor asked what it is. */
export type PromptAnswer = 'approve' | 'refuse' | 'poor' | 'wrongpin' | 'ignore';
/** One call, without its key. */
export type FedapayCall = { account: string | undefined; step: FedapayStep; status?: number; about?: string };

export type FedapayState = {
  /** Tried by hand: lets in keys that it has never seen, and asks the phones of its sandbox. */
  byHand: boolean;
  accounts: Map<string, FedapayAccount>;
  /** Accounts whose events nobody took: FedaPay stops telling them. */
  disabled: Set<string>;
  transactions: Map<number, FedapayTransaction>;
  lastId: number;
  prompts: PhoneLog<FedapayPrompt>;
  calls: FedapayCall[];
  faults: Faults<FedapayFault>;
  delivery: Delivery;
  stopped: AbortSignal;
  /** Answers as before 2026: no page with the transaction, and nothing is wrapped. */
  plain: boolean;
  sandboxAnswerMs: number;
  givesUpMs: number;
  url: () => string;
  now: () => Date;
};
