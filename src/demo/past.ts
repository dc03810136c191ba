import { addDays, weekday, type Day } from '../domain/calendar/day.ts';
import { seededRandom, type Random } from '../domain/forecast/random.ts';
import type { DemoGoods } from './goods.ts';

/** What happened to one product on one day, in pieces. `minute` is that of the day. */
export type PastLine = { day: Day; minute: number; qty: number };
export type Past = { opening: { day: Day; qty: number }; receipts: PastLine[]; sold: PastLine[]; lost: PastLine[] };
type Today = { day: Day; lines: { minute: number; qty: number }[] };

const DAYS = 90;
const WEEK = [1, 0.9, 0.85, 0.9, 1, 1.2, 1.5, 0.6];
const PAYDAY = 1.3;
const OPENS = 8 * 60;
const OPEN_MINUTES = 12 * 60;
const DELIVERY = 7 * 60 + 30;
/** When a product that runs out that day does so. */
const GONE_AT = 14 * 60;
/** What was asked for in vain is not always written down. */
const NOTED = 0.7;

/** Which ran out: so many days ago, for so many days. */
const OUT: Record<string, [ago: number, days: number]> = {
  101: [62, 4], 108: [30, 3], 201: [25, 4], 205: [48, 4], 301: [40, 5], 303: [33, 4], 306: [55, 5], 401: [75, 3], 403: [18, 4], 501: [12, 3], 508: [70, 6],
};
/** Nobody has bought these for so many days. */
const ASLEEP: Record<string, number> = { 211: 66, 212: 72, 509: 81 };
/** On the shelf since so many days only. */
const NEW: Record<string, number> = { 406: 20 };
const ONE_BY_ONE = new Set(['sac', 'bidon', 'plateau']);

/**
 * Ninety days of one product up to yesterday, told backwards from what is there today: what is sold was there before, what is
 * more than the shelf holds came that morning. The same product, the same past.
 */
export function pastOf(goods: DemoGoods, today: Day): Past {
  const { code, stock, min } = goods;
  const random = seededRandom(Number(code));
  const days = wantedBy(goods, today, random);
  const [gone = -1, goneDays = 0] = OUT[code] ?? [];
  const most = Math.max(stock, 3 * min);
  const past: Past = { opening: { day: days[0]?.day ?? today, qty: 0 }, receipts: [], sold: [], lost: [] };
  let level = stock;
  for (const [at, { day, lines }] of [...days.entries()].reverse()) {
    const ago = days.length - at;
    const runsOut = ago === gone;
    const isOut = ago < gone && ago > gone - goneDays;
    const sold = isOut ? [] : lines.filter(({ minute }) => !runsOut || minute < GONE_AT);
    past.sold.push(...sold.map((line) => ({ day, ...line })));
    past.lost.push(...lines.filter((line) => !sold.includes(line) && random() < NOTED).map((line) => ({ day, ...line })));
    level += sold.reduce((sum, { qty }) => sum + qty, 0);
    const cameAfterNone = ago === gone - goneDays;
    if (at > 0 && level > 0 && (cameAfterNone || level > most)) {
      const left = cameAfterNone ? 0 : Math.ceil(min * (0.3 + 0.5 * random()));
      past.receipts.push({ day, minute: DELIVERY, qty: level - left });
      level = left;
    }
  }
  past.opening.qty = level;
  return past;
}

/** What customers wanted of it, day by day. */
function wantedBy({ code, unit, min }: DemoGoods, today: Day, random: Random): Today[] {
  const sizes = ONE_BY_ONE.has(unit) ? [1, 1, 1, 1, 2] : unit === 'kg' ? [1, 1, 2, 2, 3, 5] : [1, 1, 1, 2, 2, 3];
  const linesADay = min / 7 / (sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  const count = NEW[code] ?? DAYS;
  return Array.from({ length: count }, (_, at) => {
    const ago = count - at;
    const day = addDays(today, -ago);
    const date = Number(day.slice(8));
    const factor = (WEEK[weekday(day)] ?? 1) * (date >= 25 || date <= 5 ? PAYDAY : 1);
    const customers = ago < (ASLEEP[code] ?? 0) ? 0 : poisson(linesADay * factor, random);
    const lines = Array.from({ length: customers }, () => ({ minute: OPENS + Math.floor(random() * OPEN_MINUTES), qty: sizes[Math.floor(random() * sizes.length)] ?? 1 }));
    return { day, lines };
  });
}

function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let left = random(); left > limit; left *= random()) count += 1;
  return count;
}
