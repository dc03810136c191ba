import type { Choice } from '../../../flows/flow.ts';
import type { DictationCommands } from '../../../flows/tailoring/dictation.ts';
import type { TailoredOrderCommands } from '../../../flows/tailoring/tailored-order.ts';
import { dayAt, type Day } from '../../domain/calendar/day.ts';
import type { Urgency } from '../../domain/calendar/working-days.ts';
import { listGarments } from '../../domain/catalogue/list-garments.ts';
import type { Garment } from '../../domain/catalogue/garment.ts';
import { dayWanted, URGENCIES } from '../../domain/orders/day-wanted.ts';
import { orderGarment, type Agreed } from '../../domain/orders/order-garment.ts';
import { priceOf, type Offer } from '../../domain/orders/price-of.ts';
import { readFabricAndDay, readWhen } from '../../domain/spoken/fabric-and-day.ts';
import { sellersAmong } from '../../domain/shop/list-goods.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { findWorkshop, workshopsAmong, type Workshop } from '../../domain/tenants/find-workshop.ts';
import type { Scope } from '../../scope.ts';
import { clientWork, whoBuys } from './client-work.ts';
import type { Handlers } from './handlers.ts';
import { wordsFor } from './wording.ts';

type OrderCommands = Omit<TailoredOrderCommands, keyof DictationCommands | 'measures.ways'>;

export const tailoredOrderCommands: Handlers<OrderCommands> = {
  'shop.list': async (scope) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const known = scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map(({ tenantId }) => tenantId);
    const shops = known.length === 0 ? [] : await workshopsAmong(scope.db, known);
    // The printed key of « code » is 3: who knows more workshops finds it below them.
    return { shops: [...shops.map(choiceOf), shops.length > 2 ? { id: 'code' } : { id: 'code', key: '3' }] };
  },

  'shop.enter': async (scope, { code, tenantId }) => {
    const found = await findWorkshop(scope.db, code === '' ? { tenantId } : { code });
    if ('workshop' in found) {
      const { workshop: { tenantId: id, name }, sews } = found;
      const sells = (await sellersAmong(scope.db, [id])).length > 0;
      if (sews) return enter(scope, found.workshop, sells);
      return sells ? { refused: 'sells', tenantId: id } : { refused: 'notSewing', near: [{ id: 'code' }], name };
    }
    const near = 'near' in found ? found.near.map(choiceOf) : [];
    return { refused: found.refused, near: [...near, { id: 'code' }], name: 'name' in found ? found.name : code.trim().slice(0, CODE_SHOWN_CHARS) };
  },

  'order.file': async ({ desk: { letter } }) => {
    if (letter === null || letter.content.type !== 'media') return { refused: 'nothing' };
    const { caption } = letter.content.media;
    return { file: { eventId: letter.id, ...(caption === undefined ? {} : { caption }) } };
  },

  'order.days': (scope, { tenantId, garmentId }) => clientWork(scope, tenantId, async (business) => {
    const days: Partial<Record<Urgency, Day>> = {};
    for (const urgency of URGENCIES) {
      const offer = await priceOf(business, { ...typeOf(garmentId), urgency });
      if ('refused' in offer) return { refused: offer.refused === 'full' ? 'busy' : 'gone' };
      // Who hurries for nothing is not offered it.
      if (!Object.values(days).includes(offer.promisedOn)) days[urgency] = offer.promisedOn;
    }
    return { days, whens: Object.keys(days).map((id) => ({ id })) };
  }),

  'order.want': (scope, { tenantId, garmentId, described, urgency, said, fabric }) => clientWork(scope, tenantId, async (business) => {
    const wanted = wantedIn(business, { urgency, said, fabric });
    if ('refused' in wanted) return wanted;
    const chosen = await chosenOf(business, typeOf(garmentId), wanted);
    if ('refused' in chosen) return { ...chosen, fabric: wanted.fabric };
    const { offer } = chosen;
    return { ...shown(business, offer), urgency: chosen.urgency, fabric: wanted.fabric, garment: described || offer.garment, said: wanted.said };
  }),

  'order.place': (scope, { tenantId, garmentId, garment, key, urgency, fabric, day, total, deposit, shownAt, measureId, files }) => clientWork(scope, tenantId, async (business, clientId) => {
    const placed = await orderGarment(business, {
      clientId, key, garment, ...typeOf(garmentId), urgency: urgency as Urgency, fabricBy: fabric as Agreed['fabricBy'], promisedOn: day as Day, shownAt: new Date(shownAt), media: files,
      ...(total === null ? {} : { totalXof: total, depositXof: deposit }), ...(measureId === '' ? {} : { measureId }),
    });
    if ('refused' in placed) return 'offer' in placed ? { refused: placed.refused, ...shown(business, placed.offer) } : { refused: placed.refused };
    return { number: shortNumber(placed.seq), order: { seq: placed.seq, year: placed.year } };
  }),
};

