import type { PromptAnswer } from '../../src/standins/fedapay-state.ts';
import { promptLine, seenPrompt } from '../../src/web/simulator/seen-prompt.ts';
import { settle } from './networks.ts';
import type { World } from './world.ts';

/** What the person does with the prompt of their operator. */
const ANSWERS: readonly PromptAnswer[] = ['approve', 'refuse', 'poor', 'wrongpin'];

/** Answers the last request for money on a phone, or with `look` only reads it. Gives what stands there. */
export async function answerPrompt(world: World, phone: string, answer: string): Promise<string> {
  const provider = world.standins.fedapay;
  if (provider === undefined) throw new Error('payments are not simulated here');
  await world.due?.ring();
  const asked = provider.promptsOn(phone).at(-1);
  if (asked === undefined) return 'MoMo: (nothing)';
  const answered = ANSWERS.find((one) => one === answer);
  if (answered !== undefined) {
    const outcome = provider.answer(asked.id, answered);
    if ('refused' in outcome) throw new Error(outcome.refused);
    await rest(world);
  }
  return promptLine(seenPrompt(asked));
}

/** Until nothing is due and nothing is on its way any more. */
export async function rest(world: World): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await world.standins.fedapay?.idle();
    await world.due?.ring();
  }
  await settle(world);
}
