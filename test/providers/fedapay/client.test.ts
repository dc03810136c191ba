import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Asked, PaymentRequest } from '../../../src/providers/payment-provider.ts';
import { createFedapayClient } from '../../../src/providers/fedapay/client.ts';
import type { FedapayFault } from '../../../src/standins/fedapay-state.ts';
import { listenOnLoopback } from '../../../src/standins/loopback-server.ts';
import { startFedapayStandin, type FedapayStandin } from '../../../src/standins/fedapay.ts';

const AFI = { ref: 'AFI', secretKey: 'sk_sandbox_of_afi_0123456789', webhookSecret: 'wh_afi', webhookUrl: 'http://127.0.0.1:9/' };
const DIOP = { ref: 'DIOP', secretKey: 'sk_sandbox_of_diop_987654321', webhookSecret: 'wh_diop', webhookUrl: 'http://127.0.0.1:9/' };
const AWA = '+2290196000001';
/** For a silence that is waited out: enough for every answer that does come. */
const PATIENCE_MS = 1_000;

let standin: FedapayStandin;
beforeEach(async () => {
  standin = await startFedapayStandin({ accounts: [AFI, DIOP], retryAfterMs: [], sandboxAnswerMs: 1 });
});
afterEach(() => standin.close());

const clientOf = ({ secretKey }: { secretKey: string }, apiUrl = standin.url) => createFedapayClient({ secretKey, apiUrl });
const patient = () => clientOf(AFI);
const impatient = () => createFedapayClient({ ...AFI, apiUrl: standin.url, timeoutMs: PATIENCE_MS });
/** An address where somebody listened a moment ago. */
async function deserted(): Promise<string> {
  const { url, close } = await listenOnLoopback(() => undefined);
  await close();
  return url;
}
const request = (changes: Partial<PaymentRequest> = {}): PaymentRequest => ({ amountXof: 12_500, merchantRef: 'pay-1', description: 'Acompte & retouche', client: { name: 'Awa Koffi', phone: AWA }, ...changes });
const pushed = (mode = 'mtn_open', phone = AWA) => request({ push: { mode, phone } });
const idOf = (asked: Asked): string => ('providerId' in asked ? asked.providerId : undefined) ?? 'none';
const steps = () => standin.calls().map(({ step }) => step);

