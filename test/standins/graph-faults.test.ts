import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
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

const text = (body: string) => ({ type: 'text', text: { body } });
const template = { type: 'template', template: { name: 'order_ready', language: { code: 'fr' }, components: [{ type: 'body', parameters: [{ type: 'text', text: '0042' }] }] } };
const sentTo = (who: string) => graph.log.of(graph.keyOf(who)).flatMap((entry) => (entry.from === 'business' ? [entry] : []));
const errorOf = async (answer: Response) => ((await answer.json()) as { error: { code: number; error_data: { details: string } } }).error;

describe('told to fail', () => {
  test.each([[131026, 400], [131047, 400], [130429, 400], [131056, 400], [131016, 500], [190, 401]])('refuses with %i', async (code, status) => {
    graph.faults.set({ refuse: code });
    const answer = await griot.send({ to: AWA, ...text('x') });
    expect(answer.status).toBe(status);
    expect((await errorOf(answer)).code).toBe(code);
    await graph.idle();
    expect(griot.statuses()).toEqual([]);
    expect(sentTo(AWA)).toMatchObject([{ status: 'refused', code }]);
  });

  test('outside the 24 hours a template still passes', async () => {
    graph.faults.set({ refuse: 131047 });
    expect((await griot.send({ to: AWA, ...template })).status).toBe(200);
  });

  test('a paused template is refused, what is no template passes', async () => {
    graph.faults.set({ refuse: 132015 });
    const answer = await griot.send({ to: AWA, ...template });
    expect([answer.status, (await errorOf(answer)).code]).toEqual([400, 132015]);
    expect((await griot.send({ to: AWA, ...text('x') })).status).toBe(200);
  });

  test('a 500 that is a web page', async () => {
    graph.faults.set({ refuse: 'html' });
    const answer = await griot.send({ to: AWA, ...text('x') });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('<html>');
  });

  test('one phone only, and twice only', async () => {
    graph.faults.set({ refuse: 131056, times: 2 }, graph.keyOf(AWA));
    const outcomes = [];
    for (const to of [AWA, KOFI, AWA, AWA]) outcomes.push((await griot.send({ to, ...text('x') })).status);
    expect(outcomes).toEqual([400, 200, 400, 200]);
  });

  test('drops the answer, though the message goes out and its statuses come', async () => {
    graph.faults.set({ dropAfterAccept: true });
    await expect(griot.send({ to: AWA, biz_opaque_callback_data: 'outbox-9', ...text('x') })).rejects.toThrow();
    await graph.idle();
    expect(sentTo(AWA)).toHaveLength(1);
    expect(griot.statuses()[0]).toMatchObject({ status: 'sent', biz_opaque_callback_data: 'outbox-9' });
  });

  const words: [string, Parameters<GraphStandin['faults']['set']>[0], string[]][] = [
    ['withholds', { withholdStatuses: true }, []],
    ['turns round', { statusesOutOfOrder: true }, ['read', 'delivered', 'sent']],
    ['stops after sent', { statusesUpTo: 'sent' }, ['sent']],
    ['fails later', { failLater: 131026 }, ['sent', 'failed']],
  ];
  test.each(words)('%s the statuses', async (_, fault, expected) => {
    graph.faults.set(fault);
    await griot.send({ to: AWA, ...text('x') });
    await graph.idle();
    expect(griot.statuses().map(({ status }) => status)).toEqual(expected);
  });

  test('sends the statuses before the answer', async () => {
    graph.faults.set({ statusesFirst: true });
    await griot.send({ to: AWA, ...text('x') });
    expect(griot.statuses()).toHaveLength(3);
  });
});
