import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { balanceXof } from '../../../src/domain/money/ledger.ts';
import { confirmOrder } from '../../../src/domain/orders/confirm-order.ts';
import { finishStage } from '../../../src/domain/orders/tasks.ts';
import { waiveDeposit } from '../../../src/domain/orders/waive-deposit.ts';
import { collectReceipt } from '../../../src/domain/payments/collect-receipt.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { undoTake } from '../../../src/domain/payments/undo-take.ts';
import { openShop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let letters = 0;
beforeAll(async () => (shop = await openShop({ depositPct: 50 })));
afterAll(() => shop.close());

async function confirmed(): Promise<string> {
  const orderId = await shop.place();
  await shop.as({}, (business) => confirmOrder(business, orderId, { force: 'test' }));
  return orderId;
}
async function taken(orderId: string, amountXof: number): Promise<string> {
  const answer = await shop.as({ role: 'staff' }, (business) => takeMoney(business, { orderId, amountXof, how: 'cash', key: `undo:${(letters += 1)}` }));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.paymentId;
}
const undo = (paymentId: string, minutes = 1) => shop.as({ now: new Date(shop.now.getTime() + minutes * 60_000) }, (business) => undoTake(business, paymentId, 'amount'));
const orderOf = (id: string) => shop.db.order.findUniqueOrThrow({ where: { id } });

describe('J4 · money that was noted by mistake', () => {
  test('was the deposit: the order waits for it again, with its time to pay begun anew', async () => {
    const orderId = await confirmed();
    const paymentId = await taken(orderId, 12_500);
    expect((await orderOf(orderId)).status).toBe('in_progress');
    expect(await undo(paymentId)).toEqual({ dueXof: 25_000, order: 'back' });
    expect(await orderOf(orderId)).toMatchObject({ status: 'confirmed', paidXof: 0n, confirmedAt: new Date(shop.now.getTime() + 60_000) });
    expect(await shop.as({}, ({ db, id }) => balanceXof(db, id, `order:${orderId}`))).toBe(0);
    expect(await undo(paymentId)).toEqual({ refused: 'undone' });
    await taken(orderId, 12_500);
    expect((await orderOf(orderId)).status).toBe('in_progress');
  });

  test('was the deposit, and the cloth is cut: the order stays in progress, and that is said', async () => {
    const orderId = await confirmed();
    const paymentId = await taken(orderId, 12_500);
    await shop.as({ role: 'staff' }, (business) => finishStage(business, orderId, 'cut', { memberId: shop.nobody, answersForAll: true }));
    expect(await undo(paymentId)).toEqual({ dueXof: 25_000, order: 'stays' });
    expect(await orderOf(orderId)).toMatchObject({ status: 'in_progress', paidXof: 0n });
  });

  test('was beside the deposit, or never decided anything: the order stands as it stood', async () => {
    const paid = await confirmed();
    await taken(paid, 12_500);
    expect(await undo(await taken(paid, 5_000))).toEqual({ dueXof: 12_500, order: 'same' });
    const waived = await confirmed();
    await shop.as({}, (business) => waiveDeposit(business, waived, 'une cousine'));
    expect(await undo(await taken(waived, 12_500))).toEqual({ dueXof: 25_000, order: 'same' });
    expect([(await orderOf(paid)).status, (await orderOf(waived)).status]).toEqual(['in_progress', 'in_progress']);
  });

  test('leaves a receipt that says that it is void, and a client who is told which', async () => {
    const orderId = await confirmed();
    const paymentId = await taken(orderId, 5_000);
    const receipt = () => shop.as({}, async (business) => collectReceipt(business, (await business.db.receiptPaper.findFirstOrThrow({ where: { paymentId } })).id));
    expect(await receipt()).toMatchObject({ receipt: { isVoid: false } });
    const told = await shop.as({}, async (business) => {
      await undoTake(business, paymentId, 'amount');
      return business.takesBack;
    });
    expect(told).toMatchObject([{ orElse: { to: { clientId: shop.clientId }, what: 'takeUndone', values: { amount: 5_000, due: 25_000, receipt: expect.stringMatching(/^R-2026-\d{4}$/) } } }]);
    expect(await receipt()).toMatchObject({ receipt: { isVoid: true, paidNowXof: 5_000 } });
  });

  test('is no longer undone after a quarter of an hour', async () => {
    expect(await undo(await taken(await confirmed(), 5_000), 16)).toEqual({ refused: 'late' });
  });
});
