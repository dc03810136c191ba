import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { balanceXof, type Account } from '../../../src/domain/money/ledger.ts';
import { cancelOrder } from '../../../src/domain/orders/cancel-order.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { applySeen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import { recordRefundPaid, undoRefundPaid, type PaidHow } from '../../../src/domain/payments/pay-refund.ts';
import { agreeRefund, askRefund, refuseRefund } from '../../../src/domain/payments/refunds.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import { openShop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let letters = 0;
beforeAll(async () => {
  shop = await openShop({ depositPct: 50 });
  await shop.db.paymentAccount.create({ data: { tenantId: shop.tenantId, ref: 'SHOP', provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'live', createdAt: shop.now } });
});
afterAll(() => shop.close());

const key = () => `owed:${(letters += 1)}`;
const balance = (account: Account) => shop.as({}, ({ db, id }) => balanceXof(db, id, account));
const orderOf = (id: string) => shop.db.order.findUniqueOrThrow({ where: { id } });
const refundsOf = (where: { orderId?: string; paymentId?: string }) => shop.db.refund.findMany({ where, orderBy: { id: 'asc' } });
const later = (minutes: number) => new Date(shop.now.getTime() + minutes * 60_000);

async function confirmed(): Promise<string> {
  const orderId = await shop.place();
  await shop.as({}, (business) => confirmOrder(business, orderId, { force: 'test' }));
  return orderId;
}
async function taken(orderId: string, amountXof: number): Promise<string> {
  const answer = await shop.as({ role: 'staff' }, (business) => takeMoney(business, { orderId, amountXof, how: 'cash', key: key() }));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.paymentId;
}
async function seen(orderId: string, amountXof: number, status: 'approved' | 'refunded', paymentId?: string): Promise<string> {
  const asked = paymentId === undefined ? await shop.as({}, (business) => askPayment(business, { orderId, amountXof: 12_500, method: 'push', key: key() })) : { paymentId };
  if (!('paymentId' in asked)) throw new Error('not asked');
  await shop.as({ role: 'system' }, (business) => applySeen(business, asked.paymentId, { key: key(), status, amountXof, source: 'poll' }));
  return asked.paymentId;
}
const cancel = (orderId: string) => shop.as({}, (business) => cancelOrder(business, orderId, 'plus de tissu'));
const agree = (refundId: string, partXof?: number) => shop.as({}, (business) => agreeRefund(business, refundId, partXof));
const pay = (refundId: string, how: PaidHow, now = shop.now) => shop.as({ now }, (business) => recordRefundPaid(business, refundId, { how, reference: ' MP26.1042 ' }));
const want = (orderId: string, amountXof: number) => shop.as({ role: 'client', actor: 'client:awa' }, (business) => askRefund(business, { clientId: shop.clientId, orderId, amountXof, reason: 'trop tard' }));

describe('E13 · what is owed waits for the owner by itself', () => {
  test('the money of an order that is cancelled, once, whoever asked before', async () => {
    const orderId = await confirmed();
    await taken(orderId, 12_500);
    await want(orderId, 5_000);
    await cancel(orderId);
    expect(await refundsOf({ orderId })).toMatchObject([{ amountXof: 5_000n, reason: 'trop tard', askedBy: 'client:awa' }, { amountXof: 7_500n, reason: 'cancelled', askedBy: 'system' }]);
    expect(await want(orderId, 1)).toMatchObject({ refused: 'asked' });
  });

  test('E10, E11 · money that came too late, or beyond what was due, each payment a row of its own', async () => {
    const given = await confirmed();
    const late = await shop.as({}, (business) => askPayment(business, { orderId: given, amountXof: 12_500, method: 'push', key: key() }));
    await cancel(given);
    const lateId = 'paymentId' in late ? late.paymentId : '';
    await seen(given, 12_500, 'approved', lateId);
    await shop.as({ role: 'system' }, (business) => applySeen(business, lateId, { key: key(), status: 'approved', amountXof: 12_500, source: 'webhook' }));
    expect(await refundsOf({ paymentId: lateId })).toMatchObject([{ orderId: null, amountXof: 12_500n, reason: 'late', status: 'asked' }]);

    const more = await seen(await confirmed(), 30_000, 'approved');
    expect(await refundsOf({ paymentId: more })).toMatchObject([{ orderId: null, amountXof: 5_000n, reason: 'tooMuch', status: 'asked' }]);
  });

  test('an order on which nothing was paid owes nothing', async () => {
    const orderId = await confirmed();
    await cancel(orderId);
    expect(await refundsOf({ orderId })).toEqual([]);
  });

  test('money that was noted by mistake is not given back, whoever asked for it', async () => {
    const orderId = await confirmed();
    await taken(orderId, 5_000);
    const mistake = await taken(orderId, 7_500);
    await want(orderId, 12_500);
    await shop.as({}, (business) => undoTake(business, mistake, 'amount'));
    expect(await refundsOf({ orderId })).toMatchObject([{ amountXof: 5_000n, status: 'asked' }]);
  });
});

