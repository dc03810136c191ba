import type { Said } from '../crowd/ledger.ts';
import type { Evidence, Parcel, Sent } from './evidence.ts';
import { ACT, standAfter } from './expected-talk.ts';

export type Verdict = {
  messages: number;
  /** Accepted, and without a turn, or the turn without its reply. */
  lost: string[];
  /** Acted on twice, or sent twice where a status had proved it sent. */
  doubled: string[];
  /** Played or answered before an earlier one of the same contact. */
  swapped: string[];
  /** A conversation that does not stand where its history leads. */
  torn: string[];
  /** Sent twice where that is no broken promise: WhatsApp while no status came. */
  resent: number;
  sms: { reported: number; seen: number; unreported: string[] };
};

/** `ownTalk`: the crowd says other things than strangers do, and its scenario knows itself where they lead. */
export type Terms = { statusesWithheld?: boolean; repliesWithheld?: boolean; ownTalk?: boolean };

/** Compares what the networks saw with what the database kept. It knows nothing but the two. */
export function verify(evidence: Evidence, { statusesWithheld = false, repliesWithheld = false, ownTalk = false }: Terms = {}): Verdict {
  const whatsapp = doubles(evidence.sent.filter(({ channel }) => channel === 'whatsapp'), ({ key, text }) => key ?? text);
  return {
    messages: evidence.said.filter(({ outcome }) => outcome === 'taken').length,
    lost: [...unheard(evidence), ...unanswered(evidence, repliesWithheld)],
    doubled: [...heardTwice(evidence), ...actedTwice(evidence), ...(statusesWithheld ? [] : whatsapp)],
    swapped: [...heardOutOfOrder(evidence), ...answeredOutOfOrder(evidence), ...strangeScreens(evidence.said)],
    torn: ownTalk ? [] : torn(evidence),
    resent: statusesWithheld ? whatsapp.length : 0,
    sms: smsDoubles(evidence),
  };
}

function unheard({ said, letters, turns }: Evidence): string[] {
  const heard = new Set(turns.map(({ letter }) => letter));
  const played = new Set(letters.filter(({ id, status }) => status === 'done' && heard.has(id)).map(({ event }) => event));
  return said.filter(({ outcome, event }) => outcome === 'taken' && !played.has(event)).map(({ contact, event, text }) => `${contact} said ${text} (${event}): no turn`);
}

/** Each turn on WhatsApp or SMS has a row that a provider took at least once. */
function unanswered({ turns, parcels, sent }: Evidence, repliesWithheld: boolean): string[] {
  const byLetter = Map.groupBy(parcels, ({ letter }) => letter);
  const arrived = new Set(sent.map(nameOfSent));
  const rows = turns.filter(({ channel }) => channel !== 'ussd').flatMap(({ letter, contact, text }) => {
    const replies = byLetter.get(letter) ?? [];
    return replies.length > 0 || repliesWithheld ? [] : [`${contact} said ${text}: no reply was written`];
  });
  return [...rows, ...parcels.filter((parcel) => !arrived.has(nameOf(parcel))).map(({ key, contact, status }) => `${key} for ${contact} never arrived (${status})`)];
}

/** An SMS bears no key of ours: the crowd sees to it that no two of one contact have the same words. */
const nameOf = ({ channel, key, contact, text }: Parcel): string => (channel === 'sms' ? `${contact} ${text ?? ''}` : key);
const nameOfSent = ({ channel, key, contact, text }: Sent): string => (channel === 'sms' || key === null ? `${contact} ${text}` : key);

function heardTwice({ turns }: Evidence): string[] {
  return doubles(turns, ({ letter }) => `letter ${letter}`).map((letter) => `${letter} was played twice`);
}

/** The one thing the crowd says that writes rows of its own. */
function actedTwice({ turns, acts }: Evidence): string[] {
  const wanted = Map.groupBy(turns.filter(({ text }) => text === ACT), ({ contact }) => contact);
  const done = new Map(acts.map(({ contact, count }) => [contact, count]));
  return [...new Set([...wanted.keys(), ...done.keys()])].flatMap((contact) => {
    const [asked, count] = [wanted.get(contact)?.length ?? 0, done.get(contact) ?? 0];
    return asked === count ? [] : [`${contact} asked ${asked} times for ${ACT}, which was done ${count} times`];
  });
}

