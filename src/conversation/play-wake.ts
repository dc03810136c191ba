import type { Content } from '../channels/channel.ts';
import type { Letter } from '../db/desk.ts';
import { look } from './answer.ts';
import { burstAt } from './flood.ts';
import { show } from './go.ts';
import { saying, type Turn } from './turn.ts';
import { tellBurst, wakeFor } from './weigh-answer.ts';

type Wake = Extract<Content, { type: 'wake' }>;
type Play = (turn: Turn, letter: Letter, wake: Wake) => void | Promise<void>;

/** What can wake a contact. A new one is a function and a line here. */
const WAKES: Record<string, Play> = { flood: sumUp };

/** Plays a timer. One that belongs to a step the person has left does nothing. */
export async function playWake(turn: Turn, letter: Letter, wake: Wake): Promise<void> {
  const play = WAKES[wake.what];
  if (play === undefined) throw new Error(`nobody knows the timer ${wake.what}`);
  if (wake.step === undefined || wake.step === turn.step) await play(turn, letter, wake);
  else turn.silent = true;
}

/** The burst is over, or goes on: then it is looked at again later. Told already, it is not told twice. */
function sumUp(turn: Turn, letter: Letter, { about }: Wake): void {
  const { tools: { floodLimit, serviceCode }, scope: { desk, later } } = turn;
  turn.silent = true;
  const found = burstAt(turn.flood, { burst: about ?? '', at: Date.parse(letter.receivedAt) }, floodLimit);
  if (found === undefined) return;
  if ('until' in found) {
    later.due.push(wakeFor(about ?? '', letter.id, found.until));
    return;
  }

  turn.flood = null;
  const told = tellBurst(turn, found.ended);
  const say = saying(turn);
  // A human who has the conversation keeps it; a call in progress goes on with the screen it shows.
  if (desk.handoff !== null) turn.instead = [...told, say('handoff.waiting')].join('\n');
  else if (desk.talk?.channel === 'ussd') turn.instead = [...told, say('flood.dial', { code: serviceCode })].join('\n');
  else if (turn.session === null) turn.instead = [...told, say('flood.menu')].join('\n');
  else {
    turn.silent = false;
    show(turn, turn.session);
    turn.notices.push(...tellBurst(turn, found.ended, look(turn).reply.text));
  }
}
