import { describe, expect, test } from '@jest/globals';
import { arrivalsOf, bodyOf, messageBody, onlyArrival, OURS, valueOf } from './payloads.ts';

const contentOf = (message: object, fields: object = {}) => onlyArrival(messageBody(message, fields)).content;

describe('what Sheena may send, beyond the recorded samples', () => {
  const file = { id: 'm1', mime_type: 'audio/ogg' };
  const barbara = { name: { formatted_name: 'Barbara' }, phones: [{ phone: '+1 415', wa_id: '1415' }] };
  const form = (response: unknown) => ({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: response } } });

  test.each<[string, object, object]>([
    ['a voice note of the old shape', { type: 'voice', voice: file }, { type: 'media', media: { kind: 'voice', id: 'm1', mime: 'audio/ogg' } }],
    ['a sound that is not a voice note', { type: 'audio', audio: { ...file, voice: false } }, { type: 'media', media: { kind: 'audio', id: 'm1', mime: 'audio/ogg' } }],
    ['a media id as a number', { type: 'image', image: { id: 123, mime_type: 'image/png' } }, { type: 'media', media: { kind: 'image', id: '123', mime: 'image/png' } }],
    ['a file without a type', { type: 'document', document: { id: 'm2' } }, { type: 'media', media: { kind: 'document', id: 'm2', mime: 'application/octet-stream' } }],
    ['the point where the equator meets Greenwich', { type: 'location', location: { latitude: 0, longitude: 0 } }, { type: 'location', latitude: 0, longitude: 0 }],
    ['a location in strings', { type: 'location', location: { latitude: '6.36', longitude: '-2.42' } }, { type: 'location', latitude: 6.36, longitude: -2.42 }],
    ['a text that repeats another', { type: 'text', text: { body: 'x' }, context: { forwarded: true } }, { type: 'text', text: 'x', context: { forwarded: true } }],
    ['a text that many repeat', { type: 'text', text: { body: 'x' }, context: { frequently_forwarded: true } }, { type: 'text', text: 'x', context: { forwarded: true } }],
    ['an empty context', { type: 'text', text: { body: 'x' }, context: {} }, { type: 'text', text: 'x' }],
    ['a context of an odd shape', { type: 'text', text: { body: 'x' }, context: 'none' }, { type: 'text', text: 'x' }],
    ['a quick reply without a payload', { type: 'button', button: { text: 'Oui' } }, { type: 'tap', id: 'Oui', title: 'Oui' }],
    ['a filled form', form('{"flow_token":"t","size":"XL"}'), { type: 'form', name: 'flow', response: { flow_token: 't', size: 'XL' } }],
    ['a form that is not an object', form('[1,2]'), { type: 'form', name: 'flow', response: [1, 2] }],
    ['a form that is not JSON', form('{"cut'), { type: 'form', name: 'flow', response: '{"cut' }],
    ['a form without a response', form(undefined), { type: 'form', name: 'flow', response: null }],
    ['a form with a NUL inside its JSON', form('{"note":"a\\u0000b"}'), { type: 'form', name: 'flow', response: { note: 'ab' } }],
    ['a reaction taken away', { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '' } }, { type: 'reaction', to: 'wamid.0' }],
    ['a reaction taken away, without the field', { type: 'reaction', reaction: { message_id: 'wamid.0' } }, { type: 'reaction', to: 'wamid.0' }],
    ['the opening of a first chat', { type: 'request_welcome' }, { type: 'welcome' }],
    ['a card of a third person', { type: 'contacts', contacts: [{ ...barbara, origin: 'other' }] }, { type: 'cards', own: false, cards: [{ name: 'Barbara', phones: [{ phone: '+1 415', waId: '1415' }] }] }],
    ['her own card, on our request', { type: 'contacts', contacts: [{ ...barbara, origin: 'contact_request' }] }, { type: 'cards', own: true, cards: [{ name: 'Barbara', phones: [{ phone: '+1 415', waId: '1415' }] }] }],
    ['her own card, said on the message', { type: 'contacts', origin: 'contact_request', contacts: [{ vcard: 'BEGIN:VCARD', phones: [{ wa_id: '1415' }] }] }, { type: 'cards', own: true, cards: [{ name: '', phones: [{ phone: '+1415', waId: '1415' }] }] }],
    ['her own card and another', { type: 'contacts', contacts: [{ ...barbara, origin: 'contact_request' }, barbara] }, { type: 'cards', own: false, cards: [expect.anything(), expect.anything()] }],
    ['a card without phones', { type: 'contacts', contacts: [{ name: { first_name: 'Yao' } }] }, { type: 'cards', own: false, cards: [{ name: 'Yao', phones: [] }] }],
    ['an order of which one line cannot be read', { type: 'order', order: { catalog_id: 9, product_items: [{ product_retailer_id: 'a', quantity: '2', item_price: '1500', currency: 'XOF' }, { quantity: 1 }] } }, { type: 'order', catalogId: '9', items: [{ productId: 'a', quantity: 2, priceXof: 1500, currency: 'XOF' }] }],
    ['a word in a group', { type: 'text', text: { body: 'x' }, group_id: 'g1' }, { type: 'group', groupId: 'g1' }],
    ['a change of identity', { type: 'system', system: { type: 'customer_identity_changed', body: 'x' } }, { type: 'systemNotice', what: 'customer_identity_changed' }],
    ['a system message without its object', { type: 'system' }, { type: 'systemNotice', what: '' }],
    ['an answer to a request to call', { type: 'interactive', interactive: { type: 'call_permission_reply' } }, { type: 'unknown', item: expect.anything() }],
  ])('%s', (_, message, expected) => {
    expect(contentOf(message)).toEqual(expected);
  });
});