function heardOutOfOrder({ said, letters, turns }: Evidence): string[] {
  // An unsure hop may have arrived after the person hung up and dialled again.
  const place = new Map(said.flatMap(({ event, outcome }, at): [string, number][] => (outcome === 'taken' ? [[event, at]] : [])));
  const events = new Map(letters.map(({ id, event }) => [id, event]));
  const heard = turns.flatMap(({ letter, contact }) => [{ contact, place: place.get(events.get(letter) ?? '') }]).filter((each): each is { contact: string; place: number } => each.place !== undefined);
  return inversions(heard).map((contact) => `${contact} was heard out of order`);
}

/** In the order in which their letters came; the second copy of one just sent is no change of order, and news may overtake an answer. */
function answeredOutOfOrder({ parcels, sent }: Evidence): string[] {
  const rows = new Map(parcels.flatMap((parcel, at) => (parcel.letter === null ? [] : [[nameOf(parcel), at] as const])));
  const arrivals = sent.flatMap((each) => [{ contact: `${each.contact} ${each.channel}`, place: rows.get(nameOfSent(each)) }]).filter((each): each is { contact: string; place: number } => each.place !== undefined);
  return inversions(arrivals).map((contact) => `${contact} was answered out of order`);
}

/** Whose places go down, once for each step down. */
function inversions(places: readonly { contact: string; place: number }[]): string[] {
  const furthest = new Map<string, number>();
  return places.flatMap(({ contact, place }) => {
    const before = furthest.get(contact) ?? -1;
    furthest.set(contact, Math.max(before, place));
    return place < before ? [contact] : [];
  });
}

/** A screen that repeats what was typed repeats what was typed at this very hop. */
function strangeScreens(said: readonly Said[]): string[] {
  return said.flatMap(({ contact, text, screen }) => {
    const [quoted] = /\bm\d+c\d+/.exec(screen ?? '') ?? [];
    return quoted === undefined || text.startsWith(quoted) ? [] : [`${contact} typed ${text} and was shown the screen of ${quoted}`];
  });
}

function torn({ turns, talks }: Evidence): string[] {
  const stands = new Map(talks.map((talk) => [talk.contact, talk]));
  return [...Map.groupBy(turns, ({ contact }) => contact)].flatMap(([contact, heard]) => {
    const [wanted, found] = [standAfter(heard), stands.get(contact)];
    const same = found !== undefined && found.flow === wanted.flow && found.misses === wanted.misses && found.step === wanted.step;
    return same ? [] : [`${contact} stands at ${written(found)} after ${heard.length} messages that lead to ${written(wanted)}`];
  });
}

const written = (stand: { flow: string | null; misses: number; step: number } | undefined): string => (stand === undefined ? 'nothing' : `${stand.flow ?? 'the end'}, ${stand.misses} misses, step ${stand.step}`);

/** A double is only forgiven where the app itself says that it may have doubled. */
function smsDoubles({ parcels, sent }: Evidence): Verdict['sms'] {
  const copies = Map.groupBy(sent.filter(({ channel }) => channel === 'sms'), nameOfSent);
  const rows = parcels.filter(({ channel }) => channel === 'sms');
  const extra = (parcel: Parcel) => Math.max((copies.get(nameOf(parcel))?.length ?? 0) - 1, 0);
  const sum = (count: (parcel: Parcel) => number) => rows.reduce((total, parcel) => total + count(parcel), 0);
  return {
    reported: sum(({ doubts }) => doubts),
    seen: sum(extra),
    unreported: rows.filter((parcel) => extra(parcel) > parcel.doubts).map((parcel) => `${parcel.key} was sent ${extra(parcel) + 1} times and reports ${parcel.doubts} doubts`),
  };
}

/** The names that come more than once, once for each time too many. */
function doubles<T>(items: readonly T[], name: (item: T) => string): string[] {
  const seen = new Set<string>();
  return items.map(name).filter((each) => {
    const again = seen.has(each);
    seen.add(each);
    return again;
  });
}
