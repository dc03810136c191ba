import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { networksOf, settle, smsTo, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

/** Each recording of Africa's Talking through the real routes of the whole app. */
let world: World;
let networks: Networks;
beforeAll(async () => {
  world = await openWorld({ cast: false });
  networks = networksOf(world);
});
afterAll(() => world.close());

const textOf = (name: string) => readFileSync(new URL(`../fixtures/africastalking/${name}`, import.meta.url), 'utf8').trim();
const recorded = (name: string): unknown => JSON.parse(textOf(name));
const post = async (path: string, form: string | Record<string, string>) => {
  const answer = await networks.form(path, form);
  await settle(world);
  return answer;
};

describe('a call', () => {
  test('ussd_captured_begin.txt is a first screen, and the same again', async () => {
    const first = await post('ussd', textOf('ussd_captured_begin.txt'));
    expect(first).toMatchObject({ status: 200, type: expect.stringContaining('text/plain'), body: expect.stringMatching(/^CON /) });
    expect((await post('ussd', textOf('ussd_captured_begin.txt'))).body).toBe(first.body);
    const session = await world.db.ussdSession.findUniqueOrThrow({ where: { sessionId: 'ATUid_e9d0662dea3f3db658e79d9b62f7900c' } });
    expect(session).toMatchObject({ serviceCode: '*384*70421#', networkCode: '99999', status: 'open' });
    expect(await world.db.inboundEvent.count({ where: { kind: 'ussd' } })).toBe(1);
  });

  test('ussd_captured_continue.txt goes on in it', async () => {
    expect((await post('ussd', textOf('ussd_captured_continue.txt'))).body).toMatch(/^(CON|END) /);
    expect(await world.db.ussdSession.count()).toBe(1);
    expect(await world.db.ussdHop.count()).toBe(2);
  });

  test('ussd_transcript_repeat_choice.json: the same choice twice is two steps', async () => {
    const { callbacks } = recorded('ussd_transcript_repeat_choice.json') as { callbacks: Record<string, string>[] };
    for (const form of callbacks) expect(await post('ussd', form)).toMatchObject({ status: 200, body: expect.stringMatching(/^(CON|END) /) });
    expect(await world.db.ussdHop.count()).toBe(2 + callbacks.length);
    for (const form of callbacks) await post('ussd', form);
    expect(await world.db.ussdHop.count()).toBe(2 + callbacks.length);
  });

  test('ussd_event_doc_success.json is stored, once, and nobody is called back', async () => {
    const before = await world.db.outbox.count();
    for (let times = 0; times < 2; times++) expect((await post('ussd-events', recorded('ussd_event_doc_success.json') as Record<string, string>)).status).toBe(200);
    expect(await world.db.inboundEvent.findMany({ where: { kind: 'ussdEnd' } })).toEqual([expect.objectContaining({ content: expect.objectContaining({ status: 'Success', hops: 3 }) })]);
    expect(await world.db.outbox.count()).toBe(before);
  });
});

describe('SMS', () => {
  test('sms_in_iso_date.txt is a text of its sender, answered once', async () => {
    for (let times = 0; times < 2; times++) expect((await post('sms', textOf('sms_in_iso_date.txt'))).status).toBe(200);
    const [event] = await world.db.inboundEvent.findMany({ where: { eventId: 'ec9adc86-51d5-4bc8-8eb0-d8ab0bb53dc3' } });
    expect(event).toMatchObject({ kind: 'text', channel: 'sms', content: { text: 'Msg' }, happenedAt: new Date('2017-05-03T06:04:45Z') });
    expect(smsTo(world, '+254791541111')).toHaveLength(1);
  });

  test.each([['dlr_success.txt', 'ATXid_dda018a640edfcc5d2ce455de3e4a6e7', 'delivered'], ['dlr_rejected.txt', 'ATXid_520e732ea1191c1f03a7d9bea3a91006', 'failed']])('%s is a tick of %s: %s', async (name, providerId, status) => {
    for (let times = 0; times < 2; times++) expect((await post('delivery', textOf(name))).status).toBe(200);
    expect(await world.db.receipt.findMany({ where: { providerId } })).toEqual([expect.objectContaining({ provider: 'africastalking', status })]);
  });

  test('sms_opt_out_shortcode.txt: no more SMS, said once', async () => {
    for (let times = 0; times < 2; times++) expect((await post('opt-out', textOf('sms_opt_out_shortcode.txt'))).status).toBe(200);
    const { id } = await world.db.contact.findUniqueOrThrow({ where: { phone: '+254720123123' } });
    expect(await world.db.consentEvent.findMany({ where: { contactId: id } })).toEqual([expect.objectContaining({ purpose: 'sms', value: false, channel: 'sms' })]);
    expect(smsTo(world, '+254720123123')).toEqual([]);
  });
});
