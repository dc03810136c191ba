import type { Content } from '../channels/channel.ts';
import { typedSince } from '../channels/ussd/hop.ts';
import type { Turn } from './turn.ts';

/** A PIN has four to six digits; an amount in a path that holds one is hidden with it. */
const CODES = /(?<=^|\*)\d{4,6}(?=\*|$)/g;

/**
 * The path of a call as it is kept: a code stands in it as `?`, one for each character, so that the next hop is still
 * seen to go on from there.
 */
export function keptPath(text: string, before: string, secret: boolean): string {
  if (typedSince(before, text).kind === 'midway') return secret || before.includes('?') ? text.replace(CODES, hidden) : text;
  const more = text.slice(before.length);
  return text === '' ? '' : before + (secret ? hidden(more) : more);
}

export const hidden = (typed: string): string => typed.replace(/[^*]/g, '?');

/** Somebody with a PIN may type it by habit where none is asked: what could be one is treated as one. */
export const mayBeCode = ({ scope: { who, desk } }: Turn, typed: string): boolean =>
  who.channel === 'ussd' && desk.members.some(({ hasPin }) => hasPin) && typed.search(CODES) >= 0;

/** Keys of a payment account, as FedaPay writes them: they are typed on a page of ours, and nowhere else. */
const PROVIDER_KEY = /\b(sk|wh|pk)_(live|sandbox)_\w{4,}/i;

export const holdsKey = (content: Content): boolean => PROVIDER_KEY.test(content.type === 'text' ? content.text : content.type === 'media' ? (content.media.caption ?? '') : '');
