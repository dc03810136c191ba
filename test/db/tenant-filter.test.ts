import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { forTenant } from '../../src/db/for-tenant.ts';
import type { Database, Tx } from '../../src/db/open-database.ts';
import { currentTenant, TENANT_MODELS } from '../../src/db/tenant-filter.ts';
import { openTestDatabase } from '../helpers/database.ts';

const NOW = new Date('2026-11-20T09:00:00Z');

let database: Database;
/** Two businesses with the same person, the same phone, the same words. */
let afi: { id: string; clientId: string };
let bintou: { id: string; clientId: string };
let personId: string;
let strangerId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const db = database.prisma;
  personId = (await db.person.create({ data: { fullName: 'Jean Hounsou' } })).id;
  strangerId = (await db.person.create({ data: { fullName: 'Awa Dossou' } })).id;
  afi = await business('AFI', 'Atelier Afi');
  bintou = await business('BINTOU', 'Salon Bintou');

  async function business(code: string, name: string) {
    const { id } = await db.tenant.create({ data: { code, name, country: 'BJ', timezone: 'Africa/Porto-Novo', capabilities: [] } });
    const client = await db.client.create({ data: { tenantId: id, personId, phone: '+2290196000002', tags: ['fidele'], firstSource: 'demo' } });
    await db.member.create({ data: { tenantId: id, personId, role: 'owner', permissions: [] } });
    await db.due.create({ data: { tenantId: id, key: `remind:${code}`, kind: 'remind', runAt: NOW, createdAt: NOW } });
    return { id, clientId: client.id };
  }
});
afterAll(() => database.close());

class Undo extends Error {}

