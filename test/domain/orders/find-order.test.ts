import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findOrder, findOwnOrder, type OrderAnswer } from '../../../src/domain/orders/find-order.ts';
import { nearNumbers } from '../../../src/domain/spoken/near-numbers.ts';
import { fullNumber } from '../../../src/domain/spoken/order-number.ts';
import { openAnother, openShop, type Shop } from './shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

const order = (of: Shop, year: number, seq: number, clientId = of.clientId) => shop.db.order.create({
  data: { tenantId: of.tenantId, year, seq, clientId, status: 'confirmed', urgency: 'normal', fabricBy: 'client', description: 'Boubou', points: 1, source: 'test', createdBy: 'test', createdAt: of.now },
});
const told = (answer: OrderAnswer): unknown => {
  if ('order' in answer) return fullNumber(answer.order);
  if ('which' in answer) return answer.which.map(fullNumber);
  return answer.refused === 'unknown' ? { near: answer.near.map(fullNumber) } : answer.refused;
};
const staffFinds = async (of: Shop, typed: string, now = of.now) => told(await of.as({ now }, (business) => findOrder(business, typed)));

describe('staff call an order by its number', () => {
  let mine: Shop;
  beforeAll(async () => {
    mine = await openAnother(shop.db, {});
    for (const [year, seq] of [[2026, 24], [2026, 7], [2025, 7], [2025, 88], [2024, 9], [2026, 4242]] as const) await order(mine, year, seq);
    await order(shop, 2026, 42);
  });

  test.each<[string, string, unknown]>([
    ['STY-12 · this year', '24', 'ORD-2026-0024'], ['as it is written', '#0024', 'ORD-2026-0024'], ['only last year', '88', 'ORD-2025-0088'], ['in both years: they choose, this year first', '7', ['ORD-2026-0007', 'ORD-2025-0007']],
    ['in full, it is exact', 'ORD-2025-0007', 'ORD-2025-0007'], ['older than last year only in full', '9', { near: ['ORD-2026-0007', 'ORD-2025-0007'] }], ['older, in full', 'ORD-2024-0009', 'ORD-2024-0009'],
    ['J3, E1 · a slip: what they may have meant', '0042', { near: ['ORD-2026-0024'] }], ['E1 · nothing like it', '7777', { near: [] }], ['no number', 'boubou', 'unread'],
  ])('%s: «%s»', async (_, typed, expected) => expect(await staffFinds(mine, typed)).toEqual(expected));

  test('E1 · what others have is not there, and is not near', async () => {
    const other = await openAnother(shop.db, {});
    for (const typed of ['42', '24', '0042', 'ORD-2026-0042', 'ORD-2026-0024']) expect(await staffFinds(other, typed)).toEqual({ near: [] });
  });

  test('the year is that of the place: in the last hour of the year it has begun in Benin', async () => {
    const other = await openAnother(shop.db, {});
    await order(other, 2025, 3);
    expect(await staffFinds(other, '3', new Date('2026-12-31T22:30:00Z'))).toBe('ORD-2025-0003');
    expect(await staffFinds(other, '3', new Date('2026-12-31T23:30:00Z'))).toEqual({ near: [] });
  });
});

describe('a client calls an order by its number', () => {
  const clientOf = async (of: Shop, personId: string) => (await shop.db.client.create({ data: { tenantId: of.tenantId, personId, tags: [], firstSource: 'test' } })).id;
  const finds = async (personId: string, typed: string, now = shop.now) => told(await shop.db.$transaction((tx) => findOwnOrder(tx, { personId, now }, typed)));

  test('E45 · in two workshops: they are asked in which; in one, it is found there', async () => {
    const [afi, diop] = [await openAnother(shop.db, {}), await openAnother(shop.db, {})];
    const { id: personId } = await shop.db.person.create({ data: { fullName: 'Client' } });
    const [atAfi, atDiop] = [await clientOf(afi, personId), await clientOf(diop, personId)];
    for (const [of, clientId] of [[afi, atAfi], [diop, atDiop]] as const) await order(of, 2026, 42, clientId);
    await order(diop, 2026, 43, atDiop);
    const answer = await shop.db.$transaction((tx) => findOwnOrder(tx, { personId, now: shop.now }, '42'));
    expect('which' in answer && answer.which.map(({ tenantId, clientId }) => [tenantId, clientId]).sort()).toEqual([[afi.tenantId, atAfi], [diop.tenantId, atDiop]].sort());
    expect(await finds(personId, '43')).toBe('ORD-2026-0043');
    expect(await finds(personId, '34')).toEqual({ near: ['ORD-2026-0043'] });
    expect(await finds(personId, '43', new Date('2027-06-01'))).toBe('ORD-2026-0043');
    expect(await finds(personId, '43', new Date('2028-06-01'))).toEqual({ near: [] });
  });

  test('E1, E18 · only their own: not those of the same workshop, nor of who shares the phone', async () => {
    const afi = await openAnother(shop.db, {});
    const { id: personId } = await shop.db.person.create({ data: { fullName: 'Client' } });
    const own = await clientOf(afi, personId);
    await order(afi, 2026, 5, own);
    await order(afi, 2026, 6);
    expect(await finds(personId, '6')).toEqual({ near: ['ORD-2026-0005'] });
    expect(await finds(shop.nobody, '6')).toEqual({ near: [] });
  });
});

describe('numbers one slip away', () => {
  test('J3 · 0042 is first of all 0024 or 0402', () => expect(nearNumbers(42).slice(0, 2)).toEqual([402, 24]));

  test('a swap leads back; the number itself is never one; each once', () => fc.assert(fc.property(fc.integer({ min: 1, max: 9_999 }), (seq) => {
    const near = nearNumbers(seq);
    expect(near).not.toContain(seq);
    expect(new Set(near).size).toBe(near.length);
    for (const other of near.slice(0, 3)) expect(nearNumbers(other)).toContain(seq);
  })));
});
