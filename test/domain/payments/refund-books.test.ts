import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balanceXof, type Account } from '../../../src/domain/money/ledger.ts';
import { cancelOrder } from '../../../src/domain/orders/cancel-order.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { applySeen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import { useCredit } from '../../../src/domain/payments/client-credit.ts';
import { PAID_HOW, recordRefundPaid, undoRefundPaid, type PaidHow } from '../../../src/domain/payments/pay-refund.ts';
import { agreeRefund, askRefund, refuseRefund } from '../../../src/domain/payments/refunds.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import type { Business } from '../../../src/domain/tenants/business.ts';
import { openAnother, openShop } from '../orders/shop.ts';

type Act =
  | { do: 'take' | 'seen' | 'want' | 'wantCredit' | 'useCredit'; order: number; xof: number }
  | { do: 'cancel'; order: number }
  | { do: 'undo' | 'refuse' | 'unpay' | 'givenBack'; nth: number }
  | { do: 'agree'; nth: number; part: number }
  | { do: 'pay'; nth: number; how: PaidHow };

const xofs = fc.constantFrom(1, 5_000, 12_500, 20_000, 25_000, 30_000);
const order = fc.nat({ max: 1 });
const nth = fc.nat({ max: 3 });
const acts: fc.Arbitrary<Act[]> = fc.array(fc.oneof(
  fc.record({ do: fc.constantFrom('take' as const, 'seen' as const, 'want' as const, 'wantCredit' as const, 'useCredit' as const), order, xof: xofs }),
  fc.record({ do: fc.constant('cancel' as const), order }),
  fc.record({ do: fc.constantFrom('undo' as const, 'refuse' as const, 'unpay' as const, 'givenBack' as const), nth }),
  fc.record({ do: fc.constant('agree' as const), nth, part: fc.constantFrom(0, 1, 5_000) }),
  fc.record({ do: fc.constant('pay' as const), nth, how: fc.constantFrom(...PAID_HOW) }),
), { minLength: 4, maxLength: 14 });

type Shop = Awaited<ReturnType<typeof openShop>>;

let base: Awaited<ReturnType<typeof openShop>>;
let letters = 0;
beforeAll(async () => (base = await openShop()));
afterAll(() => base.close());

const key = () => `books:${(letters += 1)}`;

async function orderIn(shop: Shop): Promise<string> {
  const orderId = await shop.place();
  await shop.as({}, (business) => confirmOrder(business, orderId, { force: 'test' }));
  return orderId;
}

