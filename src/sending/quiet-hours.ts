/** From 21:00 to 07:00 where the business is, only what cannot wait leaves. */
const NIGHT = { from: 21 * 60, to: 7 * 60 };
const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/** When the night ends; undefined by day. */
export function morning(now: Date, timezone: string): Date | undefined {
  const minutes = minutesOfDay(now, timezone);
  if (minutes >= NIGHT.to && minutes < NIGHT.from) return undefined;
  const left = (NIGHT.to - minutes + DAY_MINUTES) % DAY_MINUTES;
  const until = new Date(now.getTime() - (now.getTime() % MINUTE_MS) + left * MINUTE_MS);
  const moved = NIGHT.to - minutesOfDay(until, timezone); // by which the clocks are moved in this night
  return new Date(until.getTime() + moved * MINUTE_MS);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function minutesOfDay(now: Date, timezone: string): number {
  const clock = clocks.get(timezone) ?? clockOf(timezone);
  clocks.set(timezone, clock);
  const [hours = 0, minutes = 0] = clock.format(now).split(':').map(Number);
  return hours * 60 + minutes;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  } catch {
    return clockOf('UTC'); // a name that nobody knows holds up only what it stands for
  }
}
