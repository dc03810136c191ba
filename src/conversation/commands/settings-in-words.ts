import { weekday, type Day } from '../../domain/calendar/day.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { closedDays } from '../../domain/tenants/close-day.ts';
import type { Settings } from '../../domain/tenants/settings.ts';
import { languageOf, sayer, type Language } from '../../i18n.ts';
import type { Scope } from '../../scope.ts';

/** Any Monday: from it the names of days are read. */
const MONDAY = Date.UTC(2026, 10, 16);
const DAY_MS = 86_400_000;

/** How a workshop has set itself, as its owner reads it. */
export async function settingsInWords({ who, voice }: Scope, business: Business) {
  const language = languageOf(who.language);
  const say = sayer(voice.texts, language, who.channel);
  const { db, settings } = business;
  const closed = await closedDays(business);
  return {
    deposit: settings.depositPct,
    capacity: settings.capacityPerWeek === null ? say('settings.noLimit') : String(settings.capacityPerWeek),
    takes: settings.takesOrders ? say('settings.isOpen') : say('settings.isShut'),
    when: whenInWords(settings, language),
    closed: closed.length === 0 ? say('settings.noneClosed') : closed.map(shortDay).join(', '),
    paid: (await db.paymentAccount.count({ where: { closedAt: null } })) > 0 ? say('settings.isLinked') : say('settings.isNotLinked'),
  };
}

const shortDay = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}`;

/** `lun-sam 8h-18h`. */
function whenInWords({ workdays, hours }: Settings, language: Language): string {
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const name = (day: number): string => names.format(MONDAY + (day - 1) * DAY_MS).replace('.', '').toLowerCase();
  const days = [...new Set(workdays)].sort((a, b) => a - b);
  const [first = weekday('2026-11-16'), last = first] = [days[0], days.at(-1)];
  const inARow = days.length > 2 && last - first === days.length - 1;
  const said = inARow ? `${name(first)}-${name(last)}` : days.map(name).join(', ');
  return hours === null ? said : `${said} ${clock(hours.opens)}-${clock(hours.closes)}`;
}

const clock = (time: string): string => `${Number(time.slice(0, 2))}h${time.endsWith(':00') ? '' : time.slice(3)}`;
