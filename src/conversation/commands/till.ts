import type { Choice } from '../../../flows/flow.ts';
import type { TillCommands } from '../../../flows/shop/till.ts';
import { clockAt, dayAt } from '../../domain/calendar/day.ts';
import { grouped } from '../../domain/money/xof.ts';
import { closeTill, seeTill, type Till } from '../../domain/shop/till.ts';
import { tellTillGap } from '../../domain/shop/tell-till-gap.ts';
import { tillHistory, type PastCount } from '../../domain/shop/till-history.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { readParts } from '../grammar/read-command.ts';
import { todayOf } from '../read-line.ts';
import { may } from '../acts.ts';
import type { Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { staffWork, type Member } from './staff-work.ts';
import { wordsFor } from './wording.ts';

const LINES = { whatsapp: 8, sms: 3, ussd: 3 };
const REASON_CHARS = 60;
const BY_CHARS = 12;

export const tillCommands: Handlers<TillCommands> = {
  'till.see': (scope) => staffWork(scope, 'till.count', async (business, member) => ({ till: shown(business, await seeTill(business)), more: moreFor(member) })),
  'till.read': async (scope, { text }) => {
    const { cash } = readParts('till', text, todayOf(scope)) ?? {};
    return cash === undefined ? { refused: 'unread' } : { counted: cash };
  },
  'till.compare': (scope, { counted }) => staffWork(scope, 'till.count', async (business) => {
    const till = await seeTill(business);
    const difference = counted - till.expectedXof;
    return { till: shown(business, till), difference: Math.abs(difference), side: difference < 0 ? 'less' : 'more' };
  }),
  'till.close': (scope, { counted, expected, reason }) => staffWork(scope, 'till.count', async (business, member) => {
    const kept = reason.slice(0, REASON_CHARS);
    const closed = await closeTill(business, { countedXof: counted, expectedXof: expected, ...(kept === '' ? {} : { reason: kept }), key: `letter:${String(scope.letterId)}` });
    if ('refused' in closed) return { refused: closed.refused };
    if (counted !== expected && business.role !== 'owner') await tellTillGap(business, member.personId, { counted, expected });
    return { more: moreFor(member) };
  }),
  'till.history': (scope, { before }) => staffWork(scope, 'till.history', async (business) => {
    const { rows, next } = await tillHistory(business, before === 0 ? undefined : before, LINES[scope.who.channel]);
    return { lines: rows.map((row) => lineOf(scope, row)).join('\n'), pages: next === undefined ? [] : [{ id: 'next' }], next: next ?? 0 };
  }),
};

const moreFor = (member: Member): Choice[] => (may(member, 'till.history') ? [{ id: 'history' }] : []);

const shown = ({ timezone }: Business, { expectedXof, salesXof, debtsXof, ordersXof, since }: Till) =>
  ({ expected: expectedXof, sales: salesXof, debts: debtsXof, orders: ordersXof, from: ordersXof === 0 ? 'shop' as const : 'both' as const, day: dayAt(since, timezone), time: clockAt(since, timezone) });

/** The causes that are offered have words in each language; another stands as it was typed. */
const KNOWN = new Set(['change', 'expense', 'taken']);

function lineOf(scope: Scope, { day, time, by, countedXof, differenceXof, reason }: PastCount): string {
  const say = wordsFor(scope);
  const why = reason === null ? '' : KNOWN.has(reason) ? say(`till.choice.${reason}`) : reason;
  const difference = differenceXof === 0 ? say('till.right') : `${differenceXof < 0 ? '-' : '+'}${grouped(Math.abs(differenceXof))}`;
  return say('till.line', { day, time, by: by.slice(0, BY_CHARS).trim(), counted: countedXof, difference, why }).trim();
}
