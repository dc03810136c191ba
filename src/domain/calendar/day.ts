/** A calendar day without a time or a zone: `2026-12-28`. What a business promises is a day of its own place. */
export type Day = `${number}-${number}-${number}`;

const DAY_MS = 86_400_000;

/** The day it is there at that moment. */
export const dayAt = (at: Date, timezone: string): Day => days(timezone).format(at) as Day;

/** The time it is there: `07:05`. */
export const clockAt = (at: Date, timezone: string): string => clocks(timezone).format(at);

const days = kept('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const clocks = kept('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const moments = kept('en-CA', { hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** To make one takes longer than to use it a hundred times, and a shop asks for the days of each of its products. */
function kept(locale: string, options: Intl.DateTimeFormatOptions): (timezone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timezone) => {
    const format = made.get(timezone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone });
    made.set(timezone, format);
    return format;
  };
}

/** How the database keeps a day. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

export const addDays = (day: Day, count: number): Day => dayOf(new Date(dateOf(day).getTime() + count * DAY_MS));
export const daysBetween = (from: Day, to: Day): number => Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);
/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => dateOf(day).getUTCDay() || 7;
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** Undefined for a day that no calendar has, as 31 February. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const day = dayOf(new Date(Date.UTC(year, month - 1, date)));
  return day === `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` ? day : undefined;
}

/** The first moment of the day after, there: a promise holds until then. */
export function endOf(day: Day, timezone: string): Date {
  const next = addDays(day, 1);
  const guess = dateOf(next);
  return new Date(guess.getTime() - offsetMs(guess, timezone));
}

/** How far the clocks there are ahead of UTC at that moment. No zone we serve changes its clocks. */
function offsetMs(at: Date, timezone: string): number {
  const parts = moments(timezone).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at.getTime() / 1_000) * 1_000;
}

const MINUTE_MS = 60_000;

/** The moment when it is `07:00` there, counted from that day's midnight. */
export function timeOn(day: Day, time: string, timezone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(endOf(addDays(day, -1), timezone).getTime() + (hours * 60 + minutes) * MINUTE_MS);
}
