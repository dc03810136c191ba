import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerPurchase, cancelPurchase } from '../../../src/domain/shop/answer-purchase.ts';
import { addSupplier, findSuppliers } from '../../../src/domain/shop/find-supplier.ts';
import { onOrder } from '../../../src/domain/shop/on-order.ts';
import { orderGoods } from '../../../src/domain/shop/order-goods.ts';
import { preparePurchase } from '../../../src/domain/shop/prepare-purchase.ts';
import { canBecome, PURCHASE_STATUSES, type PurchaseStatus } from '../../../src/domain/shop/purchase-lifecycle.ts';
import { milliOf } from '../../../src/domain/shop/quantity.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { supplyOutlook } from '../../../src/domain/shop/supply-outlook.ts';
import { undoReceipt } from '../../../src/domain/shop/undo-receipt.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let supplierId: string;
let codes = 100;
beforeAll(async () => {
  shop = await openShelves();
  const added = await shop.as({}, (business) => addSupplier(business, { name: 'CFAO Distribution', phone: '+2290197000099' }));
  if ('refused' in added) throw new Error('no supplier');
  supplierId = added.id;
});
afterAll(() => shop.close());

const DAY_MS = 86_400_000;
const put = () => shop.put({ code: String((codes += 1)), name: `Riz ${codes}`, cost: 17_500 });
const orders = (variantId: string, qty: number, at = shop.now) => shop.as({ now: at }, async (business) => {
  const ordered = await orderGoods(business, { supplierId, lines: [{ variantId, qty, unitXof: 17_500 }], key: shop.key() });
  if ('refused' in ordered) throw new Error(ordered.refused);
  return ordered;
});
const comes = (variantId: string, qty: number, at = shop.now) => shop.as({ now: at }, (business) => receiveGoods(business, { variantId, qty, unitXof: 17_500, key: shop.key() }));
const awaited = async (variantId: string): Promise<number> => (await shop.as({}, (business) => onOrder(business, [variantId]))).get(variantId)?.qty ?? 0;

describe('what is ordered, and what of it has come', () => {
  type Step = { do: 'order' | 'in' | 'back' | 'yes' | 'no' | 'cancel'; qty: number };
  const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('order', 'in', 'in', 'back', 'yes', 'no', 'cancel'), qty: fc.integer({ min: 1, max: 30_000 }) });

  test('2.2 · on order is what was sent and has not come, exactly; never more is counted than was ordered, and the rest is said', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const variantId = await put();
      const [sent, receipts]: [{ purchaseId: string; seq: number }[], string[]] = [[], []];
      for (const { do: what, qty } of steps) {
        const one = sent[qty % (sent.length || 1)];
        if (what === 'order') sent.push(await orders(variantId, qty));
        if (what === 'in') {
          const before = await awaited(variantId);
          const came = await comes(variantId, qty);
          if ('refused' in came) throw new Error(came.refused);
          receipts.push(came.receiptId);
          expect(before - (await awaited(variantId))).toBe(Math.min(before, qty));
          expect(came.counted?.beyond).toBe(before === 0 ? undefined : Math.max(0, qty - before));
        }
        if (what === 'back') await shop.as({}, (business) => undoReceipt(business, receipts[qty % (receipts.length || 1)] ?? shop.nobody));
        if (one !== undefined && what === 'yes') await shop.as({}, (business) => answerPurchase(business, one.purchaseId, { yes: true, day: '2026-11-26' }));
        if (one !== undefined && what === 'no') await shop.as({}, (business) => answerPurchase(business, one.purchaseId, { yes: false }));
        if (one !== undefined && what === 'cancel') await shop.as({}, (business) => cancelPurchase(business, one.seq));
        const lines = await shop.db.purchaseLine.findMany({ where: { variantId }, include: { purchase: true } });
        const open = lines.filter(({ purchase }) => ['sent', 'confirmed', 'partial'].includes(purchase.status));
        expect(await awaited(variantId)).toBe(open.reduce((sum, line) => sum + milliOf(line.qty) - milliOf(line.received), 0));
        for (const line of lines) {
          const { _sum } = await shop.db.purchaseReceipt.aggregate({ where: { lineId: line.id }, _sum: { qty: true } });
          expect([milliOf(line.received) <= milliOf(line.qty), milliOf(_sum.qty ?? 0)]).toEqual([true, milliOf(line.received)]);
          if (line.purchase.status === 'received') expect(milliOf(line.received)).toBe(milliOf(line.qty));
        }
      }
      const history = await shop.db.purchaseHistory.findMany({ where: { purchaseId: { in: sent.map(({ purchaseId }) => purchaseId) } } });
      expect(history.filter(({ before, after }) => !canBecome(before as PurchaseStatus, after as PurchaseStatus))).toEqual([]);
    }), { numRuns: 25 });
  });

  test('E34 · two deliveries at once are counted once each', async () => {
    const variantId = await put();
    const { purchaseId } = await orders(variantId, 10_000);
    const came = await Promise.all([comes(variantId, 7_000), comes(variantId, 7_000)]);
    expect(came.map((each) => ('refused' in each ? undefined : each.counted?.beyond)).toSorted()).toEqual([0, 4_000]);
    expect(await shop.db.purchaseOrder.findUniqueOrThrow({ where: { id: purchaseId } })).toMatchObject({ status: 'received' });
  });

  test('2.4 · nothing comes of an order that was given up, and what is over stays so', () => {
    expect(PURCHASE_STATUSES.filter((status) => canBecome('cancelled', status))).toEqual([]);
    expect(PURCHASE_STATUSES.filter((status) => canBecome('received', status))).toEqual(['sent', 'confirmed', 'partial']);
  });

  test('J12 · an order of many goods is told in messages that each fit one SMS, the question last', async () => {
    const goods = [await put(), await put(), await put()];
    const told = await shop.as({}, async (business) => {
      await orderGoods(business, { supplierId, lines: goods.map((variantId) => ({ variantId, qty: 2_500, unitXof: 1_000 })), key: shop.key() });
      return business.notices.map(({ what, values, to }) => ({ what, to, qty: values['qty'], more: values['more'], total: values['total'] }));
    });
    const to = { phone: '+2290197000099' };
    expect(told).toEqual([{ what: 'purchaseLines', to, qty: 2.5, more: 2.5 }, { what: 'purchaseLine', to, qty: 2.5 }, { what: 'purchaseAskedMany', to, total: 7_500 }]);
  });

  test('2.7 · the same message orders once', async () => {
    const variantId = await put();
    const key = shop.key();
    const again = () => shop.as({}, (business) => orderGoods(business, { supplierId, lines: [{ variantId, qty: 1_000, unitXof: 1 }], key }));
    await again();
    await expect(again()).rejects.toThrow();
    expect(await awaited(variantId)).toBe(1_000);
  });
});

