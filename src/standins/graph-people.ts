import type { Person } from './graph-webhook.ts';
import { isUserId, userIdOf } from './provider-ids.ts';

/** Who is known on WhatsApp, by wa_id; a person reached by user id only is known by that. */
export type GraphPeople = {
  /** +229…, 229… and the user id of that number are one key. */
  keyOf: (who: string) => string;
  of: (key: string) => Person;
  rename: (key: string, name: string) => void;
};

export function createPeople(): GraphPeople {
  const names = new Map<string, string>();
  const byUserId = new Map<string, string>();

  function keyOf(who: string): string {
    if (isUserId(who)) return byUserId.get(who) ?? who;
    const waId = who.replace(/\D/g, '');
    byUserId.set(userIdOf(waId), waId);
    return waId;
  }

  function of(key: string): Person {
    const name = names.get(key);
    const ids = isUserId(key) ? { userId: key } : { waId: key, userId: userIdOf(key) };
    return { ...ids, ...(name === undefined ? {} : { name }) };
  }

  return { keyOf, of, rename: (key, name) => void names.set(key, name) };
}
