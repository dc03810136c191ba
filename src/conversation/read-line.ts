import { dayAt, type Day } from '../domain/calendar/day.ts';
import type { Desk } from '../db/desk.ts';
import type { Who } from '../scope.ts';
import type { Args } from './grammar/args.ts';
import { readCommand, type ReadCommand } from './grammar/read-command.ts';
import type { Verb } from './grammar/vocabulary.ts';
import { LINES } from './lines.ts';
import { profilesOf, STAFF } from './profiles.ts';

/** What a line says: the verb and its parts, and the business it names. A flow that lines open has a field `asked` for it. */
export type Asked = Args & { verb?: Verb; named?: string };
/** The flow that a line opens, and with what. */
export type Line = { flow: string; given: { asked: Asked } };
/** `complete`: it says all that it must, and acts wherever one stands; the rest of any other is asked for. */
export type ReadLine = (text: string) => { line: Line; complete: boolean } | undefined;

type Reader = { who: Who; desk: Desk; now: Date; named: string | null };

/** Reads lines as this person may write them. */
export const lineReader = ({ who, desk, now, named }: Reader): ReadLine => (text) => {
  const read = meant(readCommand(text, todayOf({ who, desk, now })), desk);
  const line = read && LINES[read.verb];
  if (read === undefined || line === undefined) return undefined;
  const complete = 'args' in read;
  if (!complete && line.alone !== true) return undefined;
  const about = { verb: read.verb, ...(named === null ? {} : { named }) };
  const flow = flowOf(line, { who, desk, named });
  const yields = line.yields === true || (complete && line.yields !== undefined && read.args[line.yields] !== undefined);
  return { line: { flow, given: { asked: complete ? { ...read.args, ...about } : about } }, complete: complete && !yields };
};

/** Of what one spelling may say: what says all that it must, and to staff what only staff says. Two as good as one another are asked about, by the first of them. */
function meant(readings: ReadCommand[], desk: Desk): ReadCommand | undefined {
  const theirs = readings.filter(({ verb }) => maySay(verb, desk)).toSorted((a, b) => Number(isForAnybody(a)) - Number(isForAnybody(b)));
  const whole = theirs.filter((read) => 'args' in read);
  const [best, ...others] = whole.filter((read) => isForAnybody(read) === isForAnybody(whole[0] ?? read));
  return best === undefined || others.length === 0 ? (best ?? theirs[0]) : { verb: best.verb, missing: true };
}

const isForAnybody = ({ verb }: ReadCommand): boolean => LINES[verb]?.by === 'anybody';

function maySay(verb: Verb, desk: Desk): boolean {
  const { by, of } = LINES[verb] ?? {};
  return by === 'anybody' || (by === 'staff' && isStaff(desk) && (of === undefined || desk.members.some(({ capabilities }) => capabilities.includes(of))));
}

type Speaker = Pick<Reader, 'who' | 'desk' | 'named'>;
type Ways = { flow: string; staff?: string; stocks?: string };

function flowOf({ flow, staff, stocks }: Ways, speaker: Speaker): string {
  if (staff === undefined && stocks === undefined) return flow;
  if (!speaksAsStaff(speaker)) return flow;
  return (stocks !== undefined && keepsStock(speaker) ? stocks : staff) ?? flow;
}

function keepsStock({ who, desk, named }: Speaker): boolean {
  const mine = desk.members.filter(({ tenantId, personId }) => (named === null ? who.personId === null || personId === who.personId : tenantId === named));
  return mine.some(({ tenantId, capabilities }) => capabilities.includes('stock') && (who.tenantId === null || named !== null || tenantId === who.tenantId));
}

/** Some are client of one business and work in another, or share their phone with a client: by the business named, else as they were last. */
function speaksAsStaff({ who: { personId, persona }, desk, named }: Speaker): boolean {
  if (named === null) return isStaff(desk) && persona !== 'client';
  const staff = desk.members.filter(({ tenantId }) => tenantId === named);
  const isTheirClient = desk.clients.some((client) => client.tenantId === named && client.personId === personId);
  return staff.some((member) => member.personId === personId) || (staff.length > 0 && !isTheirClient);
}

const isStaff = (desk: Desk): boolean => profilesOf(desk).some(({ persona }) => STAFF.has(persona));

const USUAL_ZONE = 'Africa/Porto-Novo';

/** The day where the business is that is spoken of. */
export function todayOf({ who, desk, now }: Pick<Reader, 'who' | 'desk' | 'now'>): Day {
  const known = [...desk.members, ...desk.clients];
  return dayAt(now, (known.find(({ tenantId }) => tenantId === who.tenantId) ?? known[0])?.timezone ?? USUAL_ZONE);
}
