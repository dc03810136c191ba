import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { collectReceipt, type CollectedReceipt } from '../../../src/domain/payments/collect-receipt.ts';
import { linkReceipt } from '../../../src/domain/payments/link-receipt.ts';
import { applySeen } from '../../../src/domain/payments/apply-seen.ts';
import { askPayment } from '../../../src/domain/payments/ask-payment.ts';
import { paidWith } from '../../../src/domain/payments/paid-with.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { openAnother, openShop } from '../orders/shop.ts';

const HEAD = { town: 'Cotonou', address: 'Akpakpa, rue 12', phone: '01 97 00 00 01', taxIds: { ifu: '3202212345678', rccm: 12 } };
let shop: Awaited<ReturnType<typeof openShop>>;
let messages = 0;
beforeAll(async () => {
  shop = await openShop({ depositPct: 50, ...HEAD });
  await shop.db.paymentAccount.create({ data: { tenantId: shop.tenantId, ref: 'SHOP', provider: 'fedapay', secretSealed: '', webhookSealed: '', mode: 'sandbox', createdAt: shop.now } });
});
afterAll(() => shop.close());

async function confirmed(totalXof = 25_000): Promise<string> {
  const orderId = await shop.place({ totalXof });
  await shop.as({}, (business) => confirmOrder(business, orderId));
  return orderId;
}
async function taken(orderId: string, amountXof: number, how: 'cash' | 'declared' = 'cash'): Promise<string> {
  const answer = await shop.as({ role: 'staff' }, (business) => takeMoney(business, { orderId, amountXof, how, key: `taken:${(messages += 1)}` }));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.paymentId;
}
const collected = (paymentId: string): Promise<CollectedReceipt> => shop.as({}, async (business) => {
  const { id } = await business.db.receiptPaper.findFirstOrThrow({ where: { paymentId } });
  const found = await collectReceipt(business, id);
  if ('refused' in found) throw new Error(found.refused);
  return found;
});
const linked = (paymentId: string, now = shop.now) => shop.as({ now }, async (business) => {
  const document = await linkReceipt(business, paymentId);
  if ('refused' in document) throw new Error(document.refused);
  return document;
});

describe('J4, STY-46, STY-55 · what stands on a receipt', () => {
  test('who gave it, for what, what was paid before and now, and what remains', async () => {
    const orderId = await confirmed();
    await taken(orderId, 12_500);
    const { receipt, fileName } = await collected(await taken(orderId, 5_000));
    expect(receipt).toMatchObject({
      language: 'fr', clientName: 'Awa Dossou', lines: [{ description: 'Boubou', qty: 1, unitXof: 25_000, lineXof: 25_000 }],
      totalXof: 25_000, paidBeforeXof: 12_500, paidNowXof: 5_000, remainingXof: 7_500, method: 'cash', at: shop.now, timezone: 'Africa/Porto-Novo',
      business: { name: 'Atelier', town: 'Akpakpa, rue 12, Cotonou', phone: '01 97 00 00 01', taxIds: { ifu: '3202212345678' } },
    });
    expect([receipt.orderNumber, receipt.receiptNumber, fileName]).toEqual([expect.stringMatching(/^ORD-2026-\d{4}$/), 'R-2026-0002', 'recu-2026-0002.pdf']);
  });

  test('is the same after another payment: what was true then', async () => {
    const orderId = await confirmed();
    const first = await taken(orderId, 12_500);
    const before = await collected(first);
    await taken(orderId, 12_500);
    expect(await collected(first)).toEqual(before);
    expect(before.receipt).toMatchObject({ paidBeforeXof: 0, remainingXof: 12_500 });
  });

  test('more than was owed is in the client\'s favour', async () => {
    const orderId = await confirmed();
    const asked = await shop.as({ role: 'client' }, (business) => askPayment(business, { orderId, amountXof: 25_000, method: 'push', mode: 'mtn_open', delayMs: 0, key: `asked:${(messages += 1)}` }));
    if ('refused' in asked) throw new Error(asked.refused);
    await shop.as({ role: 'system' }, (business) => applySeen(business, asked.paymentId, { key: `seen:${(messages += 1)}`, status: 'approved', amountXof: 26_000, source: 'webhook' }));
    expect((await collected(asked.paymentId)).receipt).toMatchObject({ totalXof: 25_000, paidNowXof: 26_000, remainingXof: -1_000, method: 'momo_mtn' });
  });

  test('what was quoted as a whole is the price of its line', async () => {
    const orderId = await shop.place({});
    await shop.db.orderItem.updateMany({ where: { orderId }, data: { unitPriceXof: null, lineXof: null } });
    const { receipt } = await collected(await taken(orderId, 5_000, 'declared'));
    expect(receipt).toMatchObject({ method: 'declared', lines: [{ unitXof: 25_000, lineXof: 25_000 }] });
  });

  test.each([['cash', null, 'cash'], ['push', 'mtn_ci', 'momo_mtn'], ['push', 'moov_tg', 'momo_moov'], ['push', 'sbin', 'momo'], ['link', 'wave_sn', 'wave'], ['link', 'orange_ci', 'orange_money'], ['link', 'card', 'card'], ['link', null, 'online']])('%s by %s is %s', (method, mode, said) => {
    expect(paidWith({ method, mode })).toBe(said);
  });
});

describe('the link of a receipt', () => {
  test('is the same for who asks twice, at once too, and lives 90 days from the last time', async () => {
    const paymentId = await taken(await confirmed(), 1_000);
    const [one, other] = await Promise.all([linked(paymentId), linked(paymentId)]);
    expect(one).toEqual(other);
    expect(one.url).toMatch(/^\/r\/[\w-]{16}$/);
    const later = new Date(shop.now.getTime() + 30 * 86_400_000);
    expect(await linked(paymentId, later)).toEqual(one);
    const [link] = await shop.db.shortLink.findMany({ where: { code: one.url.slice('/r/'.length) } });
    expect(link).toMatchObject({ kind: 'receipt', tenantId: shop.tenantId, expiresAt: new Date(later.getTime() + 90 * 86_400_000) });
  });

  test('E1 · of another business there is none', async () => {
    const paymentId = await taken(await confirmed(), 1_000);
    const neighbour = await openAnother(shop.db, {});
    expect(await neighbour.as({}, (business) => linkReceipt(business, paymentId))).toEqual({ refused: 'unknown' });
    const { id } = await shop.db.receiptPaper.findUniqueOrThrow({ where: { paymentId } });
    expect(await neighbour.as({}, (business) => collectReceipt(business, id))).toEqual({ refused: 'unknown' });
    expect(await neighbour.as({}, (business) => business.db.shortLink.count())).toBe(0);
  });
});
