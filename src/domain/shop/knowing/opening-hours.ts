import type { Hours } from '../../stock/open-hours.ts';
import type { Settings } from '../../tenants/settings.ts';

/** Where a shop has not said when it is open. */
const USUAL = { opens: '08:00', closes: '20:00' };

/** As they are written, for the database, and in minutes. */
export const openingHours = ({ hours }: Pick<Settings, 'hours'>): { opens: string; closes: string } => hours ?? USUAL;

export function openingMinutes(settings: Pick<Settings, 'hours'>): Hours {
  const { opens, closes } = openingHours(settings);
  return { opens: minutesOf(opens), closes: minutesOf(closes) };
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
