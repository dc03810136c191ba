import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seeClient } from '../../../src/domain/clients/see-client.ts';
import { labelOf, OWN } from '../../../src/domain/measures/label-of.ts';
import { listVersions } from '../../../src/domain/measures/list-versions.ts';
import { saveMeasures } from '../../../src/domain/measures/save-measures.ts';
import { plansOf } from '../orders/plans-of.ts';
import { openAnother, openShop, type Shop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const see = (of: Shop, clientId = of.clientId) => of.as({}, (business) => seeClient(business, clientId));
let seq = 0;
const order = (of: Shop, status: string, totalXof: bigint | null, paidXof = 0n) => shop.db.order.create({
  data: {
    tenantId: of.tenantId, clientId: of.clientId, year: 2026, seq: (seq += 1), status, urgency: 'normal', fabricBy: 'client', description: 'Boubou', points: 1, source: 'test', createdBy: 'test', totalXof, paidXof,
    createdAt: new Date(of.now.getTime() - 1_000 * seq), ...(['delivered', 'cancelled', 'rejected', 'expired'].includes(status) ? { endedAt: of.now } : {}),
  },
});

describe('STY-39 · a client as the workshop sees them', () => {
  test('who has ordered nothing owes nothing', async () => {
    const other = await openAnother(shop.db, {});
    expect(await see(other)).toMatchObject({ orders: 0, open: 0, dueXof: 0, orderedOn: null, measuredOn: null });
  });

  test('due is what was agreed and not given up: also what left before it was paid, no quote, nothing cancelled', async () => {
    const other = await openAnother(shop.db, {});
    await order(other, 'in_progress', 25_000n, 12_500n);
    await order(other, 'delivered', 10_000n, 4_000n);
    await order(other, 'delivered', 9_000n, 9_000n);
    await order(other, 'quote', 18_000n);
    await order(other, 'confirmed', null);
    await order(other, 'cancelled', 30_000n);
    expect(await see(other)).toMatchObject({ orders: 6, open: 3, dueXof: 18_500, orderedOn: '2026-11-20' });
  });

  test('a client of somebody else is not seen', async () => {
    const other = await openAnother(shop.db, {});
    for (const clientId of [shop.clientId, shop.nobody]) expect(await see(other, clientId)).toBeUndefined();
  });

  test('E42 · who had everything deleted is told apart', async () => {
    const other = await openAnother(shop.db, {});
    const { personId } = await shop.db.client.findUniqueOrThrow({ where: { id: other.clientId } });
    await shop.db.person.update({ where: { id: personId }, data: { fullName: 'A. D.', erasedAt: shop.now } });
    expect(await see(other)).toMatchObject({ name: 'A. D.', erased: true });
  });

  test('in one query, however much they ordered', async () => {
    expect(await shop.as({}, (business) => plansOf(business.db, (db) => seeClient({ ...business, db }, shop.clientId)))).toHaveLength(1);
  });
});

describe('measures under no name', () => {
  test('C6 · who says the client’s own name means the client, also after a new name; anybody else has measures of their own', async () => {
    const other = await openAnother(shop.db, {});
    const { personId } = await shop.db.client.findUniqueOrThrow({ where: { id: other.clientId } });
    const label = (whose: string) => other.as({}, (business) => labelOf(business, other.clientId, whose));
    for (const fullName of ['Hélène Ahouré', 'Hélène Dossou']) {
      await shop.db.person.update({ where: { id: personId }, data: { fullName } });
      expect([await label(''), await label(fullName.toUpperCase()), await label('helene'), await label('Yao')]).toEqual([OWN, OWN, 'helene', 'Yao']);
    }
  });

  test('STY-39 · every version page by page, the latest first, and who took it', async () => {
    const other = await openAnother(shop.db, {});
    const takers = [`client:${other.clientId}`, 'system'];
    let profileId = '';
    for (const [at, actor] of takers.entries()) {
      const saved = await other.as({ actor }, (business) => saveMeasures(business, { clientId: other.clientId, label: OWN, values: { chest: 980 + at }, source: 'tape' }));
      if ('profileId' in saved) profileId = saved.profileId;
    }
    const page = (after: string) => other.as({}, (business) => listVersions(business, profileId, { after, limit: 1 }));
    const seen = [];
    for (let after = '', more = true; more;) {
      const { rows, next } = await page(after);
      seen.push(...rows);
      more = next !== undefined;
      after = next ?? '';
    }
    expect(seen.map(({ values, byClient }) => [values.chest, byClient])).toEqual(takers.map((actor, at) => [980 + at, actor.startsWith('client:')]).toReversed());
  });
});
