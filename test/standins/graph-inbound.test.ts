import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import type { UserMessage } from '../../src/standins/graph-inbound.ts';
import { APP_SECRET, AWA, PHONE_NUMBER_ID, KOFI, startEchoApp, type EchoApp } from './echo-app.ts';

let griot: EchoApp;
let graph: GraphStandin;

beforeEach(async () => {
  griot = await startEchoApp();
  graph = await startGraphStandin({ webhookUrl: `${griot.url}/webhooks/whatsapp`, appSecret: APP_SECRET, phoneNumberId: PHONE_NUMBER_ID, retryAfterMs: [1, 1, 1] });
  griot.graphUrl = graph.url;
});
afterEach(async () => {
  await graph.close();
  await griot.close();
});

const text = (said: string): UserMessage => ({ type: 'text', text: said });
const sentTo = (who: string) => graph.log.of(graph.keyOf(who)).flatMap((entry) => (entry.from === 'business' ? [entry] : []));

describe('what a person sends', () => {
  const rows: [string, UserMessage, object][] = [
    ['writes', { type: 'text', text: 'Où est ma robe / №42 ? 👗' }, { type: 'text', text: { body: 'Où est ma robe / №42 ? 👗' } }],
    ['taps a button', { type: 'button', id: '3:oui', title: 'Oui', replyTo: 'wamid.X' }, { type: 'interactive', context: { from: '2290190000000', id: 'wamid.X' }, interactive: { type: 'button_reply', button_reply: { id: '3:oui', title: 'Oui' } } }],
    ['picks a row', { type: 'row', id: 'wax', title: 'Wax', description: '6 yards' }, { interactive: { type: 'list_reply', list_reply: { id: 'wax', title: 'Wax', description: '6 yards' } } }],
    ['answers a template', { type: 'quickReply', id: 'STOP', title: 'Arrêter' }, { type: 'button', button: { payload: 'STOP', text: 'Arrêter' } }],
    ['shares a place on the equator', { type: 'location', latitude: 0, longitude: 9.45 }, { type: 'location', location: { latitude: 0, longitude: 9.45 } }],
    ['shares her own number', { type: 'contacts', own: true, cards: [{ name: 'Awa', phones: [AWA] }] }, { type: 'contacts', contacts: [{ origin: 'contact_request', phones: [{ phone: AWA, wa_id: '2290196000001' }] }] }],
    ['takes a reaction back', { type: 'reaction', to: 'wamid.X' }, { type: 'reaction', reaction: { message_id: 'wamid.X' } }],
    ['deletes a message', { type: 'raw', message: { type: 'revoke', revoke: { original_message_id: 'wamid.X' } } }, { type: 'revoke', revoke: { original_message_id: 'wamid.X' } }],
    ['sends a voice note', { type: 'media', kind: 'voice', bytes: Buffer.from('OggS'), mime: 'audio/ogg; codecs=opus' }, { type: 'audio', audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } }],
    ['sends a sticker', { type: 'media', kind: 'sticker', bytes: Buffer.from('RIFF'), mime: 'image/webp' }, { type: 'sticker', sticker: { animated: false } }],
  ];
  test.each(rows)('Awa %s: Griot gets it signed, in the envelope of Meta', async (_, message, expected) => {
    const { delivered } = await graph.userSends(AWA, message, { name: 'Awa Dossou' });
    const [hook] = griot.hooks;
    expect(delivered).toBe(true);
    expect(hook?.signed).toBe(true);
    expect(hook?.raw).toMatch(/^[\x20-\x7e]*$/);
    expect(hook?.raw).not.toMatch(/[^\\]\//);
    expect(hook?.json).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [{ changes: [{ field: 'messages', value: {
        messaging_product: 'whatsapp',
        metadata: { phone_number_id: PHONE_NUMBER_ID },
        contacts: [{ wa_id: '2290196000001', profile: { name: 'Awa Dossou' }, user_id: expect.stringMatching(/^BJ\.\d+$/) }],
        messages: [{ from: '2290196000001', timestamp: expect.stringMatching(/^\d{10}$/), id: expect.stringMatching(/^wamid\./), ...expected }],
      } }] }],
    });
  });

  test('any text at all is signed over its exact bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), async (said) => {
      griot.hooks.length = 0;
      await graph.userSends(AWA, { type: 'text', text: said });
      expect(griot.hooks[0]?.signed).toBe(true);
      expect(griot.values()[0]?.messages?.[0]?.text).toEqual({ body: said });
    }), { numRuns: 25 });
  });

  test('someone who hides the number is a user id and nothing else, and is answered there', async () => {
    griot.answers = true;
    await graph.userSends(AWA, text('Bonjour'), { hidden: true });
    await griot.idle();
    const [value] = griot.values();
    expect(value?.contacts?.[0]).not.toHaveProperty('wa_id');
    expect(value?.messages?.[0]).not.toHaveProperty('from');
    expect(sentTo(AWA).map(({ shown }) => shown.text)).toEqual(['Vous avez dit : Bonjour']);
  });

  test('Meta posts again until Griot answers 200, then no more', async () => {
    griot.nextAnswers.push(503, 'hang', 202);
    expect(await graph.userSends(AWA, text('Bonjour'))).toMatchObject({ delivered: true, attempts: 4 });
    expect(new Set(griot.hooks.map(({ raw }) => raw)).size).toBe(1);
  });

  test('a webhook that is never taken is given up, and the message keeps its single tick', async () => {
    griot.nextAnswers.push(503, 503, 503, 503);
    expect(await graph.userSends(AWA, text('Bonjour'))).toMatchObject({ delivered: false, status: 503, attempts: 4 });
    expect(graph.log.of('2290196000001')).toMatchObject([{ received: false }]);
  });

  test('told to duplicate, Meta posts the same message id three times at once', async () => {
    graph.faults.set({ duplicates: 2 }, '2290196000001');
    await graph.userSends(AWA, text('Bonjour'));
    await graph.userSends(KOFI, text('Bonjour'));
    const ids = griot.values().map(({ messages }) => messages?.[0]?.id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });
});

test('the signature is the HMAC of the documented vector', () => {
  expect(createHmac('sha256', APP_SECRET).update('Hello, World!').digest('hex')).toBe('757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17');
});
