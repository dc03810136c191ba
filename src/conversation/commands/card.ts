import type { CardCommands, OrderCard } from '../../../flows/tailoring/card.ts';
import type { OrderStatus } from '../../domain/orders/lifecycle.ts';
import { MOVES, moveOrder, type Move } from '../../domain/orders/move-order.ts';
import { seeOrder, type SeenOrder } from '../../domain/orders/see-order.ts';
import { assignOrder, listSewers, reportProblem } from '../../domain/orders/tasks.ts';
import { fullNumber, shortNumber } from '../../domain/spoken/order-number.ts';
import { shortLink } from '../../domain/tenants/short-link.ts';
import { displayPhone } from '../../phone.ts';
import { may, type Act } from '../acts.ts';
import type { Handlers } from './handlers.ts';
import { staffWork, type Member } from './staff-work.ts';
import { wordsFor } from './wording.ts';

type Deed = { id: string; act: Act };
const deed = (id: string, act: Act): Deed => ({ id, act });
const [READY, DELIVER, LATE, STAGE, PHOTO, ASSIGN] = [deed('ready', 'order.ready'), deed('deliver', 'order.deliver'), deed('late', 'order.postpone'), deed('stage', 'order.stage'), deed('photo', 'order.attach'), deed('assign', 'order.assign')];
const PHOTOS = deed('photos', 'work.look');
const PRICE = deed('price', 'order.quote');
const PROBLEM = deed('problem', 'order.report');
const [START, HOLD, RESUME, FITTING, RETOUCH, CANCEL] = [deed('start', 'order.start'), deed('hold', 'order.hold'), deed('resume', 'order.hold'), deed('fitting', 'order.fit'), deed('retouch', 'order.fit'), deed('cancel', 'order.cancel')];

/** What is done with an order as it stands, the likeliest first. */
const DEEDS: Record<OrderStatus, Deed[]> = {
  quote: [PRICE, PHOTO, PHOTOS, CANCEL],
  confirmed: [START, LATE, PRICE, PHOTO, PHOTOS, ASSIGN, HOLD, CANCEL],
  in_progress: [STAGE, READY, LATE, PHOTO, PHOTOS, PROBLEM, ASSIGN, FITTING, HOLD, CANCEL],
  awaiting_payment: [CANCEL], preparing: [READY, DELIVER, CANCEL],
  fitting: [READY, RETOUCH, STAGE, LATE, PHOTO, PHOTOS, PROBLEM, ASSIGN, HOLD, CANCEL],
  ready: [DELIVER, RETOUCH, PHOTO, PHOTOS, CANCEL],
  on_hold: [RESUME, LATE, PHOTO, PHOTOS, ASSIGN, CANCEL],
  unclaimed: [DELIVER, PHOTOS, CANCEL],
  delivered: [PHOTO, PHOTOS], rejected: [PHOTOS], expired: [PHOTOS], cancelled: [PHOTOS],
};
/** What is done with goods: nothing of them is sewn. */
const OF_GOODS = ['ready', 'deliver', 'cancel'];
const ACT_OF: Record<Move, Act> = { start: 'order.start', hold: 'order.hold', resume: 'order.hold', fitting: 'order.fit', retouch: 'order.fit', cancel: 'order.cancel' };

export const cardCommands: Handlers<Omit<CardCommands, 'order.attach' | 'order.find'>> = {
  'card.see': (scope, { orderId }) => staffWork(scope, 'work.look', async (business, member) => {
    const seen = await seeOrder(business, orderId);
    if (seen === undefined) return { refused: 'unknown' } as const;
    const say = wordsFor(scope);
    const stages = seen.open.map((stage) => say(`stage.name.${stage}`)).join(', ');
    return { card: cardOf(seen, { member, stages, country: business.country }), acts: DEEDS[seen.status].filter(({ id, act }) => may(member, act) && (seen.kind === 'tailored' || OF_GOODS.includes(id)) && (id !== 'problem' || member.role !== 'owner') && (id !== 'photos' || seen.photos > 0)).map(({ id }) => ({ id })) };
  }),
  'card.files': (scope, { orderId }) => staffWork(scope, 'work.look', async (business) => ({ url: `${scope.publicUrl}${await shortLink(business, 'files', orderId)}` })),
  'card.sewers': (scope) => staffWork(scope, 'order.assign', async (business) => ({ sewers: (await listSewers(business)).map(({ memberId, name }) => ({ id: memberId, label: name.slice(0, NAME_CHARS).trim() })) })),
  'order.assign': (scope, { orderId, memberId }) => staffWork(scope, 'order.assign', (business) => assignOrder(business, orderId, memberId)),
  'order.move': async (scope, { orderId, act, reason }) => {
    const move = MOVES.find((each) => each === act);
    return move === undefined ? { refused: 'impossible' } : staffWork(scope, ACT_OF[move], (business) => moveOrder(business, orderId, move, reason));
  },
  'order.report': (scope, { orderId, words }) => staffWork(scope, 'order.report', (business) => reportProblem(business, orderId, words)),
};

function cardOf(seen: SeenOrder, { member, stages, country }: { member: Member; stages: string; country: string }): OrderCard {
  const { orderId, client, phone, description, status, told, promisedOn, totalXof, paidXof, measuredOn, photos, sewer } = seen;
  const total = totalXof ?? 0;
  return {
    orderId, number: shortNumber(seen.seq), full: fullNumber(seen), view: seen.kind === 'shop' ? 'shop' : may(member, 'order.deliver') ? 'whole' : 'work',
    client, phone: phone === null ? NOTHING : displayPhone(phone, country), what: description, status, state: status === 'ready' ? TOLD[told] : status, promised: promisedOn ?? NOTHING,
    money: totalXof === null ? 'unpriced' : 'priced', total, paid: paidXof, due: total - paidXof, measures: measuredOn === null ? 'none' : 'known', measured: measuredOn ?? NOTHING, photos, work: workOf(seen), open: stages, sewer,
  };
}

function workOf({ status, open, done, sewer }: SeenOrder): string {
  if (!TO_SEW.includes(status)) return 'over';
  if (open.length === 0) return done.length === 0 ? 'none' : 'done';
  return sewer === '' ? 'open' : 'openBy';
}

const TO_SEW: readonly OrderStatus[] = ['quote', 'confirmed', 'in_progress', 'fitting', 'on_hold'];
const NOTHING = '-';
/** A ready order, and what became of the message that says so. */
const TOLD: Record<SeenOrder['told'], string> = { nothing: 'ready', underWay: 'readyUnderWay', arrived: 'readyArrived', failed: 'readyFailed' };
/** As long as a row of a list. */
const NAME_CHARS = 24;
