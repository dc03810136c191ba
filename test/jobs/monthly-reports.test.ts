import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { claimDue } from '../../src/db/due.ts';
import { openReportedShop, type ReportedShop } from './reported-shop.ts';

let shop: ReportedShop;
beforeEach(async () => (shop = await openReportedShop({ begins: '2026-10-30T09:00:00Z' })));
afterEach(() => shop.close());

const made = async () => (await shop.reports()).map(({ kind, month, fileName, at }) => [kind, month, fileName, at.toISOString()]);
const monthly = () => shop.db.due.findMany({ where: { key: { startsWith: `report:monthly:${shop.tenantId}:` } }, orderBy: { runAt: 'asc' } });
const OCTOBER = ['monthly', '2026-10', 'synthese-DIOP-2026-10.pdf'];

describe('DIG-40 · the month before, on the first of the next one at six where the shop is', () => {
  test('once a month, however often it is planned, to the owners, who are told in the morning', async () => {
    await shop.plan();
    await shop.wakeAt('2026-10-31T09:00:00Z');
    await shop.wakeAt('2026-11-01T05:59:59Z');
    expect(await made()).toEqual([]);
    await shop.wakeAt('2026-11-01T06:00:00Z');
    await shop.wakeAt('2026-11-01T06:00:01Z');
    await shop.restart();
    await shop.wakeAt('2026-11-02T00:00:00Z');
    expect(await made()).toEqual([[...OCTOBER, '2026-11-01T06:00:00.000Z']]);
    const [letter, ...others] = await shop.letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ purpose: 'report', channel: 'sms', text: expect.stringMatching(/^Votre synthese de 10\/2026 en PDF, lien valable 24 h: https:\/\/griot\.example\.com\/r\/[\w-]{16}$/) });
    expect((await monthly()).map(({ key, status, runAt }) => [key.slice(-7), status, runAt.toISOString()])).toEqual([['2026-10', 'done', '2026-11-01T06:00:00.000Z'], ['2026-11', 'waiting', '2026-12-01T06:00:00.000Z']]);
  });

  test('a process that was down on the first makes it when it is back, days later', async () => {
    await shop.plan();
    await shop.wakeAt('2026-10-31T00:00:00Z');
    shop.sleepUntil('2026-11-04T11:30:00Z');
    await shop.restart();
    await shop.wakeAt('2026-11-04T11:30:05Z');
    expect(await made()).toEqual([[...OCTOBER, '2026-11-04T11:30:05.000Z']]);
  });

  test('one that dies after the file was made and before it was handed over leaves it to the next: once', async () => {
    await shop.plan();
    await shop.wakeAt('2026-10-31T00:00:00Z');
    shop.sleepUntil('2026-11-01T06:00:00Z');
    const [job] = (await claimDue(shop.db, { now: shop.now(), leaseUntil: new Date('2026-11-01T06:03:00Z'), limit: 99 })).filter(({ kind }) => kind === 'report.make');
    if (job === undefined || !('prepare' in shop.report)) throw new Error('nothing is due');
    expect(await shop.report.prepare(job, shop.now())).toBeInstanceOf(Function);
    await shop.wakeAt('2026-11-01T06:02:00Z');
    expect(await made()).toEqual([]);
    await shop.wakeAt('2026-11-01T06:03:01Z');
    expect(await made()).toEqual([[...OCTOBER, '2026-11-01T06:03:01.000Z']]);
    expect(await shop.letters()).toHaveLength(1);
  });

  test('a shop that sold nothing until then, or is suspended, is told nothing', async () => {
    await shop.plan();
    await shop.wakeAt('2026-10-31T00:00:00Z');
    await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { isActive: false } });
    await shop.wakeAt('2026-11-01T06:00:00Z');
    await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { isActive: true } });
    await shop.wakeAt('2026-11-02T00:00:00Z');
    await shop.db.sale.updateMany({ where: { tenantId: shop.tenantId }, data: { voidedAt: shop.now() } });
    await shop.wakeAt('2026-12-01T06:00:00Z');
    expect([await made(), await shop.letters()]).toEqual([[], []]);
    expect((await monthly()).map(({ status }) => status).slice(0, 2)).toEqual(['done', 'done']);
  });
});
