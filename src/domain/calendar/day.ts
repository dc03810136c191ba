/** A calendar day without a time or a zone: `2026-12-28`. What a business promises is a day of its own place. */
export type Day = `${number}-${number}-${number}`;

const DAY_MS = 86_400_000;

/** The day it is there at that moment. */
export const dayAt = (at: Date, timezone: string): Day => new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at) as Day;

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
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at.getTime() / 1_000) * 1_000;
}
