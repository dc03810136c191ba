import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAnother, openShop } from '../domain/orders/shop.ts';

const MIGRATION = new URL('../../prisma/migrations/20261121150000_own_measures/migration.sql', import.meta.url);

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

test('measures kept under the name of their client are found under none; those of others keep theirs', async () => {
  const LONG = 'Marie-Antoinette Akouavi Gbèdolo';
  const kept: Record<string, string[]> = { 'Hélène Ahouré': ['Fifi', 'helene ahoure', 'Hélène'], [LONG]: [LONG.slice(0, 24), LONG, 'Yao'], 'Jean Bio': ['Mon époux'] };
  for (const [fullName, labels] of Object.entries(kept)) {
    const { tenantId, clientId } = await openAnother(shop.db, {});
    const { personId } = await shop.db.client.findUniqueOrThrow({ where: { id: clientId } });
    await shop.db.person.update({ where: { id: personId }, data: { fullName } });
    for (const [at, label] of labels.entries()) await shop.db.measureProfile.create({ data: { tenantId, clientId, label, createdAt: new Date(shop.now.getTime() + at) } });
  }
  await shop.db.$executeRawUnsafe(readFileSync(MIGRATION, 'utf8'));
  const after = await shop.db.measureProfile.findMany({ orderBy: [{ clientId: 'asc' }, { createdAt: 'asc' }] });
  expect(after.map(({ label }) => label)).toEqual(['Fifi', '', 'Hélène', '', LONG, 'Yao', 'Mon époux']);
});
