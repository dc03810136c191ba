import { setTimeout as sleep } from 'node:timers/promises';
import { ACT } from '../verdict/expected-talk.ts';
import type { Dice } from './dice.ts';
import type { Channel } from './ledger.ts';
import type { Line } from './line.ts';

export type Crowd = { disperse: () => Promise<void> };
export type CrowdPlan = { people: number; pauseMs: readonly [number, number]; channels: readonly [Channel, ...Channel[]] };

/** Meta takes 45 messages to one person at once, then one every six seconds: nobody here waits for that. */
const ON_WHATSAPP = [8, 30] as const;
/** After the fifth SMS in a row that nobody understands the answer repeats itself, and could not be told from a double. */
const BY_SMS = [4, 9] as const;
const CALLS = [1, 3] as const;
const HOPS = [1, 7] as const;
const ACTING = 0.1;

export type Strangers = { next: () => { contact: string; text: () => string } };

/** Numbers nobody has used yet. What each says is its own: the message and the person, short enough for any screen. */
export function strangers(): Strangers {
  let met = 0;
  return {
    next: () => {
      met += 1;
      const [person, contact] = [met, `+2290196${100_000 + met}`];
      let said = 0;
      return { contact, text: () => `m${(said += 1)}c${person}` };
    },
  };
}

/** So many people at once, each saying one thing after another and then giving the place to somebody new. */
export function gather(line: Line, from: Strangers, plan: CrowdPlan, dice: Dice): Crowd {
  let dispersing = false;
  const members = Array.from({ length: plan.people }, (_, at) => member(dice.another(), plan.channels[at % plan.channels.length] ?? plan.channels[0]).catch(line.fault));

  async function member(own: Dice, channel: Channel): Promise<void> {
    await pause(own);
    while (!dispersing) await visit(own, channel);
  }

  async function visit(own: Dice, channel: Channel): Promise<void> {
    const { contact, text } = from.next();
    if (channel === 'ussd') {
      for (let calls = own.between(...CALLS); calls > 0 && !dispersing; calls--) await call(own, contact, text);
      return;
    }
    const messages = channel === 'sms' ? own.between(...BY_SMS) : own.between(...ON_WHATSAPP);
    for (let n = 0; n < messages && !dispersing; n++) {
      if (channel === 'sms') await line.sms(contact, text());
      else await line.say(contact, [n > 0 && own.happens(ACTING) ? ACT : text()]);
      await pause(own);
    }
  }

  async function call(own: Dice, contact: string, text: () => string): Promise<void> {
    const sessionId = `ATUid_${contact.slice(1)}_${own.between(0, 2 ** 31)}`;
    const path: string[] = [];
    for (let hops = own.between(...HOPS), typed = ''; hops >= 0 && !dispersing; hops--, typed = text()) {
      if (typed !== '') path.push(typed);
      if ((await line.hop(contact, { sessionId, path: path.join('*'), typed })) === undefined) break;
      await pause(own);
    }
    await pause(own);
  }

  return {
    disperse: async () => {
      dispersing = true;
      await Promise.all(members);
      await line.idle();
    },
  };

  function pause(own: Dice): Promise<void> {
    return sleep(own.between(...plan.pauseMs));
  }
}
