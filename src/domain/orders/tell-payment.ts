import { xof } from '../money/xof.ts';
import type { Happening, PaymentRow } from '../payments/happening.ts';
import { linkReceipt } from '../payments/link-receipt.ts';
import { receiptNumber } from '../payments/receipt-number.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Notice } from '../tenants/notice.ts';

type Told = { order: { id: string; clientId: string; kind: string; status: string; number: string; totalXof: number; paidXof: number; depositXof: bigint }; payment: PaymentRow; values: Record<string, string | number> };
type Came = Extract<Happening, { to: 'approved' }>;

/** By card or Mobile Money, through the provider. */
const THROUGH_PROVIDER = ['push', 'link'];
const ROUND_XOF = 500;
/** A part that most can pay who could not pay it all. */
const PART = 0.4;

/** Why no money came, in the words of notices.json. */
const DECLINED: Record<string, string> = { insufficientFunds: 'declinedFunds', wrongPin: 'declinedPin', limit: 'declinedLimit', timeout: 'declinedTimeout', refusedByPerson: 'declinedByPerson' };
const FAILED: Record<string, string> = { account: 'failedAccount', phone: 'failedPhone', mode: 'failedPhone' };
/** How money in the hand is told, and money that somebody had with us. */
const TAKEN: Record<string, string> = { declared: 'paidDeclared', credit: 'paidWithCredit' };

/** Tells client and owner what became of a payment for an order: each thing once. */
export async function tellOrderPayment(business: Business, payment: PaymentRow, happening: Happening): Promise<void> {
  const order = await business.db.order.findUniqueOrThrow({ where: { id: payment.refId } });
  const number = shortNumber(order.seq);
  const told: Told = {
    payment, order: { ...order, number, totalXof: xof(order.totalXof ?? 0n), paidXof: xof(order.paidXof) },
    values: { business: business.name, number, amount: xof(payment.amountXof), what: order.description },
  };
  if (happening.to === 'approved') await tellCome(business, told, happening);
  else if (happening.to === 'refunded') tellClient(business, told, { what: 'refundSeen', values: { amount: happening.receivedXof } });
  else tellNotCome(business, told, happening);
}

async function tellCome(business: Business, told: Told, { receivedXof, credited, payer: other }: Came): Promise<void> {
  const { payment, order } = told;
  const values = { amount: receivedXof, remaining: credited.remaining, kept: credited.toClient, receipt: receiptNumber(credited.receipt).number, by: other?.name ?? '' };
  const line = `${order.number} ${business.code}`;
  const pay = credited.remaining > 0 ? [{ verb: 'pay', line: `payer ${line}` }] : [];
  if (isGone(told, credited)) return tellGone(business, told, values);
  tellClient(business, told, { what: wordsFor(payment, credited, other !== undefined), values, offers: [...pay, { verb: 'receipt', line: `facture ${line}` }, { verb: 'where', line: `ou est ${line}` }] });
  if (other !== undefined) await thankPayer(business, told, { values, phone: other.phone });
  if (isSeenByNobody(payment)) await tellStaff(business, told, { receivedXof, credited });
}

/** Nobody of the staff was there. */
const isSeenByNobody = ({ method, by }: PaymentRow): boolean => THROUGH_PROVIDER.includes(method) || (method === 'credit' && by.startsWith('client:'));

/** The goods of a cart were sold to others before its money came: whoever paid chooses, and both sides know. */
const isGone = ({ order }: Told, { toOrder }: Came['credited']): boolean => order.kind === 'shop' && toOrder === 0;
function tellGone(business: Business, told: Told, values: Told['values']): void {
  const line = `${told.order.number} ${business.code}`;
  tellClient(business, told, { what: 'paidGone', values, offers: [{ verb: 'askRefund', line: `remboursement ${line}` }, { verb: 'keepCredit', line: `commander ${business.code}` }] });
  tell(business, told, { to: { owners: true }, what: 'ownerPaidGone', values, offers: [{ verb: 'refund', line: `rembourser ${told.order.number}` }], about: 'owners' });
}

/** Whoever paid is no client of ours and can ask for nothing: the receipt itself comes with the thanks. */
async function thankPayer(business: Business, told: Told, { values, phone }: { values: Told['values']; phone: string }): Promise<void> {
  const paper = await linkReceipt(business, told.payment.id);
  tell(business, told, { to: { phone }, what: 'thanksPayer', values, about: 'payer', ...('refused' in paper ? {} : { document: paper }) });
}

