import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import { senders } from '../../src/sending/senders.ts';
import { json, loopback } from '../channels/whatsapp/loopback.ts';
import { recorded } from '../channels/whatsapp/payloads.ts';
import { networksOf } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** What the networks themselves have answered, word for word, through the running app: what the rows come to, and what is posted. */
type Server = Awaited<ReturnType<typeof loopback>>;
type Answer = Parameters<typeof loopback>[0];
let meta: Server;
let gateway: Server;
let answers: { meta: Answer; gateway: Answer };
let world: World;
let post: Outgoing;
let awa: string;
let id: string;
let told = 0;

const sms = (name: string): Answer => {
  const { http_status: status, content_type: type, body_text: body } = JSON.parse(readFileSync(`test/fixtures/africastalking/${name}`, 'utf8')) as { http_status: number; content_type: string; body_text: string };
  return (_, response) => response.writeHead(status, { 'content-type': type }).end(body.replace(/ATXid_\w+/, id));
};
const whatsapp = (status: number, name: string): Answer => json(status, JSON.stringify(recorded(name)).replace(/wamid\.[\w=]+/, id));
const html: Answer = (_, response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html><body>Sorry, something went wrong.</body></html>');
const dropped: Answer = (_, response) => response.destroy();
const accepted = () => {
  answers = { meta: whatsapp(200, 'meta_send_response_phone.json'), gateway: sms('send_response_queued_102.json') };
};

beforeAll(async () => {
  [meta, gateway] = [await loopback((asked, response) => answers.meta(asked, response)), await loopback((asked, response) => answers.gateway(asked, response))];
  const send = senders(
    { mode: 'real', settings: { token: 'EAAG', phoneNumberId: '106540352242922', appSecret: 's', verifyToken: 'v', apiUrl: meta.url, apiVersion: 'v24.0' } },
    { mode: 'real', settings: { username: 'griot', apiKey: 'k', senderId: undefined, callbackToken: 't', apiUrl: gateway.url } },
  );
  world = await openWorld({ send });
  post = await outgoing(world);
});
beforeEach(async () => {
  await world.db.outbox.updateMany({ data: { fallbackAt: null } }); // what an earlier test sent is no business of this one
  await post.nextMorning();
  awa = await post.person();
  id = `recorded.${(told += 1)}`;
  accepted();
  meta.seen.length = 0;
  gateway.seen.length = 0;
});
afterAll(async () => {
  await world.close();
  await meta.close();
  await gateway.close();
});

const news = (purpose: Purpose, channel: 'whatsapp' | 'sms' = 'whatsapp') => post.send({ to: awa, purpose, text: purpose, channel });
const row = () => post.row(awa);
const rows = () => post.rows(awa);
const later = async (many: number) => {
  for (let half = 0; half < 2 * many; half++) await post.later({ minutes: 0.5 });
};
/** How often each network was asked. */
const asked = () => [meta.seen.length, gateway.seen.length];

/** The first answer, then all is well; and what they come to within two minutes. */
const META: [name: string, answer: () => Answer, order: string[], promo: string[]][] = [
  ['meta_send_response_phone.json, 200', () => whatsapp(200, 'meta_send_response_phone.json'), ['order whatsapp sent'], ['promo whatsapp sent']],
  ['meta_send_response_to_bsuid.json, 200', () => whatsapp(200, 'meta_send_response_to_bsuid.json'), ['order whatsapp sent'], ['promo whatsapp sent']],
  ['meta_send_error_130429.json, 400', () => whatsapp(400, 'meta_send_error_130429.json'), ['order whatsapp sent'], ['promo whatsapp sent']],
  ['meta_send_error_100_mm.json, 400', () => whatsapp(400, 'meta_send_error_100_mm.json'), ['order whatsapp replaced', 'order sms sent'], ['promo whatsapp failed']],
  ['a page of HTML, 500', () => html, ['order whatsapp sent'], ['promo whatsapp sent']],
  ['a connection that drops', () => dropped, ['order whatsapp sent'], ['promo whatsapp sent']],
];

describe('an answer of Meta', () => {
  test.each(META.flatMap(([name, answer, order, promo]) => [[name, 'order', answer, order], [name, 'promo', answer, promo]] as const))('%s, to a %s', async (_, purpose, answer, expected) => {
    answers.meta = (request, response) => {
      answer()(request, response);
      accepted();
    };
    await news(purpose);
    for (let n = 0; n < 3; n++) {
      await world.db.outbox.updateMany({ where: { status: 'sent' }, data: { fallbackAt: null } }); // nobody tells here that it was delivered
      await post.later({ minutes: 0.5 });
    }
    expect(await rows()).toEqual(expected);
  });
});

const GATEWAY: [name: string, status: string, asked: number][] = [
  ['send_response_queued_102.json', 'sent', 1],
  ['send_response_invalid_sender_201.json', 'failed', 1],
  ['send_response_invalid_key_401.json', 'sent', 2],
];

describe("an answer of Africa's Talking", () => {
  test.each(GATEWAY)('%s: %s', async (name, status, times) => {
    const first = sms(name);
    answers.gateway = (request, response) => {
      first(request, response);
      accepted();
    };
    await news('order', 'sms');
    expect(await post.notices()).toHaveLength(name.includes('invalid') ? 1 : 0);
    await later(2);
    expect([await rows(), asked()]).toEqual([[`order sms ${status}`], [0, times]]);
  });

  test('send_response_message_parts.json: sent', async () => {
    answers.gateway = json(201, readFileSync('test/fixtures/africastalking/send_response_message_parts.json', 'utf8').replace(/ATXid_\w+/, id));
    await news('order', 'sms');
    expect(await row()).toMatchObject({ status: 'sent', providerId: id });
  });

  test.each([['dlr_success.txt', 3], ['dlr_rejected.txt', 2]])('then %s: rank %d, and not sent again', async (name, receiptRank) => {
    await news('order', 'sms');
    const form = Object.fromEntries(new URLSearchParams(readFileSync(`test/fixtures/africastalking/${name}`, 'utf8').trim()));
    expect((await networksOf(world).form('delivery', { ...form, id })).status).toBe(200);
    await later(2);
    expect([await row(), asked()]).toEqual([expect.objectContaining({ status: 'sent', receiptRank }), [0, 1]]);
  });
});

describe('statuses as Meta has posted them', () => {
  const STATUSES = { sent: 'meta_status_sent_pmp.json', delivered: 'meta_status_delivered_cbp.json', failed: 'meta_status_failed_131049.json' };
  type Word = keyof typeof STATUSES;
  /** In one webhook: nobody looks between two of them. */
  const tell = async (words: Word[]) => {
    const { whatsapp: ours } = world.config;
    const phoneNumberId = ours.mode === 'off' ? '' : ours.settings.phoneNumberId;
    const own = (word: Word) => JSON.stringify(recorded(STATUSES[word])).replace(/wamid\.[\w=]+/, id).replace(/"phone_number_id":"\d+"/, `"phone_number_id":"${phoneNumberId}"`);
    const entry = words.flatMap((word) => (JSON.parse(own(word)) as { entry: object[] }).entry);
    expect((await networksOf(world).meta({ object: 'whatsapp_business_account', entry })).status).toBe(200);
  };
  const orders = (words: Word[]): Word[][] => (words.length < 2 ? [words] : words.flatMap((word) => orders(words.filter((other) => other !== word)).map((rest) => [word, ...rest])));

  test.each(orders(['sent', 'delivered']).map((words) => [words]))('%j: delivered, no SMS', async (words) => {
    await news('order');
    await tell(words);
    await later(2);
    expect([await rows(), asked()]).toEqual([['order whatsapp sent'], [1, 0]]);
  });

  test.each([...orders(['sent', 'failed']), ['failed', 'failed'] as Word[]].map((words) => [words]))('%j: an order goes by SMS once, a promotion does not', async (words) => {
    await news('order');
    await tell(words);
    await later(2);
    expect([await rows(), asked()]).toEqual([['order whatsapp replaced', 'order sms sent'], [1, 1]]);
    id += '.promo';
    await news('promo');
    await tell(words);
    await later(2);
    expect(asked()).toEqual([2, 1]);
  });

  test.each(orders(['sent', 'delivered', 'failed']).map((words) => [words]))('%j: it was seen to arrive, no SMS', async (words) => {
    await news('order');
    await tell(words);
    await later(2);
    expect([await rows(), asked()]).toEqual([['order whatsapp sent'], [1, 0]]);
  });

  test('an answer that was lost, and the status of our own key: not sent again', async () => {
    answers.meta = dropped;
    await news('order');
    const { key } = await row();
    await networksOf(world).meta(statusOf(key));
    await later(1);
    expect([(await row()).status, asked()]).toEqual(['sent', [1, 0]]);
  });

  const statusOf = (key: string): object => {
    const body = recorded('meta_status_delivered_cbp.json') as { entry: { changes: { value: { metadata: { phone_number_id: string }; statuses: { id: string; biz_opaque_callback_data?: string }[] } }[] }[] };
    const { whatsapp: ours } = world.config;
    for (const { value } of body.entry.flatMap(({ changes }) => changes)) {
      value.metadata.phone_number_id = ours.mode === 'off' ? '' : ours.settings.phoneNumberId;
      value.statuses = value.statuses.map((status) => ({ ...status, id, biz_opaque_callback_data: key }));
    }
    return body;
  };
});
