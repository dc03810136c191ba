import type { Verdict } from '../channel.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const retry: Verdict = { action: 'retry' };
const fail: Verdict = { action: 'fail' };
const templateFault: Verdict = { action: 'fail', alert: true };
const stopChannel: Verdict = { action: 'stopChannel', alert: true };
const stopTemplate: Verdict = { action: 'stopTemplate', alert: true };
const stopBulk: Verdict = { action: 'stopBulk', alert: true };
const fallback: Verdict = { action: 'fallback' };
const backoffApp: Verdict = { action: 'backoff', scope: 'app' };
const backoffNumber: Verdict = { action: 'backoff', scope: 'number' };

/** Meta's codes decide, not titles or HTTP statuses: 400 is used even for rate limits. */
const VERDICTS: [number | [from: number, to: number], Verdict][] = [
  [0, stopChannel], // the token is invalid or has expired
  [1, { action: 'retry', maxAttempts: 2 }],
  [2, retry],
  [3, stopChannel], // permission
  [4, backoffApp],
  [10, stopChannel],
  [33, fail],
  [100, fail],
  [190, stopChannel],
  [[200, 299], stopChannel],
  [368, stopChannel], // policy
  [613, backoffApp],
  [80007, backoffApp],
  [130429, backoffNumber],
  [130472, fail], // the person is in an experiment of Meta's
  [130497, { action: 'fallback', alert: true }], // this recipient's country: the others still get theirs
  [131000, retry],
  [131005, stopChannel],
  [131008, fail],
  [131009, fail],
  [131016, retry],
  [131021, fail], // to ourselves
  [131026, fallback], // not on WhatsApp
  [131030, fail], // not among the test numbers
  [131031, stopChannel],
  [131037, stopChannel], // display name not approved
  [131042, stopBulk], // payment: answers inside the window still pass
  [131045, stopChannel],
  [131047, fallback], // more than 24 h since they wrote
  [131048, stopBulk],
  [131049, { action: 'fail', scope: 'pair', retryAfterMs: 24 * HOUR_MS }], // too many promotions for this person
  [131050, { action: 'optOut' }],
  [131051, fail],
  [131052, fail],
  [131053, fail],
  [131056, { action: 'backoff', scope: 'pair' }], // 4^n seconds after the n-th attempt
  [131057, { action: 'backoff', scope: 'number', retryAfterMs: 2 * MINUTE_MS }],
  [131062, fallback], // needs the phone number, not a user id
  [131063, stopBulk],
  [131064, stopBulk],
  [132000, templateFault],
  [132001, stopTemplate], // none of that name in this language, or not approved
  [132005, templateFault],
  [132007, templateFault],
  [132012, templateFault],
  [132015, stopTemplate],
  [132016, stopTemplate],
  [132068, stopTemplate],
  [132069, stopTemplate],
  [133004, retry],
  [133016, { action: 'backoff', scope: 'number', alert: true, retryAfterMs: HOUR_MS }],
  [[133000, 133015], stopChannel], // registration and PIN: an operator's task
  [134011, fail],
  [135000, fail],
  [137000, fail],
];

const BY_HTTP_STATUS: [from: number, to: number, Verdict][] = [
  [401, 401, stopChannel],
  [403, 403, stopChannel],
  [408, 408, retry],
  [400, 499, templateFault],
  [500, 599, retry],
];

/** What to do about a refusal. Resellers send codes as strings; a proxy sends none. */
export function verdictFor({ code, httpStatus }: { code?: number | string | undefined; httpStatus?: number | undefined }): Verdict {
  const known = byCode(code);
  if (httpStatus === 429) return known?.action === 'backoff' ? known : backoffApp;
  return known ?? byHttpStatus(httpStatus) ?? fail;
}

function byCode(code: number | string | undefined): Verdict | undefined {
  if (!/^\d+$/.test(String(code))) return undefined;
  const number = Number(code);
  const inRow = (codes: number | [number, number]) => (typeof codes === 'number' ? codes === number : codes[0] <= number && number <= codes[1]);
  return VERDICTS.find(([codes]) => inRow(codes))?.[1];
}

function byHttpStatus(status: number | undefined): Verdict | undefined {
  return BY_HTTP_STATUS.find(([from, to]) => status !== undefined && from <= status && status <= to)?.[2];
}