/** Nothing is kept. `walls` tells which of the two stand: the filter alone, or both. */
async function as<T>(tenantId: string, walls: 'filter' | 'both', work: (db: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await database.prisma.$transaction(async (tx) => {
    const value = walls === 'both' ? await forTenant(tx, tenantId, work) : await currentTenant.run(tenantId, async () => await work(tx));
    result = { value };
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  if (result === undefined) throw new Error('nothing was asked');
  return result.value;
}

describe.each(['filter', 'both'] as const)('DIG-22 · Afi works behind %s', (walls) => {
  const asAfi = <T>(work: (db: Tx) => Promise<T>) => as(afi.id, walls, work);

  test('and reads her own clients only', async () => {
    const own = [expect.objectContaining({ id: afi.clientId })];
    expect(await asAfi((db) => db.client.findMany())).toEqual(own);
    expect(await asAfi((db) => db.client.findMany({ where: { OR: [{ tenantId: bintou.id }, { phone: '+2290196000002' }] } }))).toEqual(own);
    expect(await asAfi((db) => db.client.findFirst({ where: { id: bintou.clientId } }))).toBeNull();
    expect(await asAfi((db) => db.client.findUnique({ where: { id: bintou.clientId } }))).toBeNull();
    expect(await asAfi((db) => db.client.findUnique({ where: { tenantId_personId: { tenantId: bintou.id, personId } } }))).toBeNull();
    expect(await asAfi((db) => db.client.findUnique({ where: { id: afi.clientId } }))).toMatchObject({ tenantId: afi.id });
    await expect(asAfi((db) => db.client.findUniqueOrThrow({ where: { id: bintou.clientId } }))).rejects.toThrow('No record was found');
  });

  test('and asking for another business by name finds nothing', async () => {
    expect(await asAfi((db) => db.client.findMany({ where: { tenantId: bintou.id } }))).not.toContainEqual(expect.objectContaining({ tenantId: bintou.id }));
    expect(await asAfi((db) => db.due.count({ where: { key: 'remind:BINTOU' } }))).toBe(0);
  });

  test('and counts her own', async () => {
    expect(await asAfi((db) => db.client.count())).toBe(1);
    expect(await asAfi((db) => db.client.aggregate({ _count: true }))).toEqual({ _count: 1 });
    expect(await asAfi((db) => db.client.groupBy({ by: ['tenantId'], _count: true }))).toEqual([{ tenantId: afi.id, _count: 1 }]);
  });

  test('and writes into her own house, whatever she says', async () => {
    const row = { tenantId: bintou.id, personId: strangerId, tags: [], firstSource: 'sms' };
    expect(await asAfi((db) => db.client.create({ data: row }))).toMatchObject({ tenantId: afi.id });
    expect(await asAfi((db) => db.client.createManyAndReturn({ data: [row] }))).toEqual([expect.objectContaining({ tenantId: afi.id })]);
    expect(await asAfi(async (db) => {
      await db.client.createMany({ data: row });
      return db.client.count();
    })).toBe(2);
  });

  test('and changes nothing of another', async () => {
    const change = { firstSource: 'vole' };
    await expect(asAfi((db) => db.client.update({ where: { id: bintou.clientId }, data: change }))).rejects.toThrow('No record was found');
    expect(await asAfi((db) => db.client.updateMany({ data: change }))).toEqual({ count: 1 });
    expect(await asAfi((db) => db.client.updateManyAndReturn({ where: { id: bintou.clientId }, data: change }))).toEqual([]);
    expect(await asAfi((db) => db.client.update({ where: { id: afi.clientId }, data: { ...change, tenantId: bintou.id } }))).toMatchObject({ tenantId: afi.id });
  });

  test('and no upsert takes a row over or gives one away', async () => {
    const row = { tenantId: bintou.id, personId: strangerId, tags: [], firstSource: 'sms' };
    const taken = asAfi((db) => db.client.upsert({ where: { id: bintou.clientId }, create: { ...row, id: bintou.clientId }, update: { firstSource: 'vole' } }));
    expect(await taken.catch(() => null)).toBeNull();
    expect(await asAfi((db) => db.client.upsert({ where: { id: afi.clientId }, create: row, update: { tenantId: bintou.id } }))).toMatchObject({ id: afi.clientId, tenantId: afi.id });
    expect(await asAfi((db) => db.client.upsert({ where: { tenantId_personId: { tenantId: bintou.id, personId: strangerId } }, create: row, update: {} }))).toMatchObject({ tenantId: afi.id });
  });

  test('and deletes nothing of another', async () => {
    await expect(asAfi((db) => db.client.delete({ where: { id: bintou.clientId } }))).rejects.toThrow('No record was found');
    expect(await asAfi((db) => db.client.deleteMany())).toEqual({ count: 1 });
    expect(await asAfi((db) => db.due.deleteMany({ where: { key: 'remind:BINTOU' } }))).toEqual({ count: 0 });
  });
});

describe('both walls together', () => {
  test('what hangs on a row that several share is cut off too', async () => {
    const person = await as(afi.id, 'both', (db) => db.person.findUniqueOrThrow({ where: { id: personId }, include: { clients: true, members: true } }));
    expect(person.clients.map(({ tenantId }) => tenantId)).toEqual([afi.id]);
    expect(person.members.map(({ tenantId }) => tenantId)).toEqual([afi.id]);
  });

  test('a business sees itself, and only people it knows', async () => {
    expect(await as(afi.id, 'both', (db) => db.tenant.findMany({ select: { code: true } }))).toEqual([{ code: 'AFI' }]);
    expect(await as(afi.id, 'both', (db) => db.person.findMany({ select: { id: true } }))).toEqual([{ id: personId }]);
    await expect(as(afi.id, 'both', (db) => db.contact.findMany())).rejects.toThrow();
  });

  test('a promise handed on without waiting for it is filtered like any other', async () => {
    const row = { tenantId: bintou.id, personId: strangerId, tags: [], firstSource: 'sms' };
    expect(await as(afi.id, 'both', (db) => db.client.create({ data: row }))).toMatchObject({ tenantId: afi.id });
  });

  test('a business asked about inside another leaves the first where it was', async () => {
    const seen = await database.prisma.$transaction((tx) => forTenant(tx, afi.id, async (db) => {
      await forTenant(tx, bintou.id, (theirs) => theirs.client.findMany());
      return { clients: await db.client.findMany(), raw: await db.$queryRaw<{ tenantId: string }[]>`SELECT "tenantId"::text AS "tenantId" FROM "Client"` };
    }));
    expect(seen.clients.map(({ tenantId }) => tenantId)).toEqual([afi.id]);
    expect(seen.raw).toEqual([{ tenantId: afi.id }]);
  });

  test('afterwards the platform is the platform again', async () => {
    const seen = await database.prisma.$transaction(async (tx) => {
      await forTenant(tx, afi.id, (db) => db.client.findMany());
      return tx.client.count();
    });
    expect(seen).toBe(2);
  });

  test('work that fails opens no door, even when somebody catches it and goes on', async () => {
    const seen = await database.prisma.$transaction(async (tx) => {
      await forTenant(tx, afi.id, () => Promise.reject(new Error('the shop is closed'))).catch(() => undefined);
      const [row] = await tx.$queryRaw<{ clients: number }[]>`SELECT count(*)::int AS clients FROM "Client"`;
      return row?.clients;
    });
    expect(seen).toBe(1);
  });

  test('Afi and Bintou at once each see their own', async () => {
    const one = (id: string) => database.prisma.$transaction((tx) => forTenant(tx, id, async (db) => (await db.client.findMany()).map(({ tenantId }) => tenantId)));
    const turns = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? afi.id : bintou.id));
    expect(await Promise.all(turns.map(one))).toEqual(turns.map((id) => [id]));
  });

  test('every tenant model is known to the client under its name', () => {
    const models = [...TENANT_MODELS].map((model) => model.charAt(0).toLowerCase() + model.slice(1));
    expect(models.filter((model) => !(model in database.prisma))).toEqual([]);
  });
});
