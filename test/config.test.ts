import { expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.ts';

const PRODUCTION = { NODE_ENV: 'production', SECRET_KEY: 'a secret of more than thirty-two characters' };
const ACCOUNT = { FEDAPAY_SECRET_KEY: 'sk_live_x', FEDAPAY_WEBHOOK_SECRET: 'wh_live_x' };

test('without an account FedaPay is simulated, each time with secrets that nobody can guess', () => {
  const [one, two] = [readConfig({}).fedapay, readConfig({}).fedapay];
  expect(one).toEqual({ mode: 'simulated', settings: { secretKey: expect.stringMatching(/^[0-9a-f]{48}$/), webhookSecret: expect.stringMatching(/^[0-9a-f]{48}$/), apiUrl: undefined } });
  expect(one).not.toEqual(two);
});

test('in production it is off without an account, and half of one is said at once', () => {
  expect(readConfig(PRODUCTION).fedapay).toEqual({ mode: 'off' });
  expect(() => readConfig({ ...PRODUCTION, FEDAPAY_SECRET_KEY: 'sk_live_x' })).toThrow(ConfigError);
  expect(() => readConfig({ ...PRODUCTION, FEDAPAY_SECRET_KEY: 'sk_live_x' })).toThrow('FEDAPAY_WEBHOOK_SECRET: missing');
});

test('with an account it is real, at the address that is given or else where the key belongs', () => {
  expect(readConfig({ ...PRODUCTION, ...ACCOUNT }).fedapay).toEqual({ mode: 'real', settings: { secretKey: 'sk_live_x', webhookSecret: 'wh_live_x', apiUrl: undefined } });
  expect(readConfig({ ...ACCOUNT, FEDAPAY_API_URL: 'http://127.0.0.1:9/' }).fedapay).toMatchObject({ settings: { apiUrl: 'http://127.0.0.1:9' } });
});
