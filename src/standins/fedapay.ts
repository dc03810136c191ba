import express from 'express';
import { createFaults, type Faults } from './faults.ts';
import { fedapayApi } from './fedapay-api.ts';
import { tell } from './fedapay-events.ts';
import { fedapayPage } from './fedapay-page.ts';
import { answerPrompt, promptsOn } from './fedapay-prompts.ts';
import { settle, type Settled, type Settling } from './fedapay-settle.ts';
import type { FedapayAccount, FedapayCall, FedapayFault, FedapayPrompt, FedapayState, FedapayStatus, FedapayTransaction, PromptAnswer, Telling } from './fedapay-state.ts';
import { listenOnLoopback } from './loopback-server.ts';
import { createPhoneLog, type Logged, type PhoneLog } from './phone-log.ts';
import { createDelivery } from './webhook-delivery.ts';

export type FedapayOptions = {
  accounts: readonly FedapayAccount[];
  port?: number;
  /** Pauses between the tries of an event that was not answered 200; FedaPay tries ten times. */
  retryAfterMs?: readonly number[];
  plain?: boolean;
  /** For who tries it by hand: a key that does not say « wrong » opens an account, with nothing in it, and the phones of its sandbox answer for themselves. */
  byHand?: boolean;
  /** The id of its first transaction less one: a new stand-in must not give those of an earlier one again. */
  lastId?: number;
  /** How long the phones of its sandbox take to answer. */
  sandboxAnswerMs?: number;
  /** How long an operator waits for who ignores a prompt. */
  givesUpMs?: number;
  now?: () => Date;
};

type Settle = (id: string, how?: Settling) => Settled;
export type FedapayStandin = {
  url: string;
  /** By the ref of an account, or for all. */
  faults: Faults<FedapayFault>;
  /** By phone, in digits as it was given: what waits for a PIN, and what became of it. */
  prompts: PhoneLog<FedapayPrompt>;
  /** What one phone, as +229…, has been asked; what its holder does with it. */
  promptsOn: (phone: string) => readonly Logged<FedapayPrompt>[];
  answer: (promptId: string, answer: PromptAnswer) => Settled;
  calls: () => readonly FedapayCall[];
  transactions: (account?: string) => readonly FedapayTransaction[];
  addAccount: (account: FedapayAccount) => void;
  /** What the person, the operator or time does. */
  approve: Settle;
  decline: Settle;
  cancel: Settle;
  expire: Settle;
  refund: Settle;
  refundPart: Settle;
  /** The money is passed on to the merchant, days later. */
  transfer: Settle;
  /** A well signed event about a transaction that has another state. */
  claim: (id: string, status: FedapayStatus, how?: Telling) => void;
  /** Off after all tries of one event failed, until the merchant switches it on again. */
  webhookOff: (account: string) => boolean;
  webhookOn: (account?: string) => void;
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

const RETRY_AFTER_MS = [200, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
const SANDBOX_ANSWER_MS = 300;
const GIVES_UP_MS = 20_000;
const LAST_ID = 480_000;

/** FedaPay on this machine: the API our client calls, the page people pay on, and the events it sends. */
export async function startFedapayStandin(options: FedapayOptions): Promise<FedapayStandin> {
  const stopping = new AbortController();
  const now = options.now ?? (() => new Date());
  const app = express().disable('x-powered-by');
  const server = await listenOnLoopback(app, options.port);
  const state: FedapayState = {
    now,
    byHand: options.byHand ?? false,
    accounts: new Map(options.accounts.map((account) => [account.ref, account])),
    disabled: new Set(),
    transactions: new Map(),
    lastId: options.lastId ?? LAST_ID,
    prompts: createPhoneLog<FedapayPrompt>(now),
    calls: [],
    faults: createFaults<FedapayFault>({}),
    delivery: createDelivery(options.retryAfterMs ?? RETRY_AFTER_MS),
    stopped: stopping.signal,
    plain: options.plain ?? false,
    sandboxAnswerMs: options.sandboxAnswerMs ?? SANDBOX_ANSWER_MS,
    givesUpMs: options.givesUpMs ?? GIVES_UP_MS,
    url: () => server.url,
  };
  fedapayApi(app, state);
  fedapayPage(app, state);
  return { ...facade(state), url: server.url, close: async () => {
    stopping.abort();
    await state.delivery.stop();
    await server.close();
  } };
}

function facade(state: FedapayState): Omit<FedapayStandin, 'url' | 'close'> {
  const to = (status: FedapayStatus): Settle => (id, how) => settle(state, id, status, how);
  return {
    faults: state.faults,
    prompts: state.prompts,
    promptsOn: (phone) => promptsOn(state, phone),
    answer: (promptId, answer) => answerPrompt(state, promptId, answer),
    calls: () => state.calls,
    transactions: (account) => [...state.transactions.values()].filter((transaction) => account === undefined || transaction.account === account),
    addAccount: (account) => void state.accounts.set(account.ref, account),
    approve: to('approved'),
    decline: to('declined'),
    cancel: to('canceled'),
    expire: to('expired'),
    refund: to('refunded'),
    refundPart: to('approved_partially_refunded'),
    transfer: to('transferred'),
    claim: (id, status, how = {}) => {
      const transaction = state.transactions.get(Number(id));
      if (transaction) tell(state, { ...transaction, status, held: [] }, `transaction.${status}`, how);
    },
    webhookOff: (account) => state.disabled.has(account),
    webhookOn: (account) => {
      if (account === undefined) state.disabled.clear();
      else state.disabled.delete(account);
    },
    idle: () => state.delivery.idle(),
  };
}