describe('what cannot be read is answered as such', () => {
  test.each<[string, object, object]>([
    ['an interactive without its object', { type: 'interactive', errors: [{ code: 131000 }] }, { code: 131000, what: 'interactive' }],
    ['a text without a body', { type: 'text' }, { what: 'text' }],
    ['a place outside the earth', { type: 'location', location: { latitude: 91, longitude: 0 } }, { what: 'location' }],
    ['a place without a longitude', { type: 'location', location: { latitude: 1, longitude: '' } }, { what: 'location' }],
    ['a picture Meta could not fetch', { type: 'image', errors: [{ code: '131052', title: 'Media download error' }] }, { code: 131052, what: 'image' }],
    ['a card list with nobody on it', { type: 'contacts', contacts: [] }, { what: 'contacts' }],
    ['an unsupported message of the old shape', { type: 'unsupported', errors: [{ code: 501, details: 'Message type is not currently supported', title: 'Unknown message type' }] }, { code: 501, what: 'unsupported' }],
    ['a type older than unsupported', { type: 'unknown', errors: [{ code: 131051 }] }, { code: 131051, what: 'unknown' }],
    ['an error whose code is a word', { type: 'unsupported', errors: [{ code: 'odd' }] }, { what: 'unsupported' }],
  ])('%s', (_, message, expected) => {
    expect(contentOf(message)).toEqual({ type: 'unreadable', ...expected });
  });

  test('an interactive without its object, the error standing beside it in the value, is unreadable and a notice', () => {
    const arrivals = arrivalsOf(messageBody({ type: 'interactive' }, { errors: [{ code: 131000, title: 'Something went wrong' }] }));
    expect(arrivals.map(({ content }) => content)).toMatchObject([
      { type: 'unreadable', code: 131000, what: 'interactive' },
      { type: 'notice', field: 'errors' },
    ]);
  });
});