const CODE_SHOWN_CHARS = 12;

const choiceOf = ({ code, name }: Workshop): Choice => ({ id: code, label: name });
const typeOf = (garmentId: string): { garmentTypeId?: string } => (garmentId === '' ? {} : { garmentTypeId: garmentId });

/** In a workshop: what it sews, and the name of the order that is begun now. */
const enter = (scope: Scope, { tenantId, name }: Workshop, sells: boolean) => clientWork(scope, tenantId, async (business) => {
  const garments = await listGarments(business);
  return { channel: scope.who.channel, tenantId, business: name, garments: [...garments.map((each) => garmentChoice(each, scope)), { id: 'other' }], key: `letter:${scope.letterId}`, sells };
});

/** Its price stands below its name where there is room for that. */
const garmentChoice = ({ garmentId, name, priceXof }: Garment, scope: Scope): Choice => ({ id: garmentId, label: name, ...(priceXof === null || scope.who.channel !== 'whatsapp' ? {} : { hint: wordsFor(scope)('garments.costs', { price: priceXof }) }) });

const shown = ({ now }: Business, { promisedOn, totalXof, depositXof }: Offer) => ({ day: promisedOn as string, total: totalXof ?? null, deposit: depositXof ?? 0, shownAt: now.toISOString() });

type Said = { urgency: string; said: string; fabric: string };
type Wanted = { fabric: string; said: string } & ({ urgency: Urgency } | { day: Day });

/** The fabric and the day as they were said: picked, written alone, or both in one answer. */
function wantedIn({ now, timezone }: Business, { urgency, said, fabric }: Said): Wanted | { refused: 'fabric' | 'unread'; fabric?: string } {
  if (said === '') return { fabric, said, urgency: urgency as Urgency };
  const today = dayAt(now, timezone);
  if (fabric !== '') {
    const read = readWhen(said, today);
    return read === undefined ? { refused: 'unread' } : { fabric, said: '', ...read };
  }
  const read = readFabricAndDay(said, today);
  if (read === undefined) return { refused: 'fabric' };
  const { fabricBy, ...when } = read;
  return 'unread' in when ? { refused: 'unread', fabric: fabricBy } : { fabric: fabricBy, said: '', ...when };
}

async function chosenOf(business: Business, type: { garmentTypeId?: string }, wanted: Wanted) {
  if ('day' in wanted) {
    const chosen = await dayWanted(business, { ...type, day: wanted.day });
    if (!('refused' in chosen)) return chosen;
    return { refused: chosen.refused === 'unknown' ? 'gone' : chosen.refused === 'full' ? 'busy' : chosen.refused, ...('soonest' in chosen ? { soonest: chosen.soonest as string } : {}) };
  }
  const offer = await priceOf(business, { ...type, urgency: wanted.urgency });
  return 'refused' in offer ? { refused: offer.refused === 'full' ? 'busy' : 'gone' } : { urgency: wanted.urgency, offer };
}
