import { describe, expect, test } from '@jest/globals';
import { verdictFor } from '../../../src/channels/whatsapp/errors.ts';

/** The facts, a line for each action: a code that stands nowhere here stands nowhere in the table. */
const ACTIONS: Record<string, number[]> = {
  stopChannel: [0, 190, 3, 10, 200, 299, 131005, 368, 131031, 131037, 131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015],
  retry: [1, 2, 131000, 131016, 133004],
  fail: [33, 100, 131008, 131009, 131021, 131030, 131049, 131051, 131052, 131053, 130472, 132000, 132005, 132007, 132012, 134011, 135000, 137000],
  backoff: [4, 80007, 613, 130429, 131056, 131057, 133016],
  stopBulk: [131048, 131042, 131063, 131064],
  fallback: [131026, 131047, 131062, 130497],
  optOut: [131050],
  stopTemplate: [132001, 132015, 132016, 132068, 132069],
};
const rows = Object.entries(ACTIONS).flatMap(([action, codes]) => codes.map((code) => [code, action] as const));

describe('a refusal of Meta', () => {
  test.each(rows)('with code %d means: %s', (code, action) => {
    expect(verdictFor({ code }).action).toBe(action);
    expect(verdictFor({ code: String(code), httpStatus: 400 })).toEqual(verdictFor({ code }));
  });

  test('that stops something wakes an operator', () => {
    for (const [code, action] of rows.filter(([, action]) => action.startsWith('stop'))) expect([code, action, verdictFor({ code }).alert]).toEqual([code, action, true]);
  });

  test.each([
    [131056, 'pair'],
    [130429, 'number'],
    [131057, 'number'],
    [4, 'app'],
    [80007, 'app'],
    [613, 'app'],
  ])('with code %d concerns the %s', (code, scope) => {
    expect(verdictFor({ code }).scope).toBe(scope);
  });

  test('of one more promotion holds for a day', () => {
    expect(verdictFor({ code: 131049 }).retryAfterMs).toBe(24 * 3600 * 1000);
  });

  test('without a reason is tried once more', () => {
    expect(verdictFor({ code: 1 }).maxAttempts).toBe(2);
  });

  test.each<[string, { code?: number | string; httpStatus?: number }, object]>([
    ['too many requests, whatever the code', { code: 100, httpStatus: 429 }, { action: 'backoff', scope: 'app' }],
    ['too many requests, without a code', { httpStatus: 429 }, { action: 'backoff', scope: 'app' }],
    ['too many requests, of a known kind', { code: 131056, httpStatus: 429 }, { action: 'backoff', scope: 'pair' }],
    ['a page of a proxy', { httpStatus: 502 }, { action: 'retry' }],
    ['an unknown code of a server in trouble', { code: 987654, httpStatus: 500 }, { action: 'retry' }],
    ['an unknown code of a request refused', { code: 987654, httpStatus: 400 }, { action: 'fail' }],
    ['an unknown code of a status', { code: 987654 }, { action: 'fail' }],
    ['a code that is a word', { code: 'unknown' }, { action: 'fail' }],
    ['an empty code', { code: '' }, { action: 'fail' }],
    ['a blank code', { code: ' ' }, { action: 'fail' }],
    ['a token refused', { httpStatus: 401 }, { action: 'stopChannel' }],
    ['a door closed', { httpStatus: 403 }, { action: 'stopChannel' }],
    ['an address that is not there', { httpStatus: 404 }, { action: 'fail' }],
    ['a redirect', { httpStatus: 302 }, { action: 'fail' }],
    ['nothing at all', {}, { action: 'fail' }],
  ])('as %s', (_, answer, verdict) => {
    expect(verdictFor(answer)).toMatchObject(verdict);
  });
});
