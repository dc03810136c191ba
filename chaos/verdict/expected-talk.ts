import type { Channel } from '../crowd/ledger.ts';

/** Where a conversation stands that heard only what the crowd says. */
export type Stand = { flow: string | null; misses: number; step: number };

/** The word that acts, at once and from anywhere; everything else that the crowd says is understood nowhere. */
export const ACT = 'REPRENDRE';
const MISSES_TO_MENU = 3;
const MISSES_TO_HUMAN = 5;

const STRANGER: Stand = { flow: null, misses: 0, step: 0 };

/**
 * What nobody understands is counted: the third in a row brings the menu back, the fifth the offer of a human. So the
 * row of a conversation depends on every single message, and one too many or too few is seen in it.
 */
export const standAfter = (heard: readonly { channel: Channel; text: string }[]): Stand => heard.reduce(hear, STRANGER);

function hear({ flow, misses, step }: Stand, { channel, text }: { channel: Channel; text: string }): Stand {
  if (channel === 'ussd' && text === '') return { flow: 'welcome', misses, step: step + 1 };
  if (text === ACT) return { flow: null, misses: 0, step };
  if (flow === null) return { flow: 'welcome', misses, step: step + 1 };
  const missed = misses + 1;
  if (missed === MISSES_TO_HUMAN) return { flow: 'offerHuman', misses: 0, step: step + 1 };
  return missed >= MISSES_TO_MENU ? { flow: 'welcome', misses: missed, step: step + 1 } : { flow, misses: missed, step };
}
