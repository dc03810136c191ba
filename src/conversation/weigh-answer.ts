import type { Content } from '../channels/channel.ts';
import type { Burst, Letter } from '../db/desk.ts';
import type { DueRow } from '../db/turn.ts';
import { calmAt, shortened, weigh } from './flood.ts';
import { saying, type Turn } from './turn.ts';

/** What a person says or chooses counts; a file that comes alone, a hop and a timer of ours do not. */
export const countsOf = (content: Content): boolean => content.type !== 'ussd' && content.type !== 'wake' && (content.type !== 'media' || (content.media.caption ?? '') !== '');

/** Too many messages at once are all played: what is withheld is the answer, until somebody has finished. */
export function weighAnswer(turn: Turn, letter: Letter): void {
  if (turn.silent || !turn.counts) return;
  const { floodLimit } = turn.tools;
  const { flood, answer, ended } = weigh(turn.flood, { id: letter.id, at: Date.parse(letter.receivedAt) }, floodLimit);
  turn.flood = flood;
  if (ended !== null) turn.notices.unshift(...tellBurst(turn, ended));
  if (answer === 'given') return;

  turn.withheld = true;
  if (answer === 'withheld') return;
  turn.instead = saying(turn)('flood.notice');
  turn.scope.later.due.push(wakeFor(String(letter.id), letter.id, calmAt(flood, floodLimit)));
}

/** A timer that sums up the burst. One for each letter that plans it. */
export const wakeFor = (burst: string, letterId: number, at: number): DueRow =>
  ({ key: `flood:${burst}:${letterId}`, kind: 'wake', runAt: new Date(at).toISOString(), step: null, payload: { what: 'flood', about: burst } });

/** How many messages had no answer, and what the latest answers would have told; the last of them may stand `below`. */
export function tellBurst(turn: Turn, { withheld, acts, acted }: Burst, below?: string): string[] {
  const say = saying(turn);
  const above = below !== undefined && acts.at(-1) === shortened(below) ? acts.slice(0, -1) : acts;
  return [say('flood.read', { count: withheld }), ...(acted > acts.length ? [say('flood.latest', { acted })] : []), ...above];
}