/** To the order, to the client's credit, or to both. */
function wordsFor({ method }: PaymentRow, { toOrder, toClient, remaining }: Came['credited'], byAnother: boolean): string {
  if (toOrder === 0) return 'paidToCredit';
  if (toClient > 0) return 'paidMore';
  const taken = TAKEN[method];
  if (taken !== undefined) return taken;
  if (byAnother) return remaining > 0 ? 'paidBy' : 'paidAllBy';
  return remaining > 0 ? 'paid' : 'paidAll';
}

async function tellStaff(business: Business, told: Told, { receivedXof, credited }: Pick<Came, 'receivedXof' | 'credited'>): Promise<void> {
  const { payment, order } = told;
  const pct = order.totalXof === 0 ? 100 : Math.floor((order.paidXof * 100) / order.totalXof);
  const values = { amount: receivedXof, wanted: xof(payment.amountXof), pct, remaining: credited.remaining, kept: credited.toClient };
  const line = `${order.number} ${business.code}`;
  const isShop = order.kind === 'shop' && credited.toOrder > 0;
  const offers = [...(isShop ? [{ verb: 'ready', line: `pret ${line}` }] : []), { verb: 'where', line: `ou est ${line}` }];
  const refund = [{ verb: 'refund', line: `rembourser ${order.number}` }];
  const begins = order.paidXof === credited.toOrder && order.depositXof > 0n && order.status === 'in_progress';
  const what = credited.toOrder === 0 ? 'ownerPaidToCredit' : payment.method === 'credit' ? (isShop ? 'ownerShopCredit' : 'ownerCreditUsed') : isShop ? 'ownerShopPaid' : begins ? 'ownerNewPaid' : 'ownerPaid';
  tell(business, told, { to: { owners: true }, what, values, offers: what === 'ownerPaidToCredit' ? refund : offers, about: 'owners' });
  if (receivedXof !== xof(payment.amountXof)) tell(business, told, { to: { owners: true }, what: 'ownerAmountDiffers', values, ...(credited.toClient > 0 ? { offers: refund } : {}), about: 'differs' });
  const asker = await askerOf(business, payment);
  if (asker !== undefined) tell(business, told, { to: { memberId: asker }, what: 'ownerPaid', values, offers, about: 'asker' });
}

/** Who asked for it at the counter waits for it there; owners are told anyway. */
async function askerOf({ db }: Business, { by }: PaymentRow): Promise<string | undefined> {
  const [, id] = /^member:([\da-f-]{36})$/.exec(by) ?? [];
  return id === undefined ? undefined : (await db.member.findFirst({ where: { id, role: { not: 'owner' } }, select: { id: true } }))?.id;
}

function tellNotCome(business: Business, told: Told, { to, reason = '' }: Exclude<Happening, { to: 'approved' | 'refunded' }>): void {
  const { order, payment } = told;
  const what = to === 'expired' ? 'expired' : to === 'failed' ? (FAILED[reason] ?? 'failedLater') : to === 'declined' || to === 'canceled' ? (DECLINED[reason] ?? 'declined') : undefined;
  if (what === undefined) return;
  const amountXof = xof(payment.amountXof);
  const part = Math.floor((amountXof * PART) / ROUND_XOF) * ROUND_XOF;
  const again = (xofs: number) => `payer ${order.number} ${xofs} ${business.code}`;
  const inParts = part > 0 && order.kind !== 'shop'; // what was put in a cart leaves the shelf once all of it is paid
  const partly = what === 'declinedFunds' && inParts ? [{ verb: 'payPart', line: again(part) }] : [];
  const offers = what === 'failedAccount' ? [] : [...partly, { verb: 'retry', line: again(amountXof) }];
  tellClient(business, told, { what: what === 'declinedFunds' && !inParts ? 'declinedFundsAll' : what, values: { part }, offers });
  if (what === 'failedAccount') tell(business, told, { to: { owners: true }, what: 'ownerAccountFails', values: {}, about: 'account' });
}

type Words = Pick<Notice, 'what' | 'offers' | 'document'> & { values: Record<string, string | number> };

const tellClient = (business: Business, told: Told, words: Words): void => tell(business, told, { ...words, to: { clientId: told.order.clientId }, about: 'client' });

function tell({ notices }: Business, { payment, values: known }: Told, { to, what, values, about, ...rest }: Words & Pick<Notice, 'to'> & { about: string }): void {
  notices.push({ key: `payment:${payment.id}:${about}:${what}`, to, what, purpose: 'payment', values: { ...known, ...values }, ...rest });
}