describe('a supplier', () => {
  test('DIG-05 · has a code of its own, is found by it or by a word of the name, and seven days until it is known how long they take', async () => {
    const codesOf = await shop.as({}, async (business) => {
      const added = [await addSupplier(business, { name: 'Siagro Boissons', phone: '+2290197000098' }), await addSupplier(business, { name: 'Siagro Lait', phone: '+2290197000097' }), await addSupplier(business, { name: 'siagro lait', phone: '+2290197000096' })];
      return added.map((each) => ('refused' in each ? each.refused : `${each.code} ${String(each.phone)}`));
    });
    expect(codesOf).toEqual(['SIAGRO +2290197000098', 'SIAGRO2 +2290197000097', 'SIAGRO2 +2290197000096']);
    expect((await shop.as({}, (business) => findSuppliers(business, 'boissons'))).map(({ code }) => code)).toEqual(['SIAGRO']);
    expect((await shop.as({}, (business) => findSuppliers(business, 'siagro'))).map(({ code }) => code)).toEqual(['SIAGRO']);
    expect(await shop.db.supplier.findUniqueOrThrow({ where: { id: supplierId } })).toMatchObject({ leadTimeDays: 7 });
  });

  test('DIG-05 · how long they take is seen from what has come', async () => {
    const own = await openShelves();
    const added = await own.as({}, (business) => addSupplier(business, { name: 'Grossiste', phone: '+2290197000095' }));
    if ('refused' in added) throw new Error(added.refused);
    const variantId = await own.put({ code: '1', name: 'Riz', cost: 100 });
    await own.db.product.updateMany({ where: { tenantId: own.tenantId }, data: { supplierId: added.id } });
    const leadOf = async () => (await own.as({}, (business) => supplyOutlook(business, [variantId]))).get(variantId)?.lead.days;
    expect(await leadOf()).toBe(7);
    for (const days of [2, 4, 3]) {
      await own.as({ now: new Date(own.now.getTime() - days * DAY_MS) }, (business) => orderGoods(business, { supplierId: added.id, lines: [{ variantId, qty: 1_000, unitXof: 100 }], key: own.key() }));
      await own.as({}, (business) => receiveGoods(business, { variantId, qty: 1_000, key: own.key() }));
    }
    expect(await leadOf()).toBeCloseTo(3, 2);
    await own.close();
  });

  test('DIG-30 · nothing is advised of what was hardly sold: how much, of whom and at what price is asked, in this order', async () => {
    const variantId = await shop.put({ code: '900', name: 'Neuf' });
    const prepare = (more: object) => shop.as({}, (business) => preparePurchase(business, { variantId, qty: 0, priceXof: 0, supplierId: '', ...more }));
    expect(await prepare({})).toEqual({ refused: 'qty' });
    expect(await prepare({ qty: 5_000 })).toEqual({ refused: 'supplier' });
    expect(await prepare({ qty: 5_000, supplierId })).toEqual({ refused: 'price' });
    expect(await prepare({ qty: 5_000, supplierId, priceXof: 400 })).toMatchObject({ lines: [{ variantId, qty: 5_000, unitXof: 400 }], supplier: { id: supplierId } });
  });
});
