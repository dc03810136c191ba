import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shopsToTend } from '../../../src/db/odd-alerts.ts';
import { setMinimum } from '../../../src/domain/shop/act-on-alert.ts';
import { severityOf } from '../../../src/domain/shop/alert-kinds.ts';
import { changeProduct } from '../../../src/domain/shop/change-product.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { lookAtAlerts } from '../../../src/domain/shop/slow-alerts.ts';
import { tendAlerts } from '../../../src/domain/shop/tend-alerts.ts';
import { voidSale } from '../../../src/domain/shop/void-sale.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
let codes = 100;
beforeAll(async () => (shop = await openShelves()));
afterAll(() => shop.close());

const DAY_MS = 86_400_000;
const put = (min: number, cost = 1_000) => shop.put({ code: String((codes += 1)), name: `Riz ${codes}`, cost, min });
const comes = (variantId: string, qty: number, more: object = {}) => shop.as({}, (business) => receiveGoods(business, { variantId, qty, key: shop.key(), ...more }));
const sells = (variantId: string, qty: number) => shop.as({}, (business) => sell(business, { variantId, qty, paidHow: 'cash', sure: true, key: shop.key() }));
const later = (days: number) => new Date(shop.now.getTime() + days * DAY_MS);
const openOf = async (variantId: string) => (await shop.db.alertEpisode.findMany({ where: { variantId, closedAt: null } })).map(({ kind }) => kind).toSorted();

describe('a warning, whatever moves', () => {
  type Step = { do: 'in' | 'sell' | 'count' | 'void' | 'min' | 'sweep'; qty: number };
  const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('in', 'sell', 'sell', 'count', 'void', 'min', 'sweep'), qty: fc.integer({ min: 0, max: 8_000 }) });

  test('DIG-09, DIG-33 · is open at the minimum and at nothing, once; it is told again only after the stock was clearly above', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), async (steps) => {
      let min = 4_000;
      const variantId = await put(4);
      const sales: number[] = [];
      const [open, began] = [{ low: false, rupture: false }, { low: 0, rupture: 0 }];
      let moved = false;
      for (const { do: what, qty } of steps) {
        if (what === 'in') moved = !('refused' in (await comes(variantId, qty))) || moved;
        if (what === 'sell') {
          const sold = await sells(variantId, qty);
          if (!('refused' in sold)) sales.push(sold.seq);
        }
        if (what === 'void' && sales.length > 0) await shop.as({}, (business) => voidSale(business, sales.pop()));
        if (what === 'count' && moved) await shop.counts(variantId, qty);
        if (what === 'min' && moved) {
          min = qty;
          await shop.as({}, (business) => setMinimum(business, variantId, qty));
        }
        if (what === 'sweep') await shop.as({ role: 'system' }, tendAlerts);
        const { onHand } = await shop.proof(variantId);
        if (!moved) continue;
        // What the rule says, told by a machine of two bits.
        for (const [kind, isWrong, isWell] of [['rupture', onHand <= 0, onHand > 0], ['low', onHand <= min, onHand > min + Math.max(1_000, Math.round(min * 0.1))]] as const) {
          if (isWrong && !open[kind]) began[kind] += 1;
          open[kind] = isWrong || (open[kind] && !isWell);
        }
        expect(await openOf(variantId)).toEqual((['low', 'rupture'] as const).filter((kind) => open[kind]));
      }
      const all = await shop.db.alertEpisode.groupBy({ by: ['kind'], where: { variantId }, _count: true });
      for (const { kind, _count } of all) expect(_count).toBe(began[kind as 'low']);
    }), { numRuns: 30 });
  });

  test('E34 · the same is opened once by a movement and a sweep at the same moment', async () => {
    const variantId = await put(10);
    await comes(variantId, 12_000);
    await Promise.all([sells(variantId, 3_000), ...Array.from({ length: 4 }, () => shop.as({ role: 'system' }, tendAlerts))]);
    expect(await openOf(variantId)).toEqual(['low']);
    expect(await shop.db.alertEpisode.count({ where: { variantId } })).toBe(1);
  });

  test('DIG-34 · what a movement left unnoticed is found by the sweep; what is put away is wrong no more', async () => {
    const variantId = await put(10);
    await comes(variantId, 12_000);
    await shop.db.variant.update({ where: { id: variantId }, data: { reserved: 5 } });
    await shop.as({ role: 'system' }, tendAlerts);
    expect(await openOf(variantId)).toEqual(['low']);
    await shop.db.variant.update({ where: { id: variantId }, data: { archivedAt: shop.now } });
    await shop.as({ role: 'system' }, tendAlerts);
    expect(await openOf(variantId)).toEqual([]);
  });

  test('DIG-34 · a product that is put away ends its warnings at once, and its shop is left alone from then on', async () => {
    await shop.as({ role: 'system' }, tendAlerts);
    const variantId = await put(10);
    await comes(variantId, 12_000);
    await sells(variantId, 12_000);
    expect(await openOf(variantId)).toEqual(['low', 'rupture']);
    expect(await shop.as({}, (business) => changeProduct(business, variantId, 'archive', ''))).not.toHaveProperty('refused');
    expect(await openOf(variantId)).toEqual([]);
    expect(await shopsToTend(shop.db, shop.now)).toEqual([]);
  });

  test('DIG-34 · what was put away with its warnings open is found, closed, and found no more', async () => {
    await shop.as({ role: 'system' }, tendAlerts);
    const variantId = await put(10);
    await comes(variantId, 12_000);
    await sells(variantId, 12_000);
    await shop.db.product.updateMany({ where: { variants: { some: { id: variantId } } }, data: { archivedAt: shop.now } });
    expect(await shopsToTend(shop.db, shop.now)).toEqual([shop.tenantId]);
    await shop.as({ role: 'system' }, tendAlerts);
    expect([await openOf(variantId), await shopsToTend(shop.db, shop.now)]).toEqual([[], []]);
  });

  test('DIG-34 · a sale voided after its product was put away begins no warning', async () => {
    const variantId = await put(10);
    await comes(variantId, 3_000);
    const sold = await sells(variantId, 3_000);
    await shop.as({}, (business) => changeProduct(business, variantId, 'archive', ''));
    await shop.as({}, (business) => voidSale(business, 'seq' in sold ? sold.seq : 0));
    expect([(await shop.proof(variantId)).onHand, await openOf(variantId)]).toEqual([3_000, []]);
  });

  test('what was never on the shelf is not missing', async () => {
    const variantId = await put(10);
    await shop.as({ role: 'system' }, tendAlerts);
    expect(await openOf(variantId)).toEqual([]);
  });
});