describe('texts are storable', () => {
  test.each([
    ['a NUL', 'a\0b', 'ab'],
    ['a lone surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ['half an emoji at the end', 'ok \uD83D', 'ok \uFFFD'],
    ['a whole emoji', '👩🏾‍🎨', '👩🏾‍🎨'],
    ['nothing', '', ''],
  ])('%s', (_, sent, kept) => {
    expect(contentOf({ type: 'text', text: { body: sent } })).toEqual({ type: 'text', text: kept });
  });

  test('also in what nobody has described: names of fields, and depths no stack would bear', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const { content } = onlyArrival(messageBody({ type: 'poll', 'a\0b': { __proto__: null, c: '\0' }, deep }));
    expect(content).toMatchObject({ type: 'unknown', item: { ab: { c: '' } } });
    expect(JSON.stringify(content)).not.toMatch(/\\u0000/);
  });

  test('a field named __proto__ is data, not a prototype', () => {
    const item = JSON.parse('{"type":"poll","__proto__":{"admin":true}}');
    const { content } = onlyArrival(messageBody(item));
    expect(content.type === 'unknown' && Reflect.get(Object(content.item), 'admin')).toBeUndefined();
  });
});

describe('when it was said', () => {
  test.each([
    ['seconds in a string', '1750016800', '2025-06-15T19:46:40.000Z'],
    ['seconds in a number', 1750016800, '2025-06-15T19:46:40.000Z'],
    ['milliseconds', '1750016800000', OURS.receivedAt],
    ['zero', '0', OURS.receivedAt],
    ['a negative number', -5, OURS.receivedAt],
    ['nothing', '', OURS.receivedAt],
    ['null', null, OURS.receivedAt],
    ['true', true, OURS.receivedAt],
    ['a word', 'yesterday', OURS.receivedAt],
    ['a list', ['1750016800'], OURS.receivedAt],
  ])('%s', (_, timestamp, at) => {
    expect(onlyArrival(messageBody({ type: 'text', text: { body: 'x' }, timestamp })).at).toBe(at);
  });
});

describe('a message without an id', () => {
  const said = (body: string) => onlyArrival(messageBody({ type: 'text', text: { body }, id: undefined })).eventId;

  test('has the same one each time it comes, and another than its neighbour', () => {
    expect(said('x')).toBe(said('x'));
    expect(said('x')).not.toBe(said('y'));
  });

  test('has the same one when its fields come in another order', () => {
    const one = bodyOf(valueOf({ messages: [{ from: '16505551234', type: 'text', text: { body: 'x' } }] }));
    const other = bodyOf(valueOf({ messages: [{ text: { body: 'x' }, type: 'text', from: '16505551234' }] }));
    expect(onlyArrival(one).eventId).toBe(onlyArrival(other).eventId);
  });
});

describe('how far a message of ours has got', () => {
  const status = (fields: object) => onlyArrival(bodyOf(valueOf({ contacts: [], statuses: [{ id: 'wamid.9', timestamp: '1750000000', ...fields }] })));

  test.each(['sent', 'delivered', 'read', 'played', 'failed'])('%s is kept as it is', (word) => {
    expect(status({ status: word })).toMatchObject({ eventId: `wamid.9:${word}`, content: { status: word, word } });
  });

  test.each(['deleted', 'warning', 'constructor', ''])('«%s» is another word, and changes nothing', (word) => {
    expect(status({ status: word })).toMatchObject({ eventId: `wamid.9:${word}`, content: { status: 'other', word } });
  });

  test('our own key comes back with it', () => {
    expect(status({ status: 'sent', biz_opaque_callback_data: 'outbox-7' }).content).toMatchObject({ ourId: 'outbox-7' });
  });

  test.each([
    ['a code in a string', [{ code: '131026', title: 'Undeliverable' }], { code: 131026, title: 'Undeliverable' }],
    ['a code that is a word', [{ code: 'E_NO', message: 'No' }], { code: 'E_NO', title: 'No' }],
    ['no code', [{ title: 'Odd' }], { code: 'unknown', title: 'Odd' }],
    ['details of the old shape', [{ code: 470, title: 'Late', details: '24 h' }], { code: 470, title: 'Late', details: '24 h' }],
  ])('%s', (_, errors, error) => {
    expect(status({ status: 'failed', errors }).content).toMatchObject({ status: 'failed', error });
  });
});
