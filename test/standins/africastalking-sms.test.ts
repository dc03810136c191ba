import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startAfricastalkingStandin, type AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import type { SmsFault } from '../../src/standins/africastalking-sms.ts';
import { API_KEY, AWA, KOFI, TOKEN, startEchoApp, type EchoApp } from './echo-app.ts';

let griot: EchoApp;
let at: AfricastalkingStandin;

beforeEach(async () => {
  griot = await startEchoApp();
  at = await startAfricastalkingStandin({ callbackUrl: `${griot.url}/webhooks/africastalking/${TOKEN}`, apiKey: API_KEY, username: 'griot', retryAfterMs: [1, 1, 1] });
  griot.smsUrl = at.url;
});
afterEach(async () => {
  await at.close();
  await griot.close();
});

const reports = () => griot.posted('/delivery');
const sent = (phone: string) => at.sms.of(phone).filter(({ from }) => from === 'business');

describe('what Griot sends', () => {
  test('an SMS is answered 201 and its reports end in Success', async () => {
    const answer = await griot.sendSms({ to: AWA, message: 'Votre commande est prete', from: 'GRIOT' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ SMSMessageData: {
      Message: 'Sent to 1/1 Total Cost: XOF 25.0000',
      Recipients: [{ statusCode: 101, number: AWA, cost: 'XOF 25.0000', status: 'Success', messageId: expect.stringMatching(/^ATXid_[0-9a-f]{32}$/) }],
    } });
    await at.idle();
    const [{ id } = { id: '' }] = sent(AWA);
    expect(reports()).toMatchObject([{ id, status: 'Sent', phoneNumber: AWA }, { id, status: 'Success', phoneNumber: AWA }]);
    expect(sent(AWA)).toMatchObject([{ text: 'Votre commande est prete', sender: 'GRIOT', status: 'Success' }]);
  });

  test('several people in one send each get theirs; a number that is none is 403', async () => {
    const answer = (await (await griot.sendSms({ to: `${AWA}, ${KOFI},MTN`, message: 'x', enqueue: '1' })).json()) as { SMSMessageData: { Message: string; Recipients: { statusCode: number }[] } };
    expect(answer.SMSMessageData.Recipients.map(({ statusCode }) => statusCode)).toEqual([102, 102, 403]);
    expect(answer.SMSMessageData.Message).toBe('Sent to 2/3 Total Cost: XOF 50.0000');
  });

  const refused: [string, Record<string, string>, Record<string, string>, number, string][] = [
    ['a wrong key', { to: AWA, message: 'x' }, { apiKey: 'faux' }, 401, 'The supplied authentication is invalid'],
    ['a stranger', { to: AWA, message: 'x', username: 'autre' }, {}, 401, 'The supplied authentication is invalid'],
    ['no recipient', { message: 'x' }, {}, 400, "Request is missing required form field 'to'"],
    ['no text', { to: AWA }, {}, 400, "Request is missing required form field 'message'"],
  ];
  test.each(refused)('%s is refused in plain text', async (_, form, headers, status, body) => {
    const answer = await griot.sendSms(form, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toBe(body);
  });
});

describe('told to fail', () => {
  const refusals: [string, SmsFault, number, unknown][] = [
    ['an unknown sender is a failure that comes as 201', { refuse: 'InvalidSenderId' }, 201, { SMSMessageData: { Message: 'InvalidSenderId', Recipients: [] } }],
    ['no money', { refuse: 405 }, 201, { SMSMessageData: { Recipients: [{ statusCode: 405, status: 'InsufficientBalance', messageId: 'None', cost: '0' }] } }],
    ['blacklisted', { refuse: 406 }, 201, { SMSMessageData: { Message: 'Sent to 0/1 Total Cost: XOF 0.0000', Recipients: [{ statusCode: 406, status: 'UserInBlacklist' }] } }],
  ];
  test.each(refusals)('%s', async (_, fault, status, body) => {
    at.smsFaults.set(fault);
    const answer = await griot.sendSms({ to: AWA, message: 'x' });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject(body as Record<string, unknown>);
    await at.idle();
    expect(reports()).toEqual([]);
    expect(sent(AWA)).toMatchObject([{ status: 'refused' }]);
  });

  test('a key that is no longer good, in plain text', async () => {
    at.smsFaults.set({ refuse: 'badKey', times: 1 });
    const answer = await griot.sendSms({ to: AWA, message: 'x' });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([401, expect.stringContaining('text/plain'), 'The supplied authentication is invalid']);
    expect((await griot.sendSms({ to: AWA, message: 'x' })).status).toBe(201);
  });

  test('down twice, then up again, and only for Awa', async () => {
    at.smsFaults.set({ refuse: 'down', times: 2 }, AWA);
    const outcomes = [];
    for (const to of [AWA, KOFI, AWA, AWA]) outcomes.push((await griot.sendSms({ to, message: 'x' })).status);
    expect(outcomes).toEqual([500, 201, 500, 201]);
  });

  test('the answer is dropped though the SMS goes out', async () => {
    at.smsFaults.set({ dropAfterAccept: true });
    await expect(griot.sendSms({ to: AWA, message: 'x' })).rejects.toThrow();
    await at.idle();
    expect(sent(AWA)).toMatchObject([{ status: 'Success' }]);
  });

  test.each([
    ['withheld', { withholdReports: true }, []],
    ['a failure with its reason', { failReport: 'UserInBlackList' }, ['Sent undefined', 'Failed UserInBlackList']],
    ['posted twice', { duplicates: 1 }, ['Sent undefined', 'Sent undefined', 'Success undefined', 'Success undefined']],
  ])('the reports are %s', async (_, fault, expected) => {
    at.smsFaults.set(fault);
    await griot.sendSms({ to: AWA, message: 'x' });
    await at.idle();
    expect(reports().map(({ status, failureReason }) => `${status} ${failureReason}`)).toEqual(expected);
  });
});

describe('what Awa writes', () => {
  test('arrives as the form of Africa\'s Talking, and is answered', async () => {
    griot.answers = true;
    await at.userSmsSends(AWA, 'ou est 42 ? 100% & co +1');
    await griot.idle();
    expect(griot.posted('/sms')).toEqual([{ from: AWA, to: 'GRIOT', text: 'ou est 42 ? 100% & co +1', id: expect.stringMatching(/^[0-9a-f]{32}$/), date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), linkId: '', networkCode: '99999' }]);
    expect(griot.hooks[0]?.path).toBe(`/webhooks/africastalking/${TOKEN}/sms`);
    expect(at.sms.of(AWA).map(({ text }) => text)).toEqual(['ou est 42 ? 100% & co +1', 'Bien recu : ou est 42 ? 100% & co +1']);
  });

  test('is posted again until Griot takes it, always with the same id', async () => {
    griot.nextAnswers.push('hang', 503);
    expect(await at.userSmsSends(AWA, 'STOP')).toMatchObject({ delivered: true, attempts: 3 });
    expect(new Set(griot.posted('/sms').map(({ id }) => id)).size).toBe(1);
  });

  test('told to duplicate, the same SMS comes three times', async () => {
    at.smsFaults.set({ duplicates: 2 });
    await at.userSmsSends(AWA, 'STOP');
    expect(griot.posted('/sms').map(({ text }) => text)).toEqual(['STOP', 'STOP', 'STOP']);
  });

  test('an opt-out at the operator names the sender', async () => {
    await at.userOptsOut(AWA);
    expect(griot.posted('/opt-out')).toEqual([{ senderId: 'GRIOT', phoneNumber: AWA }]);
  });
});
