import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { whatsappText } from '../../src/web/simulator/whatsapp-text.ts';
import { html, renderHtml } from '../../src/web/html.ts';
import { AWA } from '../standins/echo-app.ts';
import { startEchoWorld, type EchoWorld } from '../standins/echo-world.ts';

let world: EchoWorld;
beforeEach(async () => { world = await startEchoWorld(); });
afterEach(() => world.close());

const get = (query: string) => fetch(`${world.url}/simulator${query}`);
const page = async (query = '') => (await get(query)).text();
const post = (form: Record<string, string>, path = 'act', headers: Record<string, string> = {}) =>
  fetch(`${world.url}/simulator/${path}`, { method: 'POST', body: new URLSearchParams({ who: AWA, lang: 'fr', view: 'whatsapp', ...form }), redirect: 'manual', headers });
const api = async (body: object) => {
  const answer = await fetch(`${world.url}/simulator/api/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ who: AWA, ...body }) });
  return { status: answer.status, body: (await answer.json()) as { problem?: string } };
};
const settled = () => world.griot.idle();
const transcript = async () => ((await (await get(`/api/phone?who=${encodeURIComponent(AWA)}`)).json()) as { transcript: string }).transcript;

describe('without JavaScript', () => {
  test('Awa writes, goes back to the page, and reads the answer there', async () => {
    const answer = await post({ channel: 'whatsapp', text: '<b>menu</b>' });
    expect(answer.status).toBe(303);
    await settled();
    const read = await page(answer.headers.get('location')?.replace('/simulator', ''));
    expect(read).toContain('Vous avez dit : &lt;b&gt;menu&lt;/b&gt;');
    expect(read).not.toContain('<b>menu</b>');
  });

  test('she taps a button, then a row, each quoting its message', async () => {
    await post({ channel: 'whatsapp', text: 'menu' });
    await settled();
    const [, message] = /name="message" value="(wamid[^"]+)"/.exec(await page()) ?? [];
    await post({ channel: 'whatsapp', tap: '1:Commander', message: message ?? '' });
    await settled();
    await post({ channel: 'whatsapp', tap: 'tissu-1' });
    await settled();
    expect(await transcript()).toBe(['# whatsapp Awa', '> menu', 'Que voulez-vous faire ?', '[Commander]', '[Payer]', '[Aide]', '> [Commander]', 'Choisissez un tissu',
      '[Wax 6 yards] — 4 000 F le yard', '[Bazin riche] — 5 000 F le yard', '[Kita] — 6 000 F le yard', '[Lépi] — 7 000 F le yard', '> [Bazin riche]', 'Vous avez dit : Bazin riche'].join('\n'));
    expect(world.griot.values().find(({ messages }) => messages?.some((message) => 'interactive' in message))?.messages?.[0]).toMatchObject({ context: { id: message }, interactive: { button_reply: { id: '1:Commander', title: 'Commander' } } });
  });

  test('the keys of the phone add to what is typed, and one of them takes away', async () => {
    expect(await page('?text=*384*2&key=2')).toContain('value="*384*22"');
    expect(await page('?text=*384*22%23&erase=1')).toContain('value="*384*22"');
    expect(await page('?text=1&key=%3Cb%3E')).toContain('value="1"');
  });

  test('she dials, answers, comes to the end and puts the screen away', async () => {
    await post({ channel: 'ussd', text: '*384*22#' });
    expect(await page()).toContain('Bienvenue chez Griot\n1. Mes commandes');
    await post({ channel: 'ussd', text: '2' });
    expect(await page()).toContain('Au revoir.');
    await post({ channel: 'ussd', putAway: '1' });
    expect(await page()).not.toContain('class="popup"');
    expect(await transcript()).toBe('# ussd Awa\n> *384*22#\nCON Bienvenue chez Griot\n1. Mes commandes\n2. Quitter\n> 2\nEND Au revoir.');
  });

  test('a code of nobody, and a call that is cut', async () => {
    await post({ channel: 'ussd', text: '*100#' });
    expect(await page()).toContain('Problème de connexion');
    await post({ channel: 'ussd', text: '*384*22#' });
    await post({ channel: 'ussd', hangup: '1' });
    expect(await transcript()).toContain('> *100#\n[network error]\n> *384*22#\nCON Bienvenue chez Griot\n1. Mes commandes\n2. Quitter\n> /drop');
  });

  test.each([['photo', 'image'], ['document', 'document'], ['voice', 'audio'], ['sticker', 'sticker'], ['location', 'location'], ['contact', 'contacts'], ['ownNumber', 'contacts']])('she attaches a sample: %s', async (attach, type) => {
    await post({ channel: 'whatsapp', attach });
    const [message] = world.griot.values().flatMap(({ messages = [] }) => messages);
    expect(message?.type).toBe(type);
  });

  test('a photo of hers is posted with its caption, and shown by the page', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ who: AWA, channel: 'whatsapp', text: 'Ma robe' })) form.set(name, value);
    form.set('file', new File([readFileSync('src/web/simulator/samples/boubou.jpg')], 'robe.jpg', { type: 'image/jpeg' }));
    await fetch(`${world.url}/simulator/act`, { method: 'POST', body: form, redirect: 'manual' });
    const [message] = world.griot.values().flatMap(({ messages = [] }) => messages);
    expect(message?.image).toMatchObject({ caption: 'Ma robe', mime_type: 'image/jpeg' });
    const [, source] = /<img src="([^"]+)"/.exec(await page()) ?? [];
    const image = await fetch(`${world.url}${source}`);
    expect(image.headers.get('content-type')).toBe('image/jpeg');
  });

  test('a paper of ours has its name and opens beside the phone', async () => {
    await world.griot.send({ to: AWA, type: 'document', document: { link: 'https://griot.example/r/abc', filename: 'recu-2026-0042.pdf', caption: 'Acompte reçu' } });
    await settled();
    expect(await page()).toMatch(/class="file" href="https:\/\/griot\.example\/r\/abc" target="_blank" rel="noopener noreferrer">.*<span>recu-2026-0042\.pdf<\/span>/s);
    expect(await transcript()).toBe(['# whatsapp Awa', 'Acompte reçu', '[document recu-2026-0042.pdf]'].join('\n'));
  });

  test('a web page sent as a document is saved, never shown', async () => {
    const form = new FormData();
    form.set('who', AWA);
    form.set('channel', 'whatsapp');
    form.set('file', new File(['<script>alert(1)</script>'], 'x.html', { type: 'text/html' }));
    await fetch(`${world.url}/simulator/act`, { method: 'POST', body: form, redirect: 'manual' });
    const [, address] = /class="file" href="([^"]+)"/.exec(await page()) ?? [];
    const file = await fetch(`${world.url}${address}`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  test.each([
    ['nothing', { channel: 'whatsapp', text: '  ' }, 'nothingSaid'],
    ['a button that is not there', { channel: 'whatsapp', tap: 'x' }, 'noSuchOption'],
    ['a number without a country', { channel: 'sms', text: 'x', who: '97' }, 'badRequest'],
    ['an SMS from someone who hides the number', { channel: 'sms', text: 'x', who: 'BJ.123' }, 'noNumber'],
    ['another network', { channel: 'telex', text: 'x' }, 'badRequest'],
  ])('she is told what is wrong with %s', async (_, form, problem) => {
    const answer = await post(form);
    expect(answer.headers.get('location')).toContain(`problem=${problem}`);
    expect(await page(`?problem=${problem}`)).toContain('role="alert"');
  });

  test('when Griot does not take the message the page says so, and its tick is a clock', async () => {
    world.griot.nextAnswers.push(503, 503, 503);
    const answer = await post({ channel: 'whatsapp', text: 'Bonjour' });
    expect(answer.headers.get('location')).toContain('problem=notTaken');
    expect(await page()).toContain('pas encore reçu par Griot');
  });
});

test('the cast has profile names, a stranger has none', async () => {
  await post({ channel: 'whatsapp', text: 'Bonjour' });
  await post({ channel: 'whatsapp', text: 'Bonjour', who: '+2290195123456' });
  expect(world.griot.values().flatMap(({ messages, contacts = [] }) => (messages ? contacts.map(({ profile }) => profile) : []))).toEqual([{ name: 'Awa Dossou' }, undefined]);
});

describe('the switches', () => {
  test('refuse, then put right: for this phone', async () => {
    await post({ scope: 'this', refuse: '131047', refuseSms: '405', duplicates: '2', delayUssd: '5', hopTwice: 'on' }, 'faults');
    expect(world.graph.faults.of('2290196000001')).toEqual({ refuse: 131047, duplicates: 2 });
    expect(world.graph.faults.of('2290196000010')).toEqual({});
    expect(world.africastalking.smsFaults.of(AWA)).toEqual({ refuse: 405 });
    expect(world.africastalking.ussdFaults.of(AWA)).toEqual({ hopTwice: true, delayMs: 5 });
    const read = await page();
    expect(read).toContain('<option value="131047" selected>');
    expect(read).toContain('Des pannes sont actives');
    await post({ clear: '1' }, 'faults');
    expect(world.graph.faults.of('2290196000001')).toEqual({});
  });

  test('for everybody', async () => {
    await post({ scope: 'all', fate: 'dropAfterAccept', statuses: 'reverse', fateSms: 'failReport' }, 'faults');
    expect(world.graph.faults.of('2290196000010')).toEqual({ dropAfterAccept: true, statusesOutOfOrder: true });
    expect(world.africastalking.smsFaults.of('+221770000001')).toEqual({ failReport: 'DeliveryFailure' });
  });

  test('what WhatsApp refused is a note on the phone and no line of the transcript', async () => {
    await post({ scope: 'this', refuse: '131026' }, 'faults');
    await post({ channel: 'whatsapp', text: 'Bonjour' });
    await settled();
    expect(await page()).toContain('WhatsApp a refusé ce message (code 131026)');
    expect(await transcript()).toBe('# whatsapp Awa\n> Bonjour');
  });
});

describe('the page', () => {
  test('escapes the names of the cast, speaks English when asked, and allows no inline script', async () => {
    const answer = await get('?lang=en');
    const read = await answer.text();
    expect(read).toContain('Afi &lt;Kossou&gt;');
    expect(read).toContain('propriétaire &amp; tailleur');
    expect(read).toContain('Who holds the phone?');
    expect(read).not.toMatch(/<script(?! type="module" src=)|<style|\son\w+=|\sstyle=/);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test.each(['?who=%22%3E%3Cscript%3E', '?who=97', '?view=%22x&lang=zz&typed=%3Cscript%3E&problem=%3Cscript%3E'])('survives %s', async (query) => {
    const answer = await get(query);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('<script>');
  });

  test('a page of another site cannot write in the name of Awa', async () => {
    expect((await post({ channel: 'whatsapp', text: 'x' }, 'act', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(world.griot.hooks).toEqual([]);
  });

  test.each(['simulator.css', 'phones.css', 'simulator.js', 'icon.svg'])('serves %s', async (name) => {
    expect((await get(`/static/${name}`)).status).toBe(200);
  });
  test.each(['..%2Fpage.ts', 'page.ts', '%2e%2e/%2e%2e/package.json'])('does not serve %s', async (name) => {
    expect((await get(`/static/${name}`)).status).toBe(404);
  });
});

describe('for programs', () => {
  test('send, then see the phone', async () => {
    expect(await api({ channel: 'sms', text: 'ou est 42' })).toMatchObject({ status: 200, body: { phone: { sms: { messages: [{ from: 'person', text: 'ou est 42', ticks: 'delivered', parts: 1 }] } } } });
    expect(await api({ channel: 'ussd', text: '*384*22#' })).toMatchObject({ body: { phone: { ussd: { open: true, screen: { kind: 'con' } } } } });
  });

  test.each([[{ channel: 'whatsapp', tap: 'x' }, 409, 'noSuchOption'], [{ channel: 'fax' }, 400, 'badRequest'], [{ channel: 'sms', text: ' ' }, 400, 'nothingSaid']])('%j is refused', async (body, status, problem) => {
    expect(await api(body)).toMatchObject({ status, body: { problem } });
  });

  test('news comes as events', async () => {
    const leave = new AbortController();
    const events = await fetch(`${world.url}/simulator/events?who=${encodeURIComponent(AWA)}`, { signal: leave.signal });
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    await api({ channel: 'ussd', text: '*384*22#' });
    let heard = '';
    while (!heard.includes('data: changed')) heard += (await reader?.read())?.value ?? 'data: changed at the end';
    expect(heard).toContain('data: changed\n\n');
    leave.abort();
  });
});

test.each([
  ['*gras* et _penché_ et ~barré~', '<b>gras</b> et <i>penché</i> et <s>barré</s>'],
  ['2*3*4 et a_b_c', '2*3*4 et a_b_c'],
  ['voir https://griot.bj/r/x?a=1&b=2.', 'voir <a href="https://griot.bj/r/x?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">https://griot.bj/r/x?a=1&amp;b=2</a>.'],
  ['*<img onerror=x>*', '<b>&lt;img onerror=x&gt;</b>'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('WhatsApp shows %s', (text, expected) => {
  expect(renderHtml(html`${whatsappText(text)}`)).toBe(expected);
});
