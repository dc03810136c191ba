import type { Talk } from '../db/desk.ts';
import { enter } from './go.ts';
import { saying, type Turn } from './turn.ts';

/** A question may wait a day for its answer on WhatsApp or SMS; after that it is offered again, for a week. */
const SESSION_MS = 24 * 3_600_000;
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Somebody comes back: by a new USSD call, on another channel, or after a long silence. What was begun is offered
 * again instead of taking what they say for the answer to a question they no longer see. True when it was offered.
 */
export async function arrive(turn: Turn, talk: Talk | null, answersScreen: boolean): Promise<boolean> {
  if (talk === null || answersScreen) return false;
  const { who, now, desk } = turn.scope;
  const silentMs = now.getTime() - Date.parse(talk.updatedAt);
  const away = who.channel === 'ussd' || talk.channel !== who.channel || silentMs > SESSION_MS;
  if (!away) return false;

  if (turn.session !== null && turn.screen?.first !== true) turn.paused = { ...turn.session, page: talk.shown?.page ?? 0 };
  if (silentMs > KEPT_MS) turn.paused = null;
  if (silentMs > SESSION_MS && desk.persons.length > 1) Object.assign(who, { personId: null, persona: '' });
  turn.session = null;
  turn.shown = null;
  if (turn.paused === null) return false;
  if (turn.tools.flows.current(turn.paused) === undefined) {
    turn.notices.push(saying(turn)('common.changed'));
    turn.paused = null;
    return false;
  }
  await enter(turn, 'resume', { what: turn.paused.flow });
  return true;
}
