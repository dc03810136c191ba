import { modeNamed } from '../../providers/fedapay/modes.ts';
import type { FedapayPrompt, FedapayTransaction } from '../../standins/fedapay-state.ts';
import type { Logged } from '../../standins/phone-log.ts';

/** What became of a request for money; `ignored` still waits, unseen, until it expires. */
export type PromptState = 'waiting' | 'ignored' | 'approved' | 'refused' | 'poor' | 'wrongpin' | 'declined' | 'expired';
export type SeenPrompt = {
  n: number; id: string; at: string;
  mode: string; operator: string;
  /** Who asks, and what for. */
  payee: string;
  amountXof: number;
  state: PromptState;
  answers: { answer: string; at: string }[];
};

const DECLINED: Record<string, PromptState> = { INSUFFICIENT_FUNDS: 'poor', WRONG_PIN: 'wrongpin' };

export function seenPrompt({ n, id, at, mode, transaction, answers }: Logged<FedapayPrompt>): SeenPrompt {
  const ignored = answers.at(-1)?.answer === 'ignore';
  return {
    n, id, at: at.toISOString(), mode, operator: modeNamed(mode)?.label ?? mode, payee: transaction.description, amountXof: transaction.amountXof,
    state: transaction.status === 'pending' && ignored ? 'ignored' : stateOf(transaction),
    answers: answers.map((each) => ({ answer: each.answer, at: each.at.toISOString() })),
  };
}

function stateOf({ status, errorCode }: FedapayTransaction): PromptState {
  switch (status) {
    case 'pending': return 'waiting';
    case 'approved': case 'transferred': case 'refunded': case 'approved_partially_refunded': return 'approved';
    case 'canceled': return 'refused';
    case 'declined': return DECLINED[errorCode ?? ''] ?? 'declined';
    case 'expired': return 'expired';
  }
}

/** As a transcript tells it, and whoever plays one. */
export const promptLine = ({ payee, amountXof, mode }: SeenPrompt): string => `MoMo: ${payee}, ${amountXof} F, ${mode}`;
