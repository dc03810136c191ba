import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/channels/channel.ts';
import { createSmsClient } from '../../src/channels/sms/client.ts';
import { createWhatsAppClient, type WhatsAppClient } from '../../src/channels/whatsapp/client.ts';
import { renderWhatsApp } from '../../src/channels/whatsapp/render.ts';
import type { SmsFault } from '../../src/standins/africastalking-sms.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { phoneView } from '../../src/web/simulator/phone-view.ts';
import { transcript } from '../../src/web/simulator/transcript.ts';
import { API_KEY, AWA, PHONE_NUMBER_ID } from './echo-app.ts';
import { startEchoWorld, type EchoWorld } from './echo-world.ts';

let world: EchoWorld;
let whatsapp: WhatsAppClient;
beforeEach(async () => {
  world = await startEchoWorld();
  world.griot.answers = false;
  whatsapp = createWhatsAppClient({ apiUrl: world.graph.url, apiVersion: 'v24.0', token: 'jeton', phoneNumberId: PHONE_NUMBER_ID, timeoutMs: 400 });
});
afterEach(() => world.close());

const reply = (part: Partial<Reply>): Reply => ({ text: 'Que voulez-vous ?', options: [], menu: 'Choisir', more: 'Suite', over: false, step: 3, ...part });
const send = (part: Partial<Reply>) => whatsapp.send({ to: { phone: AWA }, message: renderWhatsApp(reply(part)), ourId: 'outbox-1' });
const shown = () => transcript(phoneView({ ...world, cast: [] }, AWA, new Date()), 'Awa').split('\n').slice(1);
const options = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `o${i}`, label: `Choix ${i + 1}` }));

describe('what our own client sends, the stand-in takes and shows', () => {
  test.each<[string, Partial<Reply>, string[]]>([
    ['a text', {}, ['Que voulez-vous ?']],
    ['buttons', { options: options(2) }, ['Que voulez-vous ?', '[Choix 1]', '[Choix 2]']],
    ['a list with hints', { options: [{ id: 'a', label: 'Wax', hint: '6 yards' }] }, ['Que voulez-vous ?', '[Wax] — 6 yards']],
    ['ten rows', { options: options(10) }, ['Que voulez-vous ?', ...options(10).map(({ label }) => `[${label}]`)]],
    ['a link', { link: { label: 'Payer', url: 'https://pay.example/1' } }, ['Que voulez-vous ?', '[link: Payer https://pay.example/1]']],
    ['a location request', { request: 'location' }, ['Que voulez-vous ?', '[location?]']],
    ['a contact request', { request: 'contact' }, ['Que voulez-vous ?', '[contact?]']],
  ])('%s', async (_, part, expected) => {
    expect(await send(part)).toMatchObject({ outcome: 'accepted', recipientId: '2290196000001' });
    expect(shown()).toEqual(expected);
    await world.graph.idle();
    expect(world.griot.statuses()[0]).toMatchObject({ biz_opaque_callback_data: 'outbox-1' });
  });

  test('a receipt by its address, a file it uploads and a photo it downloads', async () => {
    await send({ document: { url: 'https://griot.example/r/a', fileName: 'recu.pdf' } });
    expect(shown()).toEqual(['Que voulez-vous ?', '[document recu.pdf]']);
    expect(await whatsapp.upload(new Uint8Array(Buffer.from('%PDF-1.4')), 'application/pdf', 'recu.pdf')).toEqual({ mediaId: expect.any(String) });
    await world.graph.userSends(AWA, { type: 'media', kind: 'image', bytes: Buffer.from('jpeg'), mime: 'image/jpeg' });
    const image = world.griot.values().flatMap(({ messages = [] }) => messages)[0]?.image;
    expect(await whatsapp.download(image?.id ?? '', 100)).toMatchObject({ bytes: Buffer.from('jpeg'), mime: 'image/jpeg' });
  });

  test('its read receipt, with a typing sign', async () => {
    const { id } = await world.graph.userSends(AWA, { type: 'text', text: 'Bonjour' });
    expect(await whatsapp.markRead(id, { typing: true })).toEqual({ done: true });
    expect(phoneView({ ...world, cast: [] }, AWA, new Date()).whatsapp).toMatchObject({ typing: true, messages: [{ ticks: 'read' }] });
  });
});

describe('each fault is the outcome our client has for it', () => {
  test.each<[GraphFault, object]>([
    [{ refuse: 131026 }, { outcome: 'failed', code: 131026, verdict: { action: 'fallback' } }],
    [{ refuse: 131047 }, { outcome: 'failed', code: 131047 }],
    [{ refuse: 131056 }, { outcome: 'failed', code: 131056, verdict: { action: 'backoff', scope: 'pair' } }],
    [{ refuse: 130429 }, { outcome: 'failed', code: 130429, verdict: { action: 'backoff', scope: 'number' } }],
    [{ refuse: 190 }, { outcome: 'failed', code: 190, verdict: { action: 'stopChannel' } }],
    [{ refuse: 'html' }, { outcome: 'failed' }],
    [{ dropAfterAccept: true }, { outcome: 'unknown' }],
    [{ delayMs: 900 }, { outcome: 'unknown' }],
    [{ failLater: 131026 }, { outcome: 'accepted' }],
  ])('WhatsApp %j', async (fault, outcome) => {
    world.graph.faults.set(fault);
    expect(await send({})).toMatchObject(outcome);
  });

  test.each<[SmsFault, object]>([
    [{}, { outcome: 'accepted', parts: 1, cost: 'XOF 25.0000' }],
    [{ refuse: 'InvalidSenderId' }, { outcome: 'failed', code: 'InvalidSenderId' }],
    [{ refuse: 405 }, { outcome: 'failed', code: 405, verdict: { action: 'stopChannel' } }],
    [{ refuse: 406 }, { outcome: 'failed', code: 406, verdict: { action: 'optOut' } }],
    [{ refuse: 'down' }, { outcome: 'failed', code: 500, verdict: { action: 'retry' } }],
    [{ dropAfterAccept: true }, { outcome: 'unknown' }],
  ])('SMS %j', async (fault, outcome) => {
    world.africastalking.smsFaults.set(fault);
    const sms = createSmsClient({ apiUrl: world.africastalking.url, username: 'griot', apiKey: API_KEY, timeoutMs: 400 });
    expect(await sms.send({ to: AWA, text: 'Votre commande est prete', ourId: 'outbox-2' })).toMatchObject(outcome);
  });
});
