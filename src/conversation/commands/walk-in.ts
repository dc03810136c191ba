import type { WalkInCommands, WalkInDraft } from '../../../flows/tailoring/walk-in.ts';
import type { WhoCame } from '../../../flows/who-came.ts';
import { dayAt, type Day } from '../../domain/calendar/day.ts';
import { isWorkingDay, orNextWorkingDay } from '../../domain/calendar/working-days.ts';
import { listGarments } from '../../domain/catalogue/list-garments.ts';
import { addWalkIn, type WalkIn } from '../../domain/clients/add-walk-in.ts';
import { lookUpPhone } from '../../domain/clients/look-up-phone.ts';
import { findProfiles } from '../../domain/measures/find-profiles.ts';
import { OWN } from '../../domain/measures/label-of.ts';
import { doubtsIn } from '../../domain/measures/measures.ts';
import { readMeasures } from '../../domain/measures/read-measures.ts';
import { saveMeasures } from '../../domain/measures/save-measures.ts';
import { firstFreeDay, hasRoom, loadIn } from '../../domain/orders/capacity.ts';
import { holdOrder } from '../../domain/orders/change-status.ts';
import { confirmOrder } from '../../domain/orders/confirm-order.ts';
import { placeOrder } from '../../domain/orders/place-order.ts';
import { priceOf } from '../../domain/orders/price-of.ts';
import { tellQuote } from '../../domain/orders/quote-order.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import { initialsOf } from '../../domain/identity/finish-erasing.ts';
import { readDay } from '../../domain/spoken/day.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { workCalendar } from '../../domain/tenants/work-calendar.ts';
import { displayPhone } from '../../phone.ts';
import type { Refused, Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { staffWork, whoMay } from './staff-work.ts';

/** The most that a row to tap shows. */
const ROW_CHARS = 24;

export const walkInCommands: Handlers<WalkInCommands> = {
  'walkIn.phone': async (scope, { text }) => {
    const allowed = whoMay(scope, 'client.add');
    if (!('member' in allowed)) return allowed;
    const found = await lookUpPhone(scope.db, allowed.member.tenantId, text);
    if ('refused' in found) return found;
    // Who was never here says themselves who they are: any number could be tried.
    const persons = found.persons.map(({ personId, name, clientId }) => ({ id: personId, label: (clientId === null ? initialsOf(name) : name).slice(0, ROW_CHARS) }));
    return { phone: found.phone, shown: displayPhone(found.phone), renewed: found.renewed, persons: persons.length === 0 ? [] : [...persons, { id: 'another' }] };
  },
  'walkIn.garments': (scope) => staffWork(scope, 'order.enter', async (business) => {
    const garments = await listGarments(business);
    return garments.length === 0 ? { refused: 'noGarment' } : { garments: garments.map(({ garmentId, name }) => ({ id: garmentId, label: name.slice(0, ROW_CHARS) })) };
  }),
  'walkIn.garment': (scope, { draft }) => staffWork(scope, 'order.enter', async (business) => {
    const garment = await garmentOf(business, draft.garmentTypeId);
    if (garment === undefined) return { refused: 'unknown' };
    const { name, measureKeys } = garment;
    const wanted = measureKeys.map((key) => nameOf(scope, key)).join(', ');
    if (measureKeys.length === 0) return { garment: name, measures: 'none', taken: '', kept: '', wanted };
    const known = (await profileOf(business, draft))?.last;
    return known === undefined ? { garment: name, measures: 'new', taken: '', kept: '', wanted } : { garment: name, measures: 'known', taken: known.takenOn, kept: known.versionId, wanted };
  }),
  'walkIn.dictate': (scope, { text, garmentTypeId }) => staffWork(scope, 'order.enter', async (business) => {
    const { values, same, unread } = readMeasures(text, (await garmentOf(business, garmentTypeId))?.measureKeys ?? []);
    if (unread.length > 0 || Object.keys(values).length === 0) return { refused: 'unread' };
    const doubts = doubtsIn(values, {});
    if (doubts.length === 0) return { values, same };
    return { refused: 'doubt', values, same, spoken: doubts.map(({ key, value }) => `${nameOf(scope, key)} ${value / 10}`).join(', ') };
  }),
  'walkIn.offer': (scope, { draft: { garmentTypeId, urgency } }) => staffWork(scope, 'order.enter', async (business) => {
    const offer = await priceOf(business, { garmentTypeId, urgency });
    return 'refused' in offer ? offer : { scale: offer.totalXof ?? 0, day: offer.promisedOn, shownAt: business.now.toISOString() };
  }),
  'walkIn.price': async (_scope, { text }) => {
    const price = readAmount(text);
    return price === undefined ? { refused: 'unread' } : { price };
  },
  'walkIn.day': (scope, { text }) => staffWork(scope, 'order.enter', async (business) => {
    const today = dayAt(business.now, business.timezone);
    const said = readDay(text, today);
    if (said === undefined) return { refused: 'unread' };
    if (said.day <= today) return { refused: 'past' };
    if (!isWorkingDay(said.day, await workCalendar(business, today))) return { refused: 'shut' };
    return said.rolls === true ? { refused: 'rolls', day: said.day } : { day: said.day };
  }),
  'walkIn.week': (scope, { draft }) => staffWork(scope, 'order.enter', (business) => weekOf(business, draft)),
  'walkIn.place': (scope, { draft }) => place(scope, draft),
  'walkIn.confirm': (scope, { orderId }) => staffWork(scope, 'order.enter', async (business) => {
    const confirmed = await confirmOrder(business, orderId);
    return 'refused' in confirmed ? { refused: confirmed.refused } : {};
  }),
};

const garmentOf = async (business: Business, id: string) => (await listGarments(business)).find(({ garmentId }) => garmentId === id);
const nameOf = ({ voice, who }: Scope, key: string): string => voice.texts.t(`walkIn.measure.${key}`, { lng: who.language });

async function profileOf(business: Business, { personId, clientId }: WalkInDraft) {
  const client = personId === '' ? null : await business.db.client.findFirst({ where: { personId }, select: { id: true } });
  const id = clientId === '' ? client?.id : clientId;
  return id === undefined ? undefined : (await findProfiles(business, id)).find(({ label }) => label === OWN);
}

async function weekOf(business: Business, { day: said, garmentTypeId }: WalkInDraft) {
  const day = said as Day;
  const points = (await garmentOf(business, garmentTypeId))?.points ?? 1;
  const room = await hasRoom(business, day, points);
  const calendar = await workCalendar(business, dayAt(business.now, business.timezone));
  const free = room ? day : ((await firstFreeDay(business, day, points, calendar)) ?? orNextWorkingDay(day, calendar));
  return { load: await loadIn(business, day), most: String(business.settings.capacityPerWeek ?? '-'), room, freeOn: free ?? day };
}

/** Who it is lies outside the walls of the business, and the order inside: one transaction carries both. */
async function place(scope: Scope, draft: WalkInDraft) {
  const allowed = whoMay(scope, draft.force === '' ? 'order.enter' : 'order.force');
  if (!('member' in allowed)) return allowed;
  const { member, acting } = allowed;
  const checked = await staffWork(scope, 'order.enter', (business) => holdsStill(business, draft));
  if ('needs' in checked || 'refused' in checked) return checked;
  const entered = draft.clientId === '' ? await addWalkIn(scope.db, member.tenantId, acting, whoOf(draft)) : draft;
  if ('refused' in entered) return { refused: 'person' } as const;
  return staffWork(scope, 'order.enter', (business) => enter(business, entered.clientId, draft));
}

export const whoOf = ({ phone, personId, name, another }: WhoCame): WalkIn => ({ ...(phone === '' ? {} : { phone }), ...(personId === '' ? { name, another } : { personId }) });

/** What was shown is a promise, but for a price that was changed since. */
async function holdsStill(business: Business, draft: WalkInDraft): Promise<object | (Refused<'stale' | 'full' | 'unknown'> & { price?: number; shownAt?: string })> {
  const offer = await priceOf(business, { garmentTypeId: draft.garmentTypeId, urgency: draft.urgency, shownAt: new Date(draft.shownAt) });
  if ('refused' in offer) return { refused: 'unknown' };
  if (draft.price > 0 && draft.price === draft.scale && offer.totalXof !== undefined && offer.totalXof !== draft.price) return { refused: 'stale', price: offer.totalXof, shownAt: business.now.toISOString() };
  return draft.force === '' && !(await hasRoom(business, draft.day as Day, offer.points)) ? { refused: 'full' } : {};
}

/** The version that the garment is cut from: of today, or the one that was kept. */
async function measuredFor(business: Business, clientId: string, { values, same, measureId }: WalkInDraft): Promise<string> {
  if (Object.keys(values).length === 0) return measureId;
  const saved = await saveMeasures(business, { clientId, label: OWN, values, same, sure: true, source: 'tape' });
  return 'versionId' in saved ? saved.versionId : '';
}

async function enter(business: Business, clientId: string, draft: WalkInDraft) {
  const garment = await garmentOf(business, draft.garmentTypeId);
  if (garment === undefined) return { refused: 'unknown' } as const;
  const measureId = await measuredFor(business, clientId, draft);
  const placed = await placeOrder(business, {
    clientId, garmentTypeId: garment.garmentId, garment: garment.name, points: garment.points, urgency: draft.urgency, fabricBy: 'client', promisedOn: draft.day as Day, source: 'walk-in',
    ...(draft.price > 0 ? { totalXof: draft.price } : {}), ...(draft.force === '' ? {} : { force: draft.force }), ...(measureId === '' ? {} : { measureId }),
  });
  if ('refused' in placed) return { refused: 'past' } as const;
  const about = { orderId: placed.orderId, number: shortNumber(placed.seq) };
  if (draft.price === 0) return { ...about, then: 'unpriced' as const };
  if (draft.phone === '') return { ...about, then: 'paper' as const };
  const order = await holdOrder(business, placed.orderId);
  if (order !== null) tellQuote(business, order);
  return { ...about, then: 'sent' as const };
}
