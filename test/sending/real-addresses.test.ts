import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import nock from 'nock';
import { readConfig } from '../../src/config.ts';
import { senders } from '../../src/sending/senders.ts';

/** Stand-ins have addresses of their own: only here is it seen that, with real accounts, we call the real ones. */
beforeAll(() => {
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
});
afterAll(() => {
  nock.restore();
});

const config = readConfig({
  WHATSAPP_TOKEN: 'EAAG', WHATSAPP_PHONE_NUMBER_ID: '106540352242922', AFRICASTALKING_USERNAME: 'griot', AFRICASTALKING_API_KEY: 'atsk', AFRICASTALKING_SENDER_ID: 'GRIOT',
});
const send = senders(config.whatsapp, config.africasTalking);
const parcel = { id: 1, key: 'turn:1:0', contactId: 'c', tenantId: null, purpose: 'reply' as const, lane: 0, attempts: 1, doubts: 0, createdAt: new Date(), validUntil: null, refusedAt: null, externalId: '2290196000001' };
const plainly = { as: 'message' as const, courteously: () => undefined };

test('a WhatsApp message goes to the Graph API of Meta, under our number and our token', async () => {
  const graph = nock('https://graph.facebook.com', { reqheaders: { authorization: 'Bearer EAAG' } })
    .post('/v24.0/106540352242922/messages', (body: { to?: string; biz_opaque_callback_data?: string }) => body.to === '+2290196000001' && body.biz_opaque_callback_data === 'turn:1:0')
    .reply(200, { messaging_product: 'whatsapp', contacts: [{ input: '+2290196000001', wa_id: '2290196000001' }], messages: [{ id: 'wamid.1' }] });
  const sent = await send({ ...parcel, channel: 'whatsapp', provider: 'whatsapp', payload: { message: { type: 'text', text: { body: 'Bonjour' } } } }, plainly);
  expect(sent).toMatchObject({ outcome: 'accepted', providerId: 'wamid.1' });
  expect(graph.isDone()).toBe(true);
});

test("an SMS goes to Africa's Talking, under our key and our sender", async () => {
  const gateway = nock('https://api.africastalking.com', { reqheaders: { apikey: 'atsk' } })
    .post('/version1/messaging', (form: { to?: string; from?: string; username?: string }) => form.to === '+2290196000001' && form.from === 'GRIOT' && form.username === 'griot')
    .reply(201, { SMSMessageData: { Message: 'Sent to 1/1', Recipients: [{ statusCode: 101, number: '+2290196000001', cost: 'XOF 25.00', status: 'Success', messageId: 'ATXid_1' }] } });
  const sent = await send({ ...parcel, channel: 'sms', provider: 'africastalking', payload: { text: 'Bonjour' } }, plainly);
  expect(sent).toMatchObject({ outcome: 'accepted', providerId: 'ATXid_1' });
  expect(gateway.isDone()).toBe(true);
});
