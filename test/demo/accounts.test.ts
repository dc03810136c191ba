import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { typedAccounts } from '../../src/demo/accounts.ts';
import { sealAccount, secretKeyOf } from '../../src/domain/payments/account-keys.ts';
import { openWorld, type World } from '../helpers/world.ts';

const TYPED = { secretKey: 'sk_live_typed_by_hand', webhookSecret: 'wh_live_typed_by_hand' };
let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

const keep = async (key: string): Promise<void> => {
  const { id: tenantId } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'SENA' } });
  await world.db.paymentAccount.deleteMany({ where: { ref: 'SENA' } });
  await world.db.paymentAccount.create({ data: { ...sealAccount('SENA', TYPED, key), tenantId, verifiedAt: world.now(), createdAt: world.now() } });
};

test('J18 · what an owner typed is known to the simulated FedaPay of the next process', async () => {
  await keep(world.config.secretKey);
  expect(await typedAccounts(world.db, world.config)).toEqual([{ ref: 'SENA', ...TYPED }]);
});

test('J18 · sealed by a process without a lasting SECRET_KEY, it is given keys that open', async () => {
  await keep('the key of a process that has ended');
  const [account] = await typedAccounts(world.db, world.config);
  expect(account).toMatchObject({ ref: 'SENA', secretKey: expect.stringMatching(/^sk_live_simulated_/) });
  const row = await world.db.paymentAccount.findUniqueOrThrow({ where: { ref: 'SENA' } });
  expect(secretKeyOf(row, world.config.secretKey)).toBe(account?.secretKey);
});

test('where FedaPay is real, no account is touched', async () => {
  const fedapay = { mode: 'real', settings: { ...TYPED, apiUrl: undefined } } as const;
  expect(await typedAccounts(world.db, { ...world.config, fedapay })).toEqual([]);
});