describe('E13 · the owner answers', () => {
  async function asked(amountXof = 12_500): Promise<{ orderId: string; refundId: string }> {
    const orderId = await confirmed();
    await taken(orderId, 12_500);
    const answer = await want(orderId, amountXof);
    if (!('refundId' in answer)) throw new Error('not asked');
    return { orderId, refundId: answer.refundId };
  }

  test('yes to a part: the rest stays on the order, and the client is told both', async () => {
    const { orderId, refundId } = await asked();
    expect(await agree(refundId, 12_501)).toEqual({ refused: 'tooMuch' });
    const told = await shop.as({}, async (business) => {
      await agreeRefund(business, refundId, 5_000);
      return business.notices;
    });
    expect(told).toMatchObject([{ what: 'refundAgreedPart', values: { amount: 5_000, wanted: 12_500 } }]);
    expect([(await orderOf(orderId)).paidXof, await balance(`order:${orderId}`), await balance(`refund:${refundId}`)]).toEqual([7_500n, 7_500, 5_000]);
  });

  test('no, with a reason: the money stays, the client is told why, and the answer stands', async () => {
    const { orderId, refundId } = await asked();
    const refuse = (reason: string, role: 'owner' | 'staff' = 'owner') => shop.as({ role }, async (business) => ({ answer: await refuseRefund(business, refundId, reason), notices: business.notices }));
    expect(await refuse('non', 'staff')).toMatchObject({ answer: { refused: 'notYours' } });
    expect(await refuse('no')).toMatchObject({ answer: { refused: 'noReason' } });
    expect(await refuse('le tissu est coupé')).toMatchObject({ answer: {}, notices: [{ to: { clientId: shop.clientId }, what: 'refundRefused', values: { reason: 'le tissu est coupé' } }] });
    expect(await agree(refundId)).toEqual({ refused: 'unknown' });
    expect((await orderOf(orderId)).paidXof).toBe(12_500n);
    expect(await shop.historyOf(orderId)).toContainEqual(expect.stringContaining('refundRefused 12500 member:owner whatsapp le tissu est coupé'));
  });

  test.each<[PaidHow, Account | 'client', string]>([['cash', 'cash', 'refundPaid'], ['declared', 'declared', 'refundPaidMomo'], ['credit', 'client', 'refundPaidCredit']])('given back as %s: once, by two at once too, and told', async (how, account, what) => {
    const { refundId } = await asked();
    await agree(refundId);
    const of: Account = account === 'client' ? `client:${shop.clientId}` : account;
    const before = await balance(of);
    const answers = await Promise.all([1, 2, 3].map(() => shop.as({ role: 'staff' }, async (business) => ({ answer: await recordRefundPaid(business, refundId, { how, reference: 'MP26.1042' }), notices: business.notices }))));
    expect(answers.filter(({ answer }) => 'amountXof' in answer)).toMatchObject([{ notices: [{ what, to: { clientId: shop.clientId } }] }]);
    expect([(await balance(of)) - before, await balance(`refund:${refundId}`)]).toEqual([12_500, 0]);
    expect(await shop.db.refund.findUniqueOrThrow({ where: { id: refundId } })).toMatchObject({ status: 'paid', paidHow: how, paidRef: 'MP26.1042' });
  });

  test('it was not given back after all: within a quarter of an hour it waits again, and is given back once more', async () => {
    const { refundId } = await asked();
    await agree(refundId);
    const cash = await balance('cash');
    await pay(refundId, 'cash');
    const undo = (minutes: number, id = refundId) => shop.as({ now: later(minutes) }, (business) => undoRefundPaid(business, id));
    expect(await undo(16)).toEqual({ refused: 'late' });
    const undone = await undo(14);
    if (!('refundId' in undone)) throw new Error('not undone');
    expect(await undo(14)).toEqual({ refused: 'unknown' });
    expect([await balance('cash'), await balance(`refund:${undone.refundId}`), await balance(`refund:${refundId}`)]).toEqual([cash, 12_500, 0]);
    expect(await pay(undone.refundId, 'declared')).toEqual({ amountXof: 12_500 });
    expect(await balance(`refund:${undone.refundId}`)).toBe(0);
  });

  test('kept as credit and spent since, it is not taken back', async () => {
    const { refundId } = await asked();
    await agree(refundId);
    await pay(refundId, 'credit');
    const credit = await balance(`client:${shop.clientId}`);
    const spent = await shop.db.refund.create({ data: { tenantId: shop.tenantId, clientId: shop.clientId, amountXof: BigInt(credit - 1), reason: 'test', status: 'asked', askedBy: 'test', createdAt: shop.now } });
    await agree(spent.id);
    expect(await shop.as({}, (business) => undoRefundPaid(business, refundId))).toEqual({ refused: 'gone' });
  });

  test('at the provider, before any yes here: what was asked is settled; less than was agreed leaves the rest to be given back', async () => {
    const alone = await confirmed();
    const payment = await seen(alone, 12_500, 'approved');
    await want(alone, 12_500);
    await seen(alone, 12_500, 'refunded', payment);
    expect(await refundsOf({ orderId: alone })).toMatchObject([{ status: 'paid', paidHow: 'provider' }]);

    const both = await confirmed();
    const online = await seen(both, 12_500, 'approved');
    await taken(both, 12_500);
    await want(both, 25_000);
    const [wanted] = await refundsOf({ orderId: both });
    await agree(wanted?.id ?? '');
    await seen(both, 12_500, 'refunded', online);
    expect(await refundsOf({ orderId: both })).toMatchObject([{ status: 'agreed', amountXof: 12_500n }]);
    expect(await balance(`refund:${wanted?.id ?? ''}`)).toBe(12_500);
  });
});
