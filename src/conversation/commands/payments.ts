import type { Choice } from '../../../flows/flow.ts';
import type { PayCommands } from '../../../flows/money/pay.ts';
import { clockAt, dayAt } from '../../domain/calendar/day.ts';
import { askPayment } from '../../domain/payments/ask-payment.ts';
import { askedInVain } from '../../domain/payments/asked-in-vain.ts';
import { creditXof } from '../../domain/payments/client-balance.ts';
import { useCredit } from '../../domain/payments/client-credit.ts';
import { listDebts } from '../../domain/payments/list-debts.ts';
import { offerPayment, waitingFor, type PaymentOffer, type Waiting } from '../../domain/payments/offer-payment.ts';
import { dropPayment, watchPayment } from '../../domain/payments/watch-payment.ts';
import type { Way } from '../../domain/payments/ways-to-pay.ts';
import { payAtCounter } from '../../domain/shop/pay-at-counter.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import { grouped } from '../../domain/money/xof.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { canonicalPhone, displayPhone } from '../../phone.ts';
import { modeNamed, modesOf } from '../../providers/fedapay/modes.ts';
import { clientWork, whoBuys } from './client-work.ts';
import { ownOrderWork } from './own-order.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import type { Handlers } from './handlers.ts';

export const paymentCommands: Handlers<Omit<PayCommands, 'order.findOwn'>> = {
  'pay.debts': async (scope) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const debts = await listDebts(scope.db, scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map(({ id }) => id));
    return { debts: debts.length === 0 ? [] : [...debts.map(({ orderId, seq, description, dueXof }): Choice => ({ id: orderId, label: linesOf([shortNumber(seq), description], LINE_CHARS - AMOUNT_CHARS, `${grouped(dueXof)}F`) })), { id: 'again' }] };
  },

  'pay.offer': (scope, { orderId, tenantId, wanted: { amount, said, deposit, phone } }) => ownOrderWork(scope, { orderId, tenantId }, async (business, clientId) => {
    const { who } = scope;
    const payer = phone === undefined ? who.phone : canonicalPhone(phone, business.country);
    if (payer === undefined) return { refused: 'phone' };
    const amountXof = said === undefined ? amount : readAmount(said);
    if (said !== undefined && amountXof === undefined) return { refused: 'unread' };
    const offered = await offerPayment(business, { orderId, amountXof, deposit, phone: payer }, modesOf);
    if ('refused' in offered) return refusal(offered);
    const { dueXof, depositXof, open, ways, isWhole } = offered;
    const credit = paysOnline(ways) ? payableBy(await creditXof(business, clientId), offered) : 0;
    return {
      offer: {
        due: dueXof, deposit: depositXof, amount: offered.amountXof, open, phone: payer ?? '', phoneShown: payer === null ? '' : displayPhone(payer, business.country),
        // On USSD the call ends with the request: it is said once more what will be asked, and from whom.
        brief: who.channel !== 'ussd', code: scope.voice.serviceCode, credit,
      },
      ways: [...(credit > 0 ? [{ id: 'credit' }] : []), ...choicesOf(ways, isWhole)],
    };
  }),

  'pay.ask': (scope, { orderId, tenantId, amount, mode, phone }) => ownOrderWork(scope, { orderId, tenantId }, async (business) => {
    const { who: { contactId, phone: own }, letterId } = scope;
    if (mode !== 'link' && phone !== own && (await askedInVain(business, { orderId, phone })) >= IN_VAIN_MAX) return { refused: 'often' };
    const how = mode === 'link' ? { method: 'link' as const } : { method: 'push' as const, mode, phone };
    const asked = await askPayment(business, { orderId, amountXof: amount, ...how, contactId, key: `letter:${letterId}` });
    if (!('refused' in asked)) {
      scope.later.ringAt = asked.askedAt;
      return { paymentId: asked.paymentId };
    }
    return asked.refused === 'live' ? refusal({ ...asked, waiting: await waitingFor(business, orderId) }) : refusal(asked);
  }),

  'pay.counter': (scope, where) => ownOrderWork(scope, where, async (business) => {
    const agreed = await payAtCounter(business, where.orderId);
    return 'refused' in agreed ? agreed : { day: dayAt(agreed.until, business.timezone), time: clockAt(agreed.until, business.timezone) };
  }),
  'pay.credit': (scope, { amount, ...where }) => ownOrderWork(scope, where, async (business) => {
    const used = await useCredit(business, { orderId: where.orderId, amountXof: amount, key: `letter:${scope.letterId}` });
    return 'refused' in used ? refusal(used) : { remaining: used.credited.remaining };
  }),
  'pay.check': (scope, { tenantId, paymentId }) => clientWork(scope, tenantId, async (business) => (await watchPayment(business, paymentId, keyOf(scope.letterId))) ?? { refused: 'unknown' }),
  'pay.drop': (scope, { tenantId, paymentId }) => clientWork(scope, tenantId, async (business: Business) => ((await dropPayment(business, paymentId, keyOf(scope.letterId))) ? {} : { refused: 'settled' })),
};

/** Where a business has no account of its own, its staff takes the credit as it takes the money. */
const paysOnline = (ways: Way[]): boolean => ways.some(({ method }) => method === 'push' || method === 'link');

/** Goods are paid as a whole; of anything else the credit pays what it can. */
const payableBy = (creditXofs: number, { amountXof, isWhole }: PaymentOffer): number => (isWhole && creditXofs < amountXof ? 0 : Math.max(0, Math.min(creditXofs, amountXof)));

/** Whoever does not want to pay for somebody is not asked again and again. */
const IN_VAIN_MAX = 3;
/** « 12 500 000F » beside an order. */
const AMOUNT_CHARS = 12;
const keyOf = (letterId: number): string => `letter:${letterId}`;

type NotAsked = { refused: string; dueXof?: number; waiting?: Waiting | undefined };
function refusal({ refused, dueXof, waiting }: NotAsked) {
  if (waiting === undefined) return { refused, ...(dueXof === undefined ? {} : { due: dueXof }) };
  const { paymentId, amountXof, mode, method, stalled } = waiting;
  return { refused, fate: stalled ? 'stalled' : method === 'link' ? 'liveLink' : 'live', waiting: { paymentId, amount: amountXof, operator: mode === null ? '' : (modeNamed(mode)?.label ?? '') } };
}

/** None where the business has no account: it takes money itself. `isWhole`: goods, which are paid as a whole, and may be paid where they are. */
function choicesOf(ways: Way[], isWhole: boolean): Choice[] {
  const push = ways.flatMap((way) => (way.method === 'push' ? [{ id: way.mode, label: way.label }] : []));
  const link = ways.some(({ method }) => method === 'link') ? [{ id: 'link' }] : [];
  if (isWhole) return [...push, ...(push.length === 0 ? [] : [{ id: 'other' }]), ...link, { id: 'counter' }];
  return link.length + push.length === 0 ? [] : [...push, ...(push.length === 0 ? [] : [{ id: 'other' }]), { id: 'part' }, ...link];
}
