import { withoutActs } from './flood.ts';
import type { Turn } from './turn.ts';

/** Who had everything deleted in this turn leaves nothing behind in the conversation either. */
export function forgetErased(turn: Turn): void {
  const { talk, persons } = turn.scope.desk;
  if (talk?.personId == null || persons.some(({ id }) => id === talk.personId)) return;
  if (turn.flood !== null) turn.flood = withoutActs(turn.flood);
  if (turn.paused?.of == null || turn.paused.of === talk.personId) turn.paused = null;
}
