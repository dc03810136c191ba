import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';

const ACCOUNT = '102290129340398';
let graph: GraphStandin;
beforeAll(async () => (graph = await startGraphStandin({ webhookUrl: 'http://127.0.0.1:9/', appSecret: 'secret', phoneNumberId: '100', retryAfterMs: [] })));
afterAll(() => graph.close());
beforeEach(() => {
  graph.account.templates = [];
});

const ask = async (path: string, body?: object) => {
  const answer = await fetch(`${graph.url}/v24.0/${path}`, { headers: { authorization: 'Bearer any', 'content-type': 'application/json' }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};
const bodyOf = (text: string, ...examples: string[]) => ({ type: 'BODY', text, ...(examples.length === 0 ? {} : { example: { body_text: [examples] } }) });
const ready = (more: object = {}) => ({ name: 'ready', language: 'fr', category: 'UTILITY', components: [bodyOf('Commande {{1}} prête.', '0042'), { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Payer' }] }], ...more });
const create = (template: object) => ask(`${ACCOUNT}/message_templates`, template);
const send = (values: string[]) => ask('100/messages', { messaging_product: 'whatsapp', to: '+2290196000001', type: 'template', template: { name: 'ready', language: { code: 'fr' }, components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }, { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'payer' }] }] } });
const codeOf = ({ json }: Awaited<ReturnType<typeof ask>>) => (json['error'] as { code: number; error_subcode?: number } | undefined);

describe('a template that is written', () => {
  test('waits to be approved, is listed by the fields asked for, and is sent once it is', async () => {
    expect(await create(ready())).toEqual({ status: 200, json: { id: expect.any(String), status: 'PENDING', category: 'UTILITY' } });
    expect((await ask(`${ACCOUNT}/message_templates?fields=name,status`)).json['data']).toEqual([{ id: expect.any(String), name: 'ready', status: 'PENDING' }]);
    expect(codeOf(await send(['0042']))?.code).toBe(132001);
    await graph.decideTemplate('ready', 'fr', 'APPROVED');
    expect(codeOf(await send([]))?.code).toBe(132000);
    expect((await send(['0042'])).status).toBe(200);
    const entry = graph.log.of('2290196000001').at(-1);
    expect(entry?.from === 'business' && entry.shown).toMatchObject({ text: 'Commande 0042 prête.', options: [{ id: 'payer', title: 'Payer' }] });
    await graph.decideTemplate('ready', 'fr', 'PAUSED');
    expect(codeOf(await send(['0042']))?.code).toBe(132015);
  });

  test('is edited once it was looked at, and waits again', async () => {
    const { json: { id } } = await create(ready());
    const edit = () => ask(String(id), { components: [bodyOf('Autre commande {{1}} prête.', '0042')] });
    expect(codeOf(await edit())?.error_subcode).toBe(2388025);
    await graph.decideTemplate('ready', 'fr', 'REJECTED', 'INVALID_FORMAT');
    expect(await edit()).toEqual({ status: 200, json: { success: true } });
    expect(graph.account.templates[0]).toMatchObject({ status: 'PENDING', components: [{ text: 'Autre commande {{1}} prête.' }] });
  });

  test.each<[string, object, object]>([
    ['in a language that has it', ready(), { code: 100, error_subcode: 2388024, error_user_msg: 'There is already content for this template in fr.' }],
    ['that begins with a blank', ready({ name: 'other', components: [bodyOf('*{{1}}* est prête.', '0042')] }), { error_subcode: 2388299 }],
    ['that ends with one', ready({ name: 'other', components: [bodyOf('Prête : {{1}}', '0042')] }), { error_subcode: 2388299 }],
    ['without examples', ready({ name: 'other', components: [bodyOf('Commande {{1}} prête.')] }), { error_subcode: 2388043 }],
    ['without a body', ready({ name: 'other', components: [{ type: 'FOOTER', text: 'Griot' }] }), { error_subcode: 2388043 }],
    ['whose blanks are out of order', ready({ name: 'other', components: [bodyOf('Commande {{2}} prête.', '0042')] }), { error_subcode: 2388073 }],
    ['that is too long', ready({ name: 'other', components: [bodyOf('x'.repeat(1025))] }), { error_subcode: 2388040 }],
    ['with a name that is none', ready({ name: 'Other' }), { code: 100 }],
  ])('is refused %s', async (_what, template, error) => {
    await create(ready());
    expect((await create(template)).json['error']).toMatchObject(error);
    expect(graph.account.templates.length).toBe(1);
  });
});
