import type { Talk } from '../db/desk.ts';
import { offer, pause } from './pause.ts';
import type { Turn } from './turn.ts';

/** A question may wait a day for its answer on WhatsApp or SMS; after that it is offered again, for a week. */
const SESSION_MS = 24 * 3_600_000;
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Somebody comes back: by a new USSD call, on another channel, after a long silence or from elsewhere. What was begun is offered
 * again instead of taking what they say for the answer to a question they no longer see. True when it was offered.
 */
export async function arrive(turn: Turn, talk: Talk | null, answersScreen: boolean): Promise<boolean> {
  if (talk === null || answersScreen) return false;
  const { who, now, desk } = turn.scope;
  const silentMs = now.getTime() - Date.parse(talk.updatedAt);
  const away = turn.session === null || who.channel === 'ussd' || talk.channel !== who.channel || silentMs > SESSION_MS;
  if (!away) return false;

  pause(turn, talk.shown?.page);
  if (silentMs > KEPT_MS) turn.paused = null;
  if (silentMs > SESSION_MS && desk.persons.length > 1) Object.assign(who, { personId: null, persona: '' });
  turn.session = null;
  turn.shown = null;
  return offer(turn);
}
