import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findProfiles } from '../../../src/domain/measures/find-profiles.ts';
import { MEASURES, type MeasureKey, type Values } from '../../../src/domain/measures/measures.ts';
import { readMeasures } from '../../../src/domain/measures/read-measures.ts';
import { saveMeasures, type NewMeasures } from '../../../src/domain/measures/save-measures.ts';
import type { Business } from '../../../src/domain/tenants/business.ts';
import { plansOf } from '../orders/plans-of.ts';
import { openAnother, openShop, type Shop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const save = (of: Shop, measures: Partial<NewMeasures>, acting: Partial<Business> = {}) =>
  of.as(acting, (business) => saveMeasures(business, { clientId: of.clientId, label: 'Moi', values: {}, source: 'dictated', ...measures }));
const profiles = (of: Shop, clientId = of.clientId) => of.as({}, (business) => findProfiles(business, clientId));
const versions = (of: Shop) => shop.db.measureVersion.findMany({ where: { tenantId: of.tenantId }, orderBy: { takenAt: 'asc' } });

describe('a client is measured', () => {
  test('J1 · «po 100 le reste pareil» is a new version: the last one with another chest; the old one stays as it was', async () => {
    const other = await openAnother(shop.db, {});
    const march = new Date('2026-03-11T23:30:00Z');
    const first = await save(other, { values: { shoulder: 450, chest: 980 } }, { now: march, actor: 'member:koffi' });
    const [kept] = await versions(other);
    expect(await profiles(other)).toMatchObject([{ label: 'Moi', last: { values: { shoulder: 450, chest: 980 }, takenOn: '2026-03-12', source: 'dictated' } }]);

    const second = await save(other, readMeasures('po 100 le reste pareil', ['shoulder', 'chest']));
    expect(second).toMatchObject({ values: { shoulder: 450, chest: 1_000 }, written: true });
    expect(second).not.toMatchObject({ versionId: 'versionId' in first && first.versionId });
    expect(await profiles(other)).toMatchObject([{ last: { values: { shoulder: 450, chest: 1_000 }, takenOn: '2026-11-20' } }]);
    expect((await versions(other))[0]).toEqual(kept);
    expect(kept).toMatchObject({ takenBy: 'member:koffi', takenAt: march });
  });

  test('J1 · what no body has and what changed by more than 15 % is asked again, and kept if they say so', async () => {
    const other = await openAnother(shop.db, {});
    expect(await save(other, { values: { chest: 98 } })).toEqual({ doubts: [{ key: 'chest', value: 98 }] });
    expect(await profiles(other)).toEqual([]);
    await save(other, { values: { chest: 980 } });
    expect(await save(other, { values: { chest: 1_200 } })).toEqual({ doubts: [{ key: 'chest', value: 1_200, before: 980 }] });
    expect(await save(other, { values: { chest: 1_900 }, sure: true })).toMatchObject({ written: true });
    expect(await save(other, { values: { chest: 1_900, waist: 800 } })).toMatchObject({ written: true });
  });

  test('nothing measured is refused; a stranger to the business is not measured', async () => {
    const other = await openAnother(shop.db, {});
    expect(await save(other, {})).toEqual({ refused: 'empty' });
    expect(await save(other, { same: true })).toEqual({ refused: 'empty' });
    for (const clientId of [shop.clientId, shop.nobody]) expect(await save(other, { clientId, values: { chest: 980 } })).toEqual({ refused: 'unknown' });
    expect(await profiles(other, shop.clientId)).toEqual([]);
  });

  test('measures that are as they were write no version', async () => {
    const other = await openAnother(shop.db, {});
    const first = await save(other, { values: { chest: 980, waist: 800 } });
    for (const again of [{ values: { chest: 980 }, same: true }, { values: { waist: 800, chest: 980 } }, { same: true }]) expect(await save(other, again)).toEqual({ ...first, written: false });
    expect(await versions(other)).toHaveLength(1);
  });

  test('E18 · one client, several bodies: each profile is found however its name is typed', async () => {
    const other = await openAnother(shop.db, {});
    await save(other, { label: 'Mon époux', values: { chest: 1_050 } });
    await save(other, { label: 'Fifi', values: { chest: 600 } });
    await save(other, { label: ' mon epoux', values: { chest: 1_060 } });
    expect((await profiles(other)).map(({ label, last }) => [label, last?.values])).toEqual([['Mon époux', { chest: 1_060 }], ['Fifi', { chest: 600 }]]);
  });

  test('however many bodies a client has and however often they were measured, they are read in one query', async () => {
    const other = await openAnother(shop.db, {});
    for (let at = 0; at < 6; at++) await save(other, { label: `Enfant ${at % 3}`, values: { chest: 600 + at } });
    expect(await profiles(other)).toHaveLength(3);
    expect(await other.as({}, (business) => plansOf(business.db, (db) => findProfiles({ ...business, db }, other.clientId)))).toHaveLength(1);
  });

  test('two phones correct the same body at once: neither correction is lost', async () => {
    const other = await openAnother(shop.db, {});
    await save(other, { values: { chest: 980, waist: 800, hips: 1_000 } });
    await Promise.all([save(other, { values: { chest: 1_000 }, same: true }), save(other, { values: { waist: 820 }, same: true })]);
    expect((await profiles(other))[0]?.last?.values).toEqual({ chest: 1_000, waist: 820, hips: 1_000 });
  });

  test('the last saved is the last, even if the clock was put back', async () => {
    const other = await openAnother(shop.db, {});
    await save(other, { values: { chest: 980 } });
    await save(other, { values: { chest: 990 } }, { now: new Date('2026-11-20T08:00:00Z') });
    expect((await profiles(other))[0]?.last?.values).toEqual({ chest: 990 });
  });
});

test('whatever is saved in whatever order, what is read is the merge, and no version ever changes', () => {
  const keys = Object.keys(MEASURES) as MeasureKey[];
  const values: fc.Arbitrary<Values> = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 100, max: 2_000 }), { maxKeys: 5, noNullPrototype: true });
  return fc.assert(fc.asyncProperty(fc.array(fc.record({ values, same: fc.boolean() }), { minLength: 1, maxLength: 6 }), async (told) => {
    const other = await openAnother(shop.db, {});
    let expected: Values = {};
    let before: Awaited<ReturnType<typeof versions>> = [];
    for (const each of told) {
      await save(other, { ...each, sure: true });
      const all = each.same ? { ...expected, ...each.values } : each.values;
      if (Object.keys(all).length > 0) expected = all;
      expect((await profiles(other))[0]?.last?.values ?? {}).toEqual(expected);
      const after = await versions(other);
      expect(after.slice(0, before.length)).toEqual(before);
      before = after;
    }
  }), { numRuns: 25 });
});