async function play(shop: Shop, orders: string[], act: Act): Promise<unknown> {
  const orderId = orders['order' in act ? act.order : 0] ?? '';
  const { clientId } = shop;
  const refund = async (status: string, at: number): Promise<string> => (await shop.db.refund.findMany({ where: { tenantId: shop.tenantId, status }, orderBy: { id: 'asc' } }))[at]?.id ?? shop.nobody;
  const taken = async (at: number): Promise<string> => (await shop.db.payment.findMany({ where: { tenantId: shop.tenantId, method: { in: ['cash', 'credit'] }, status: 'approved' }, orderBy: { id: 'asc' } }))[at]?.id ?? shop.nobody;
  const as = (work: (business: Business) => Promise<unknown>, role: 'owner' | 'client' | 'system' = 'owner') => shop.as({ role }, work);
  switch (act.do) {
    case 'take': return as((business) => takeMoney(business, { orderId, amountXof: act.xof, how: 'cash', key: key() }));
    case 'undo': { const id = await taken(act.nth); return as((business) => undoTake(business, id, 'amount')); }
    case 'cancel': return as((business) => cancelOrder(business, orderId, 'test'));
    case 'want': return as((business) => askRefund(business, { clientId, orderId, amountXof: act.xof, reason: 'test' }), 'client');
    case 'wantCredit': return as((business) => askRefund(business, { clientId, amountXof: act.xof, reason: 'test' }), 'client');
    case 'useCredit': return as((business) => useCredit(business, { orderId, amountXof: act.xof, key: key() }));
    case 'agree': { const id = await refund('asked', act.nth); return as((business) => agreeRefund(business, id, act.part === 0 ? undefined : act.part)); }
    case 'refuse': { const id = await refund('asked', act.nth); return as((business) => refuseRefund(business, id, 'test')); }
    case 'pay': { const id = await refund('agreed', act.nth); return as((business) => recordRefundPaid(business, id, { how: act.how })); }
    case 'unpay': { const id = await refund('paid', act.nth); return as((business) => undoRefundPaid(business, id)); }
    case 'seen': {
      const asked = await shop.as({}, (business) => askPayment(business, { orderId, amountXof: 1, method: 'push', key: key() }));
      if ('refused' in asked) return undefined;
      return as((business) => applySeen(business, asked.paymentId, { key: key(), status: 'approved', amountXof: act.xof, source: 'poll' }), 'system');
    }
    // What the owner gives back at the provider is what was agreed for it: otherwise the shop has paid twice, which no book of ours can prevent.
    case 'givenBack': {
      const agreed = (await shop.db.refund.findMany({ where: { tenantId: shop.tenantId, status: 'agreed', paymentId: { not: null }, orderId: { not: null } } }))[act.nth];
      if (agreed === undefined) return undefined;
      return as((business) => applySeen(business, agreed.paymentId ?? '', { key: key(), status: 'refunded', amountXof: Number(agreed.amountXof), source: 'sweep' }), 'system');
    }
  }
}

async function booksOf(shop: Shop, orders: string[]): Promise<void> {
  const balance = (account: Account) => shop.as({}, ({ db, id }) => balanceXof(db, id, account));
  const asked = async (where: object): Promise<number> => Number((await shop.db.refund.aggregate({ where: { tenantId: shop.tenantId, status: 'asked', ...where }, _sum: { amountXof: true } }))._sum.amountXof ?? 0n);
  const { _sum: all } = await shop.db.ledgerEntry.aggregate({ where: { tenantId: shop.tenantId }, _sum: { debitXof: true, creditXof: true } });
  expect(all.debitXof).toEqual(all.creditXof);

  for (const id of orders) {
    const { paidXof } = await shop.db.order.findUniqueOrThrow({ where: { id } });
    expect(Number(paidXof)).toBe(await balance(`order:${id}`));
    expect(Number(paidXof)).toBeGreaterThanOrEqual(await asked({ orderId: id }));
  }
  const credit = await balance(`client:${shop.clientId}`);
  expect(credit).toBeGreaterThanOrEqual(0);
  expect(credit).toBeGreaterThanOrEqual(await asked({ orderId: null }));
  for (const { id, status, amountXof } of await shop.db.refund.findMany({ where: { tenantId: shop.tenantId } })) expect(await balance(`refund:${id}`)).toBe(status === 'agreed' ? Number(amountXof) : 0);
  // What we have: all that came, less all that was given back.
  const has = await Promise.all((['cash', 'declared', 'provider'] as const).map(balance));
  expect(-has.reduce((sum, xof) => sum + xof, 0)).toBeGreaterThanOrEqual(0);
}

test('E13 · whatever is paid, asked back, agreed, refused, given back and undone, in whatever order: the books balance, and never more goes back than came', () => fc.assert(fc.asyncProperty(acts, async (list) => {
  const shop: Shop = { ...base, ...(await openAnother(base.db, { depositPct: 50 })) };
  await shop.db.paymentAccount.create({ data: { tenantId: shop.tenantId, ref: shop.tenantId, provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'live', createdAt: shop.now } });
  const orders = [await orderIn(shop), await orderIn(shop)];
  for (const act of list) {
    await play(shop, orders, act);
    await booksOf(shop, orders);
  }
}), { numRuns: 12 }), 280_000);
