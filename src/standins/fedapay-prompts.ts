import { canonicalPhone } from '../phone.ts';
import { settle, type Settled } from './fedapay-settle.ts';
import type { FedapayPrompt, FedapayState, FedapayStatus, PromptAnswer } from './fedapay-state.ts';
import type { Logged } from './phone-log.ts';

/** In whose words FedaPay tells it. */
const MEANS: Record<Exclude<PromptAnswer, 'ignore'>, { status: FedapayStatus; errorCode?: string }> = {
  approve: { status: 'approved' },
  refuse: { status: 'canceled', errorCode: 'REJECTED_BY_USER' },
  poor: { status: 'declined', errorCode: 'INSUFFICIENT_FUNDS' },
  wrongpin: { status: 'declined', errorCode: 'WRONG_PIN' },
};
/** The same in every spelling of a number: old plans, with or without its country. */
const SUBSCRIBER_DIGITS = 8;

/** What a phone, given as +229…, has been asked, oldest first; each transaction once, by its last prompt. */
export function promptsOn({ prompts }: FedapayState, phone: string): Logged<FedapayPrompt>[] {
  const person = canonicalPhone(phone) ?? phone;
  const same = prompts.phones().filter((known) => known.endsWith(phone.slice(-SUBSCRIBER_DIGITS)));
  const asked = same.flatMap((known) => prompts.of(known)).filter(({ to }) => to === person).toSorted((a, b) => a.n - b.n);
  return [...new Map(asked.map((prompt) => [prompt.transaction.id, prompt])).values()].toSorted((a, b) => a.n - b.n);
}

export function answerPrompt(state: FedapayState, id: string, answer: PromptAnswer): Settled {
  const prompt = state.prompts.find(id);
  if (prompt === undefined) return { refused: 'no such prompt' };
  const told = { answer, at: state.now() };
  if (answer === 'ignore') return ignore(state, prompt, told);
  prompt.answers.push(told);
  const { status, ...how } = MEANS[answer];
  const settled = settle(state, String(prompt.transaction.id), status, how);
  if ('refused' in settled) prompt.answers.pop();
  return settled;
}

/** Left alone it expires, in less time here than at an operator. */
function ignore(state: FedapayState, { who, transaction, answers }: Logged<FedapayPrompt>, told: FedapayPrompt['answers'][number]): Settled {
  if (transaction.status !== 'pending') return { refused: 'nothing waits' };
  answers.push(told);
  state.prompts.touch(who);
  const { updatedAt } = transaction;
  const expiry = setTimeout(() => { if (transaction.updatedAt === updatedAt) settle(state, String(transaction.id), 'expired'); }, state.givesUpMs).unref();
  state.stopped.addEventListener('abort', () => clearTimeout(expiry), { once: true });
  return { done: true };
}
