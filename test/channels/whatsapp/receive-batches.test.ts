import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseWebhook } from '../../../src/channels/whatsapp/receive.ts';
import { arrivalsOf, bodyOf, files, OURS, recorded, valueOf } from './payloads.ts';

const webhooks = files().filter((name) => /^meta_(?!send_).*\.json$/.test(name));

describe('a batch', () => {
  test('of all recorded entries says what they say one by one, in their order', () => {
    const bodies = webhooks.map((name) => recorded(name));
    const together = { object: 'whatsapp_business_account', entry: bodies.flatMap(({ entry }) => entry) };
    expect(arrivalsOf(together)).toEqual(bodies.flatMap(arrivalsOf));
  });

  test('in any order says the same of each', () => {
    const bodies = webhooks.map((name) => recorded(name));
    fc.assert(
      fc.property(fc.shuffledSubarray(bodies), (some) => {
        expect(arrivalsOf({ entry: some.flatMap(({ entry }) => entry) })).toEqual(some.flatMap(arrivalsOf));
      }),
      { numRuns: 20 },
    );
  });

  test('of several changes, messages, statuses and errors is read whole', () => {
    const text = (id: string) => ({ from: '2290196000001', id, timestamp: '1', type: 'text', text: { body: id } });
    const status = (id: string, status: string) => ({ id, status, timestamp: '1' });
    const value = valueOf({ messages: [text('a'), text('b')], statuses: [status('x', 'sent'), status('x', 'read')], errors: [{ code: 1 }, { code: 2 }] });
    const [entry] = bodyOf(value).entry;
    const body = { entry: [{ ...entry, changes: [...(entry?.changes ?? []), { field: 'messages', value: valueOf({ messages: [text('c')] }) }] }, ...bodyOf(valueOf({ messages: [text('d')] })).entry] };
    const arrivals = arrivalsOf(body);
    expect(arrivals.map(({ content }) => content.type)).toEqual(['text', 'text', 'status', 'status', 'notice', 'notice', 'text', 'text']);
    expect(new Set(arrivals.map(({ eventId }) => eventId)).size).toBe(8);
  });

  test('of a thousand updates is a thousand arrivals', () => {
    const messages = Array.from({ length: 1000 }, (_, n) => ({ from: '2290196000001', id: `wamid.${n}`, timestamp: '1', type: 'text', text: { body: `${n}` } }));
    expect(new Set(arrivalsOf(bodyOf(valueOf({ messages }))).map(({ eventId }) => eventId)).size).toBe(1000);
  });

  test('that says the same thing twice says it under one id', () => {
    const message = { from: '2290196000001', id: 'wamid.twice', timestamp: '1', type: 'text', text: { body: 'x' } };
    expect(arrivalsOf(bodyOf(valueOf({ messages: [message, message] }))).map(({ eventId }) => eventId)).toEqual(['wamid.twice', 'wamid.twice']);
  });
});

describe('whatever JSON comes', () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  const fields = fc.constantFrom('messages', 'history', 'user_preferences', 'user_id_update', 'smb_message_echoes', 'account_update', 'security', 'message_template_status_update', 'odd');
  const keyword = fc.constantFrom('messages', 'statuses', 'errors', 'contacts', 'metadata', 'id', 'type', 'text', 'interactive', 'system', 'context', 'image', 'from', 'order', 'event', 'timestamp');
  const nearly = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, fc.constantFrom('text', 'interactive', 'system', 'image', 'contacts', '106540352242922'), fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.array(tie('any')), fc.dictionary(keyword, tie('any'))),
  })).any;

  test('the parser never throws', () => {
    fc.assert(fc.property(json, (body) => void parseWebhook(body, OURS)));
    fc.assert(fc.property(fc.array(json), (entry) => void arrivalsOf({ entry })));
  });

  test('in each field and list, all items arrive, storable, and two different ones never share an id of our making', () => {
    fc.assert(
      fc.property(fields, fc.dictionary(keyword, nearly), fc.array(nearly), (field, value, messages) => {
        const body = bodyOf({ ...valueOf({}), ...value, metadata: { phone_number_id: OURS.phoneNumberId }, messages }, field);
        const arrivals = arrivalsOf(body);
        expect(arrivals.length).toBeGreaterThan(0);
        const items = new Map<string, unknown>();
        for (const { eventId, content } of arrivals.filter(({ content }) => content.type === 'unknown')) {
          if (!/^(message|status|unknown):/.test(eventId)) continue;
          expect(items.get(eventId) ?? content).toEqual(content);
          items.set(eventId, content);
        }
        const text = JSON.stringify(arrivals);
        expect(text).not.toMatch(/\\u0000/);
        expect(arrivalsOf(body)).toEqual(arrivals);
      }),
      { numRuns: 300 },
    );
  });
});
