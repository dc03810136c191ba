import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { APP_SECRET, AWA, PHONE_NUMBER_ID, startEchoApp, type EchoApp } from './echo-app.ts';

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

const text = (body: string) => ({ type: 'text', text: { body } });
const template = { type: 'template', template: { name: 'order_ready', language: { code: 'fr' }, components: [{ type: 'body', parameters: [{ type: 'text', text: '0042' }] }] } };
const sentTo = (who: string) => graph.log.of(graph.keyOf(who)).flatMap((entry) => (entry.from === 'business' ? [entry] : []));
const errorOf = async (answer: Response) => ((await answer.json()) as { error: { code: number; error_data: { details: string } } }).error;

describe('what Griot sends', () => {
  const cta = { type: 'cta_url', body: { text: 'Payer' }, action: { name: 'cta_url', parameters: { display_text: 'Payer', url: 'https://pay.example/1' } } };
  const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
  const buttons = (...all: object[]) => ({ type: 'interactive', interactive: { type: 'button', body: { text: '?' }, action: { buttons: all } } });
  const list = (...rows: object[]) => ({ type: 'interactive', interactive: { type: 'list', body: { text: '?' }, action: { button: 'Choisir', sections: [{ rows }] } } });
  const row = (i: number) => ({ id: `r${i}`, title: `Ligne ${i}` });

  const good: [string, object][] = [
    ['a text', text('Bonjour')],
    ['a text without a type', { text: { body: 'Bonjour' } }],
    ['4096 emoji', text('👗'.repeat(4096))],
    ['three buttons', buttons(button('a', 'Oui'), button('b', 'Non'), button('c', 'x'.repeat(20)))],
    ['ten rows', list(...Array.from({ length: 10 }, (_, i) => row(i)))],
    ['a link button', { type: 'interactive', interactive: cta }],
    ['a location request', { type: 'interactive', interactive: { type: 'location_request_message', body: { text: 'Où ?' }, action: { name: 'send_location' } } }],
    ['a contact request', { type: 'interactive', interactive: { type: 'contact_request', body: { text: 'Votre numéro ?' } } }],
    ['a template', template],
    ['a picture by link', { type: 'image', image: { link: 'https://griot.example/robe.jpg', caption: 'Robe' } }],
  ];
  test.each(good)('%s is accepted as Meta accepts it', async (_, message) => {
    const answer = await griot.send({ to: AWA, biz_opaque_callback_data: 'outbox-1', ...message });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ messaging_product: 'whatsapp', contacts: [{ input: AWA, wa_id: '2290196000001' }], messages: [{ id: expect.stringMatching(/^wamid\./) }] });
    await graph.idle();
    expect(griot.statuses()).toMatchObject(['sent', 'delivered', 'read'].map((status) => ({ status, recipient_id: '2290196000001', biz_opaque_callback_data: 'outbox-1', timestamp: expect.any(String) })));
    expect(griot.hooks.every(({ signed }) => signed)).toBe(true);
    expect(sentTo(AWA)).toMatchObject([{ status: 'read' }]);
  });

  const bad: [string, object, number][] = [
    ['nobody to send to', text('x'), 100],
    ['no text', { to: AWA, type: 'text' }, 100],
    ['an empty text', { to: AWA, ...text('') }, 100],
    ['4097 characters', { to: AWA, ...text('x'.repeat(4097)) }, 100],
    ['an unknown type', { to: AWA, type: 'poll' }, 100],
    ['another product', { to: AWA, messaging_product: 'sms', ...text('x') }, 100],
    ['no interactive', { to: AWA, type: 'interactive' }, 100],
    ['a title of 21', { to: AWA, ...buttons(button('a', 'x'.repeat(21))) }, 131009],
    ['four buttons', { to: AWA, ...buttons(...['a', 'b', 'c', 'd'].map((id) => button(id, id))) }, 131009],
    ['two buttons of one id', { to: AWA, ...buttons(button('a', 'Oui'), button('a', 'Non')) }, 131009],
    ['two buttons of one title', { to: AWA, ...buttons(button('a', 'Oui'), button('b', 'Oui')) }, 131009],
    ['eleven rows', { to: AWA, ...list(...Array.from({ length: 11 }, (_, i) => row(i))) }, 131009],
    ['two rows of one id', { to: AWA, ...list(row(1), row(1)) }, 131009],
    ['a row of 25', { to: AWA, ...list({ id: 'a', title: 'x'.repeat(25) }) }, 131009],
    ['an empty list', { to: AWA, ...list() }, 131009],
    ['a media id of nobody', { to: AWA, type: 'image', image: { id: '99' } }, 100],
    ['both id and link', { to: AWA, type: 'document', document: { id: '99', link: 'https://griot.example/x.pdf' } }, 100],
  ];
  test.each(bad)('%s is refused as Meta refuses it', async (_, message, code) => {
    const answer = await griot.send(message);
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toMatchObject({ code, type: 'OAuthException', error_data: { details: expect.any(String) }, fbtrace_id: expect.any(String) });
    expect(sentTo(AWA).filter(({ status }) => status !== 'refused')).toEqual([]);
  });

  test('a send without a token is 401, and one to another number of ours is not known', async () => {
    expect((await griot.send({ to: AWA, ...text('x') }, { authorization: '' })).status).toBe(401);
    const elsewhere = await fetch(`${graph.url}/v24.0/999/messages`, { method: 'POST', headers: { authorization: 'Bearer x', 'content-type': 'application/json' }, body: '{}' });
    expect((await errorOf(elsewhere)).code).toBe(100);
  });

  test('without the + the message leaves for a stranger with two country codes', async () => {
    const answer = (await (await griot.send({ to: '2290196000001', ...text('x') })).json()) as { contacts: { wa_id: string }[] };
    expect(answer.contacts[0]?.wa_id).toBe('2292290196000001');
    expect(sentTo(AWA)).toEqual([]);
  });

  test('a user id is answered without a wa_id', async () => {
    const answer = await (await griot.send({ recipient: 'US.13491208655302741918', ...text('Bonjour') })).json();
    expect(answer).toMatchObject({ contacts: [{ input: 'US.13491208655302741918', user_id: 'US.13491208655302741918' }] });
    await graph.idle();
    expect(griot.statuses()[0]).toMatchObject({ recipient_user_id: 'US.13491208655302741918' });
    expect(griot.statuses()[0]).not.toHaveProperty('recipient_id');
  });

  test('a read receipt turns the ticks of Awa blue and shows that somebody types', async () => {
    const { id } = await graph.userSends(AWA, { type: 'text', text: 'Bonjour' });
    expect((await griot.send({ status: 'read', message_id: id, typing_indicator: { type: 'text' } })).status).toBe(200);
    expect(graph.log.of('2290196000001')).toMatchObject([{ read: true }]);
    expect(graph.typingUntil(AWA)).toBeInstanceOf(Date);
    await griot.send({ to: AWA, ...text('Bonjour Awa') });
    expect(graph.typingUntil(AWA)).toBeUndefined();
    expect((await griot.send({ status: 'read', message_id: 'wamid.inconnu' })).status).toBe(400);
  });

  test('a phone keeps its last 200 messages', async () => {
    for (let i = 0; i < 205; i += 1) await griot.send({ to: AWA, ...text(`n° ${i}`) });
    expect(sentTo(AWA)).toHaveLength(200);
    expect(sentTo(AWA)[0]?.shown.text).toBe('n° 5');
  });

  test('an approved template is shown in its words, an unknown one is 132001', async () => {
    await graph.close();
    graph = await startGraphStandin({ webhookUrl: `${griot.url}/webhooks/whatsapp`, appSecret: APP_SECRET, phoneNumberId: PHONE_NUMBER_ID, templateText: (name, language) => (name === 'order_ready' && language === 'fr' ? 'Votre commande {{1}} est prête.' : undefined) });
    griot.graphUrl = graph.url;
    expect((await griot.send({ to: AWA, ...template })).status).toBe(200);
    expect(sentTo(AWA)[0]?.shown.text).toBe('Votre commande 0042 est prête.');
    const unknown = await griot.send({ to: AWA, type: 'template', template: { name: 'order_ready', language: { code: 'en' } } });
    expect((await errorOf(unknown)).code).toBe(132001);
  });
});
