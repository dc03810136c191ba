import type { GarmentsCommands } from '../../../flows/tailoring/garments.ts';
import type { SettingsCommands } from '../../../flows/tailoring/settings.ts';
import type { ShopCodeCommands } from '../../../flows/tailoring/shop-code.ts';
import { ownNumber } from '../../db/own-number.ts';
import { dayAt, type Day } from '../../domain/calendar/day.ts';
import { openKeyPage } from '../../domain/payments/key-page.ts';
import { readDay } from '../../domain/spoken/day.ts';
import { readHours } from '../../domain/spoken/hours.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { changeSettings, type SettingsChange } from '../../domain/tenants/change-settings.ts';
import { closeDay, openDay } from '../../domain/tenants/close-day.ts';
import { posterLink } from '../../domain/tenants/poster-link.ts';
import { garmentCommands } from './garments.ts';
import type { Handlers } from './handlers.ts';
import { settingsInWords } from './settings-in-words.ts';
import { staffWork } from './staff-work.ts';

/** What somebody types who counts no orders. */
const UNLIMITED = 999;

export const settingsCommands: Handlers<SettingsCommands & GarmentsCommands & ShopCodeCommands> = {
  ...garmentCommands,
  'settings.see': (scope) => staffWork(scope, 'settings.change', (business) => settingsInWords(scope, business)),
  'settings.change': (scope, { what, text }) => staffWork(scope, 'settings.change', async (business) => {
    const change = changeIn(what, text);
    return change === undefined ? { refused: 'unread' } : changeSettings(business, change);
  }),
  'orders.take': (scope, { takes }) => staffWork(scope, 'settings.change', (business) => changeSettings(business, { takesOrders: takes })),
  'day.close': (scope, said) => staffWork(scope, 'settings.change', async (business) => {
    const day = dayIn(business, said);
    return day === undefined ? { refused: 'unread' } : closeDay(business, day);
  }),
  'day.open': (scope, said) => staffWork(scope, 'settings.change', async (business) => {
    const day = dayIn(business, said);
    return day === undefined ? { refused: 'unread' } : openDay(business, day);
  }),
  'keys.page': (scope) => staffWork(scope, 'account.keys', async (business, { personId }) => {
    const { token } = await openKeyPage(business, personId);
    return { url: `${scope.publicUrl}/keys/${token}` };
  }),
  'code.see': async (scope) => {
    const own = await staffWork(scope, 'work.look', async ({ id, code }) => ({ id, code }));
    if ('needs' in own || 'refused' in own) return own;
    return { code: own.code, dial: scope.voice.serviceCode, number: await ownNumber(scope.db), url: await posterLink(scope, own.id) };
  },
};

/** What a typed answer sets; undefined when it cannot be read. */
function changeIn(what: string, text: string): SettingsChange | undefined {
  const number = Number(text.replace(/ ?%$/, ''));
  switch (what) {
    case 'deposit': return { depositPct: number };
    case 'capacity': return { capacityPerWeek: number === UNLIMITED ? null : number };
    case 'hours': return readHours(text);
    case 'policy': return { refundPolicy: text };
    case 'town': return { town: text };
    case 'address': return { address: text };
    case 'phone': return { phone: text };
    case 'ifu': return { taxIds: { ifu: text } };
    default: return undefined;
  }
}

/** A day that lies behind us is not taken for the next year's. */
function dayIn({ now, timezone }: Business, { day, text }: { day: { day: string; rolls?: true } | undefined; text: string }): Day | undefined {
  const said = day ?? readDay(text, dayAt(now, timezone));
  return said === undefined || said.rolls === true ? undefined : (said.day as Day);
}
