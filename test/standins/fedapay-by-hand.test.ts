import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createFedapayClient, tryKey } from '../../src/providers/fedapay/client.ts';
import { startFedapayStandin, type FedapayStandin } from '../../src/standins/fedapay.ts';

let fedapay: FedapayStandin;
beforeEach(async () => (fedapay = await startFedapayStandin({ accounts: [], byHand: true, retryAfterMs: [], sandboxAnswerMs: 1 })));
afterEach(() => fedapay.close());

test.each([
  ['sk_live_anything', 'right'], ['sk_sandbox_anything', 'right'], ['sk_live_wrong_one', 'wrong'], ['sk_live_ab', 'wrong'], ['pk_live_anything', 'wrong'],
])('J18 · tried by hand, %s is %s', async (secretKey, tried) => {
  expect(await tryKey({ secretKey, apiUrl: fedapay.url })).toBe(tried);
  expect(JSON.stringify(fedapay.calls())).not.toContain('anything');
});

test.each([['+2290195000301', 'pending'], ['+2290164000001', 'approved']])('its sandbox asks the simulated phone %s, which is then %s', async (phone, status) => {
  const secretKey = 'sk_sandbox_anything';
  fedapay.addAccount({ ref: 'KASSA', secretKey, webhookSecret: 'wh_x', webhookUrl: 'http://127.0.0.1:9/' });
  await createFedapayClient({ secretKey, apiUrl: fedapay.url }).ask({ amountXof: 500, merchantRef: 'pay-1', description: 'x', client: { name: 'Rose Agossou', phone }, push: { mode: 'momo_test', phone } });
  await fedapay.idle();
  expect(fedapay.transactions('KASSA')).toMatchObject([{ status }]);
  expect(fedapay.promptsOn(phone)).toHaveLength(1);
});
