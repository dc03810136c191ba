import { addDays, dateOf, dayFrom, weekday, type Day } from './day.ts';

/** A day of the year, one counted from Easter, or one of the Islamic year, which moves back by eleven days or so each year. */
type Feast = { name: string } & ({ on: [month: number, date: number] } | { easter: number } | { hijri: [month: number, date: number] });

const CHRISTIAN: Feast[] = [{ name: 'easterMonday', easter: 1 }, { name: 'ascension', easter: 39 }, { name: 'whitMonday', easter: 50 }, { name: 'assumption', on: [8, 15] }, { name: 'allSaints', on: [11, 1] }, { name: 'christmas', on: [12, 25] }];
const MUSLIM: Feast[] = [{ name: 'korite', hijri: [10, 1] }, { name: 'tabaski', hijri: [12, 10] }, { name: 'mawlid', hijri: [3, 12] }];
const SHARED: Feast[] = [{ name: 'newYear', on: [1, 1] }, { name: 'labour', on: [5, 1] }, ...CHRISTIAN, ...MUSLIM];

/** The days on which work rests, by country. The moon is announced at the last moment: a business closes and opens days of its own. */
const FEASTS: Record<string, Feast[]> = {
  BJ: [...SHARED, { name: 'vodun', on: [1, 10] }, { name: 'independence', on: [8, 1] }],
  SN: [...SHARED, { name: 'independence', on: [4, 4] }, { name: 'tamkharit', hijri: [1, 10] }, { name: 'magal', hijri: [2, 18] }],
  CI: [...SHARED, { name: 'independence', on: [8, 7] }, { name: 'peace', on: [11, 15] }],
  TG: [...SHARED, { name: 'liberation', on: [1, 13] }, { name: 'independence', on: [4, 27] }, { name: 'martyrs', on: [6, 21] }],
};

/** The feast that falls on this day, by name. */
export function feastOn(day: Day, country: string): string | undefined {
  return (FEASTS[country] ?? SHARED).find((feast) => falls(feast, day))?.name;
}

function falls(feast: Feast, day: Day): boolean {
  if ('on' in feast) return day.slice(5) === `${two(feast.on[0])}-${two(feast.on[1])}`;
  if ('easter' in feast) return day === addDays(easter(Number(day.slice(0, 4))), feast.easter);
  const [month, date] = hijri(day);
  return month === feast.hijri[0] && date === feast.hijri[1];
}

const two = (number: number): string => String(number).padStart(2, '0');

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
function hijri(day: Day): [month: number, date: number] {
  const parts = islamic.formatToParts(dateOf(day));
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return [of('month'), of('day')];
}

/** Easter Sunday: the first Sunday after the full moon of spring, by the rule of Gauss as Lichtenberg mended it. */
function easter(year: number): Day {
  const century = Math.floor(year / 100);
  const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const golden = year % 19;
  const seed = (19 * golden + moonShift) % 30;
  const correction = Math.floor((seed + Math.floor(golden / 11)) / 29);
  const fullMoon = addDays(dayFrom(year, 3, 21) ?? `${year}-03-21` as Day, seed - correction);
  return addDays(fullMoon, 7 - (weekday(fullMoon) % 7));
}
