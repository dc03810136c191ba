import { enter } from './go.ts';
import { saying, setAside, theirs, type Turn } from './turn.ts';

/** Puts the open conversation aside. A first screen leaves nothing to take up again. */
export function pause(turn: Turn, page = turn.session?.page ?? 0): void {
  if (turn.session !== null && leavesSomething(turn)) setAside(turn, { ...turn.session, page });
}

/** Puts it aside for the time of one written line. */
export function interrupt(turn: Turn): void {
  if (turn.session !== null && leavesSomething(turn)) setAside(turn, turn.session, { then: 'shown' });
}

const leavesSomething = ({ screen }: Turn): boolean => screen?.first !== true && screen?.done !== true;

/** Offers to take up what was put aside; false when there is nothing for this person, or an update made it impossible. */
export async function offer(turn: Turn): Promise<boolean> {
  const paused = theirs(turn);
  if (paused === null) return false;
  if (turn.tools.flows.current(paused) === undefined) {
    turn.notices.push(saying(turn)('common.changed'));
    turn.paused = null;
    return false;
  }
  await enter(turn, 'resume', { what: paused.flow });
  return true;
}