describe('Awa is asked for 12 500 F', () => {
  test('on her phone: her operator prompts her, and it stays pending until she has approved', async () => {
    const asked = await patient().ask(pushed());
    expect(asked).toEqual({ outcome: 'asked', providerId: '480001', payUrl: expect.stringMatching(/\/pay\//) });
    expect(standin.prompts.of('0196000001')).toMatchObject([{ mode: 'mtn_open', transaction: { amountXof: 12_500, merchantRef: 'pay-1', status: 'pending' } }]);
    expect(await patient().look('480001')).toEqual({ outcome: 'seen', providerId: '480001', merchantRef: 'pay-1', status: 'pending', amountXof: 12_500, mode: 'mtn_open', phone: '0196000001' });
    standin.approve('480001');
    expect(await patient().find('pay-1')).toMatchObject({ outcome: 'seen', providerId: '480001', status: 'approved' });
  });

  test('on the page: one call, and nobody is prompted', async () => {
    expect(await patient().ask(request())).toMatchObject({ outcome: 'asked', payUrl: expect.stringContaining(standin.url) });
    expect(steps()).toEqual(['create']);
    expect(standin.prompts.phones()).toEqual([]);
  });

  test('by a FedaPay of before 2026: bare answers, and a call for the token', async () => {
    const old = await startFedapayStandin({ accounts: [AFI], retryAfterMs: [], plain: true });
    const asked = await createFedapayClient({ secretKey: AFI.secretKey, apiUrl: old.url }).ask(pushed());
    expect(asked).toMatchObject({ outcome: 'asked', payUrl: expect.stringContaining('/pay/') });
    expect(old.calls().map(({ step }) => step)).toEqual(['create', 'token', 'push']);
    await old.close();
  });

  test.each([['64000001', 'approved'], ['+22966000001', 'approved'], [AWA, 'declined']])('in their sandbox the number %s makes it %s', async (phone, status) => {
    const asked = await patient().ask(pushed('momo_test', phone));
    await standin.idle();
    expect(await patient().look(idOf(asked))).toMatchObject({ status });
  });
});

describe('what became of it', () => {
  test.each<[keyof FedapayStandin & ('approve' | 'decline' | 'cancel' | 'expire'), string | undefined, object]>([
    ['approve', undefined, { status: 'approved' }],
    ['approve', 'API_ERROR', { status: 'approved' }],
    ['decline', 'APPROVAL_REJECTED', { status: 'declined', reason: 'refusedByPerson' }],
    ['cancel', 'INSUFFICIENT_FUNDS', { status: 'canceled', reason: 'insufficientFunds' }],
    ['decline', 'WRONG_PIN', { status: 'declined', reason: 'wrongPin' }],
    ['decline', undefined, { status: 'declined', reason: 'unknown' }],
    ['expire', undefined, { status: 'expired', reason: 'timeout' }],
  ])('%s with %s', async (act, errorCode, expected) => {
    const id = idOf(await patient().ask(pushed()));
    standin[act](id, errorCode === undefined ? {} : { errorCode });
    expect(await patient().look(id)).toEqual({ outcome: 'seen', providerId: id, merchantRef: 'pay-1', amountXof: 12_500, mode: 'mtn_open', phone: '0196000001', ...expected });
  });

  test('money that was passed on to the merchant has come; what was given back is refunded', async () => {
    const id = idOf(await patient().ask(pushed()));
    standin.approve(id);
    standin.transfer(id);
    expect(await patient().look(id)).toMatchObject({ status: 'approved' });
    standin.refund(id);
    expect(await patient().look(id)).toMatchObject({ status: 'refunded' });
  });

  test('another amount than was asked for is told as it is', async () => {
    const id = idOf(await patient().ask(pushed()));
    standin.approve(id, { amountXof: 500 });
    expect(await patient().look(id)).toMatchObject({ status: 'approved', amountXof: 500 });
  });

  test('late: what had expired is approved', async () => {
    const id = idOf(await patient().ask(pushed()));
    standin.faults.set({ afterMs: 1 });
    standin.expire(id);
    standin.approve(id);
    expect(standin.transactions()).toMatchObject([{ status: 'expired' }]);
    await standin.idle();
    expect(await patient().look(id)).toMatchObject({ status: 'approved' });
  });

  test('what does not exist, or is another merchant\'s, is absent', async () => {
    const id = idOf(await patient().ask(pushed()));
    expect(await patient().find('pay-2')).toEqual({ outcome: 'absent' });
    expect(await patient().look('1')).toEqual({ outcome: 'absent' });
    expect(await createFedapayClient({ ...DIOP, apiUrl: standin.url }).look(id)).toEqual({ outcome: 'absent' });
  });
});

describe('when FedaPay is in trouble', () => {
  const outcomes: [string, FedapayFault, object, boolean][] = [
    ['silent: it may have been taken', { silent: true }, { outcome: 'unknown', reason: 'no answer: TimeoutError' }, false],
    ['taken, and the answer lost', { at: 'create', dropAfterAccept: true }, { outcome: 'unknown', reason: expect.stringMatching(/^no answer: /) }, true],
    ['the prompt sent, and its answer lost', { at: 'push', dropAfterAccept: true }, { outcome: 'unknown', providerId: '480001' }, true],
    ['the prompt not answered', { at: 'push', silent: true }, { outcome: 'unknown', providerId: '480001' }, true],
    ['down when it should prompt', { at: 'push', refuse: 'down' }, { outcome: 'unknown', reason: 'HTTP 500', providerId: '480001' }, true],
    ['a 500 that is a web page', { refuse: 'down' }, { outcome: 'unknown', reason: 'HTTP 500' }, false],
    ['a 500 that names a field', { refuse: 'invalid' }, { outcome: 'refused', reason: 'invalid' }, false],
    ['a key it does not know', { refuse: 'badKey' }, { outcome: 'refused', reason: 'account' }, false],
    ['too much at once', { refuse: 'busy' }, { outcome: 'refused', reason: 'busy' }, false],
    ['too much at once when it should prompt', { at: 'push', refuse: 'busy' }, { outcome: 'refused', reason: 'busy', providerId: '480001' }, true],
  ];
  test.each(outcomes)('%s', async (_, fault, expected, exists) => {
    standin.faults.set(fault);
    expect(await (fault.silent ? impatient() : patient()).ask(pushed())).toMatchObject(expected);
    standin.faults.clear();
    expect((await patient().find('pay-1')).outcome).toBe(exists ? 'seen' : 'absent');
  });

  test('a look that is not answered says so, and is not taken for an absence', async () => {
    for (const fault of [{ silent: true }, { dropAfterAccept: true }, { refuse: 'down' }, { refuse: 'badKey' }] as const) {
      standin.faults.set(fault);
      expect(await impatient().find('pay-1')).toMatchObject({ outcome: 'unreachable' });
    }
  });

  test('nobody there: nothing was asked', async () => {
    const nowhere = clientOf(AFI, await deserted());
    expect(await nowhere.ask(pushed())).toMatchObject({ outcome: 'refused', reason: 'unreachable', detail: 'not reached: ECONNREFUSED' });
    expect(await nowhere.look('1')).toMatchObject({ outcome: 'unreachable' });
    expect(await clientOf(AFI, 'not an address').ask(pushed())).toMatchObject({ outcome: 'refused', reason: 'unreachable', detail: 'not reached: ERR_INVALID_URL' });
  });

  test('asked again after a lost answer, nothing is made twice: it may be looked for', async () => {
    standin.faults.set({ at: 'create', dropAfterAccept: true, times: 1 });
    await clientOf(AFI).ask(pushed());
    expect(await patient().ask(pushed())).toEqual({ outcome: 'unknown', reason: 'the reference is taken' });
    expect(standin.transactions()).toHaveLength(1);
    expect(await patient().find('pay-1')).toMatchObject({ outcome: 'seen', status: 'pending' });
  });

  test.each([['a mode that nobody has', 'mtn_xx', AWA, 'mode'], ['a number that is none', 'mtn_open', '12', 'phone']])('%s is refused, and the transaction that stays is named', async (_, mode, phone, reason) => {
    const asked = await patient().ask(pushed(mode, phone));
    expect(asked).toMatchObject({ outcome: 'refused', reason, providerId: '480001' });
  });

  test('no error of any kind repeats a key or a number', async () => {
    const said: unknown[] = [];
    for (const refuse of ['down', 'badKey', 'invalid', 'busy'] as const) {
      standin.faults.set({ refuse });
      said.push(await clientOf(AFI).ask(pushed()), await clientOf(AFI).look('480001'), await clientOf(AFI).find('pay-1'));
    }
    standin.faults.clear();
    said.push(await clientOf({ secretKey: 'sk_sandbox_of_nobody' }).ask(pushed()), await clientOf(AFI, await deserted()).ask(pushed()), await clientOf({ secretKey: 'sk_sandbox_é\n' }).ask(pushed()));
    expect(JSON.stringify(said)).not.toMatch(/sk_sandbox|96000001/);
  });
});

test('sixty calls of two accounts at once: each with its own key', async () => {
  const afi = createFedapayClient({ ...AFI, apiUrl: standin.url });
  const diop = createFedapayClient({ ...DIOP, apiUrl: standin.url });
  const refs = Array.from({ length: 30 }, (_, i) => `pay-${i}`);
  const asked = await Promise.all(refs.flatMap((merchantRef) => [afi.ask({ ...pushed(), merchantRef, description: 'AFI' }), diop.ask({ ...pushed(), merchantRef, description: 'DIOP' })]));
  expect(new Set(asked.map(({ outcome }) => outcome))).toEqual(new Set(['asked']));
  for (const ref of ['AFI', 'DIOP']) {
    const own = standin.transactions(ref);
    expect(own.map(({ merchantRef }) => merchantRef).toSorted()).toEqual(refs.toSorted());
    expect(own.filter(({ description, phone }) => description !== ref || phone === null)).toEqual([]);
  }
});
