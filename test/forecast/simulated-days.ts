/** Days of a year as a shop lives them. Written down by hand: what is tested knows its own. */
export type SimulatedDay = { date: string; weekday: number; payday: boolean; event: string | undefined };

const DAY_MS = 86_400_000;
/** The days that move: Korité, Tabaski, Easter. */
const MOVING: Record<string, string[]> = {
  korite: ['2023-04-21', '2024-04-10', '2025-03-30', '2026-03-20', '2027-03-10'],
  tabaski: ['2023-06-28', '2024-06-16', '2025-06-06', '2026-05-27', '2027-05-16'],
  easter: ['2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28'],
};
const FIXED: Record<string, string> = { christmas: '12-25', school: '10-01' };
/** How long before the day people buy for it. */
const BUYING_DAYS: Record<string, number> = { korite: 5, tabaski: 8, easter: 3, christmas: 7, school: 10 };
export const EVENTS = Object.keys(BUYING_DAYS);

export function simulatedDays(from: string, count: number): SimulatedDay[] {
  return Array.from({ length: count }, (_, ahead) => {
    const at = new Date(Date.parse(`${from}T00:00:00Z`) + ahead * DAY_MS);
    const [date, dayOfMonth] = [at.toISOString().slice(0, 10), at.getUTCDate()];
    return { date, weekday: at.getUTCDay(), payday: dayOfMonth >= 25 || dayOfMonth <= 5, event: eventOn(date) };
  });
}

/** The event whose buying days this is one of. */
export function eventOn(date: string): string | undefined {
  const year = date.slice(0, 4);
  return EVENTS.find((name) => {
    const days = name in FIXED ? [`${year}-${FIXED[name]}`] : MOVING[name] ?? [];
    return days.some((feast) => {
      const until = (Date.parse(feast) - Date.parse(date)) / DAY_MS;
      return until >= 1 && until <= (BUYING_DAYS[name] ?? 0);
    });
  });
}