test.each([
  ['rupture', 'A', undefined, 'CRITICAL'], ['rupture', 'B', undefined, 'HIGH'], ['low', 'A', 3, 'HIGH'], ['low', 'A', 4, 'MEDIUM'], ['low', 'C', undefined, 'MEDIUM'], ['service', 'C', undefined, 'MEDIUM'], ['dormant', 'A', undefined, 'LOW'],
] as const)('DIG-10 · %s of class %s that lasts %s days of a lead time of seven is %s', (kind, rank, coverage, severity) => {
  expect(severityOf(kind, { rank, coverage, lead: { days: 7, sdDays: 2 } })).toBe(severity);
});

describe('what no movement shows', () => {
  const look = (days: number) => shop.as({ now: later(days), role: 'system' }, lookAtAlerts);
  const slow = async (variantId: string) => (await shop.db.alertEpisode.findMany({ where: { variantId, kind: { notIn: ['rupture', 'low'] } }, orderBy: { openedAt: 'asc' } })).map(({ kind, closedAt }) => `${kind} ${closedAt === null ? 'open' : 'over'}`);

  test('DIG-33 · dormant: nothing sold for sixty days; over with the next sale', async () => {
    const variantId = await put(1);
    await comes(variantId, 20_000);
    await look(60);
    expect(await slow(variantId)).toEqual([]);
    await look(61);
    expect(await slow(variantId)).toEqual(['dormant open']);
    await shop.as({ now: later(62) }, (business) => sell(business, { variantId, qty: 15_000, paidHow: 'cash', sure: true, key: shop.key() }));
    await look(63);
    expect(await slow(variantId)).toEqual(['dormant over']);
  });

  test('DIG-33 · too much: above the maximum, and over only below nine tenths of it', async () => {
    const variantId = await put(1);
    await shop.db.variant.update({ where: { id: variantId }, data: { maxStock: 20 } });
    await comes(variantId, 21_000);
    await look(1);
    await sells(variantId, 2_000);
    await look(2);
    expect(await slow(variantId)).toEqual(['overstock open']);
    await sells(variantId, 2_000);
    await look(3);
    expect(await slow(variantId)).toEqual(['overstock over']);
  });

  test('DIG-33 · expiring: within a fortnight, of what is still there; the older has left first', async () => {
    const variantId = await put(1);
    await comes(variantId, 10_000, { expiresOn: '2026-12-10' });
    await comes(variantId, 10_000, { expiresOn: '2027-06-30' });
    await look(4);
    expect(await slow(variantId)).toEqual([]);
    await look(5);
    expect(await slow(variantId)).toEqual(['expiring open']);
    await sells(variantId, 10_000);
    await look(6);
    expect(await slow(variantId)).toEqual(['expiring over']);
  });
});
