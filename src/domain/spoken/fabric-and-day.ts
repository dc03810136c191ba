import type { Day } from '../calendar/day.ts';
import type { Urgency } from '../calendar/working-days.ts';
import { readDay } from './day.ts';
import { plain } from './plain.ts';

/** For when, as people say it: « normal », « urgent », or a day. */
type SaidWhen = { urgency: Urgency } | { day: Day; said: string };
type Fabric = { fabricBy: 'client' | 'workshop' };
/** `unread`: whose fabric is clear, and the day is not. */
type FabricAndDay = Fabric & (SaidWhen | { unread: string });

const FABRICS: Record<string, Fabric['fabricBy']> = { 1: 'client', 2: 'workshop' };
const URGENCIES: Record<string, Urgency> = { '': 'normal', normal: 'normal', normale: 'normal', rapide: 'high', vite: 'high', fast: 'high', quick: 'high', urgent: 'urgent', urgence: 'urgent' };

export function readWhen(typed: string, today: Day): SaidWhen | undefined {
  const urgency = URGENCIES[plain(typed)];
  if (urgency !== undefined) return { urgency };
  const read = readDay(typed, today);
  return read === undefined ? undefined : { day: read.day, said: typed };
}

/** Whose fabric and for when, in one answer: « 1 28/12 », « 2 normal », « 1 ». Without a word about the day nobody hurries. */
export function readFabricAndDay(typed: string, today: Day): FabricAndDay | undefined {
  const [, key = '', rest = ''] = /^\s*([12])(?:[\s.,;*-]+(.*))?$/s.exec(typed) ?? [];
  const fabricBy = FABRICS[key];
  return fabricBy === undefined ? undefined : { fabricBy, ...(readWhen(rest, today) ?? { unread: rest }) };
}
