import type { Verdict } from '../channel.ts';

const fail: Verdict = { action: 'fail' };
const retry: Verdict = { action: 'retry' };
const optOut: Verdict = { action: 'optOut' };
const stopChannel: Verdict = { action: 'stopChannel', alert: true };
const ourFault: Verdict = { action: 'fail', alert: true };

export const ACCEPTED: ReadonlySet<number> = new Set([100, 101, 102]);

/** One row a refusal: its number in a send answer and its name there or in a delivery report, where capitals differ. */
const VERDICTS: [code: number | undefined, name: string, Verdict][] = [
  [401, 'RiskHold', ourFault],
  [402, 'InvalidSenderId', ourFault],
  [403, 'InvalidPhoneNumber', fail],
  [404, 'UnsupportedNumberType', fail],
  [405, 'InsufficientBalance', stopChannel],
  [406, 'UserInBlacklist', optOut],
  [407, 'CouldNotRoute', fail],
  [409, 'DoNotDisturbRejection', optOut],
  [500, 'InternalServerError', retry],
  [501, 'GatewayError', retry],
  [502, 'RejectedByGateway', fail],
  [undefined, 'InsufficientCredit', stopChannel],
  [undefined, 'InvalidLinkId', fail],
  [undefined, 'UserIsInactive', fail],
  [undefined, 'UserAccountSuspended', fail],
  [undefined, 'DeliveryFailure', fail],
  [undefined, 'NotNetworkSubscriber', fail],
  [undefined, 'UserNotSubscribedToProduct', fail],
  [undefined, 'UserDoesNotExist', fail],
  [undefined, 'AbsentSubscriber', fail],
  [undefined, 'Rejected', fail],
  [undefined, 'Failed', fail],
  [undefined, 'Expired', fail],
];

const HTTP: [from: number, to: number, Verdict][] = [
  [401, 401, stopChannel], // the key: nothing passes until somebody changes it
  [403, 403, stopChannel],
  [408, 408, retry],
  [429, 429, { action: 'backoff', scope: 'app' }],
  [300, 499, ourFault],
  [500, 599, retry],
];

/** What to do about a refusal of one recipient or the reason of a delivery report. Unknown ones fail and are shown to an operator. */
export function verdictFor(code: number | string): Verdict {
  const word = String(code).trim().toLowerCase();
  return VERDICTS.find(([number, name]) => word === String(number) || word === name.toLowerCase())?.[2] ?? ourFault;
}

/** What to do when the request as a whole was refused. */
export function verdictForHttp(status: number, retryAfterMs?: number): Verdict {
  const verdict = HTTP.find(([from, to]) => from <= status && status <= to)?.[2] ?? ourFault;
  return retryAfterMs === undefined ? verdict : { ...verdict, retryAfterMs };
}
