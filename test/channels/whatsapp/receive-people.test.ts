import { describe, expect, test } from '@jest/globals';
import { arrivalsOf, bodyOf, messageBody, onlyArrival, SHEENA, valueOf } from './payloads.ts';

const BSUID = 'BJ.13491208655302741918';
const PARENT = 'BJ.ENT.11815799212886844830';
const said = { id: 'wamid.1', timestamp: '1750000000', type: 'text', text: { body: 'Bonjour' } };
const fromOf = (message: object, contacts: object[] = []) => onlyArrival(bodyOf(valueOf({ contacts, messages: [{ ...said, ...message }] }))).from;

describe('who wrote', () => {
  test.each<[string, object, object[], object]>([
    ['Awa, by her number of ten digits', { from: '2290196000001' }, [], { externalId: '2290196000001', phone: '+2290196000001' }],
    ['Awa, by the number of eight digits WhatsApp still knows: answered there, known by the new one', { from: '22996000001' }, [], { externalId: '22996000001', phone: '+2290196000001' }],
    ['a person with both', { from: '2290196000001', from_user_id: BSUID }, [], { externalId: '2290196000001', phone: '+2290196000001', userId: BSUID }],
    ['a person whose user id stands only among the contacts', { from: '2290196000001' }, [{ wa_id: '2290196000001', user_id: BSUID }], { externalId: '2290196000001', phone: '+2290196000001', userId: BSUID }],
    ['a person who hides the number', { from_user_id: BSUID }, [{ user_id: BSUID, profile: { name: 'Awa' } }], { externalId: BSUID, userId: BSUID, name: 'Awa' }],
    ['a person whose number is known to the contact book', { from_user_id: BSUID }, [{ user_id: BSUID, wa_id: '2290196000001' }], { externalId: '2290196000001', phone: '+2290196000001', userId: BSUID }],
    ['a user id where the number stands', { from: BSUID }, [{ wa_id: BSUID, profile: { name: 'Awa' } }], { externalId: BSUID, userId: BSUID, name: 'Awa' }],
    ['a parent id where the number stands', { from: PARENT }, [], { externalId: PARENT, userId: PARENT }],
    ['a person told by the parent id', { from_user_id: BSUID, from_parent_user_id: PARENT }, [{ user_id: 'other', parent_user_id: PARENT, profile: { name: 'Awa' } }], { externalId: BSUID, userId: BSUID, name: 'Awa' }],
    ['the only contact, when the message names nobody', {}, [{ user_id: BSUID, profile: { name: 'Awa' } }], { externalId: BSUID, userId: BSUID, name: 'Awa' }],
    ['a number as a number', { from: 2290196000001 }, [], { externalId: '2290196000001', phone: '+2290196000001' }],
    ['an address that is no number', { from: 'business' }, [], { externalId: 'business' }],
    ['a person without a name', { from: '2290196000001' }, [{ wa_id: '2290196000001', profile: { name: '' } }], { externalId: '2290196000001', phone: '+2290196000001' }],
  ])('%s', (_, message, contacts, expected) => {
    expect(fromOf(message, contacts)).toEqual({ channel: 'whatsapp', ...expected });
  });

  test('a name is never borrowed from the contact at the same place', () => {
    const messages = [{ ...said, from: '2290196000002', id: 'wamid.a' }, { ...said, from: '2290196000001', id: 'wamid.b' }];
    const contacts = [{ wa_id: '2290196000001', profile: { name: 'Awa' } }, { wa_id: '2290196000002', profile: { name: 'Jean' } }];
    expect(arrivalsOf(bodyOf(valueOf({ contacts, messages }))).map(({ from }) => from?.name)).toEqual(['Jean', 'Awa']);
    expect(fromOf({ from: '2290196000003' }, [SHEENA])).not.toHaveProperty('name');
  });

  test('nobody, when two contacts are given and the message names none: it is not answered', () => {
    expect(onlyArrival(bodyOf(valueOf({ contacts: [SHEENA, { wa_id: '2290196000001' }], messages: [said] }))).content.type).toBe('unknown');
  });
});

describe('a person who changes', () => {
  const NEW = 'BJ.99991208655302741918';
  const changes = (system: object, message: object = {}) =>
    arrivalsOf(messageBody({ type: 'system', system, ...message }, { contacts: undefined })).map(({ eventId, content }) => [eventId, content]);
  const number = { type: 'numberChanged', from: '16505551234', to: '12195555358' };
  const userId = { type: 'userIdChanged', previous: BSUID, current: NEW };

  test.each<[string, object, object, object[]]>([
    ['number', { type: 'user_changed_number', wa_id: '12195555358' }, {}, [number]],
    ['number, in the old words', { type: 'customer_changed_number', new_wa_id: '12195555358', wa_id: '16505551234' }, {}, [number]],
    ['user id, named in the sentence only', { type: 'user_changed_user_id', user_id: NEW, body: `User Awa changed from ${BSUID} to ${NEW}` }, {}, [userId]],
    ['user id, the message naming the old one', { type: 'user_changed_user_id', user_id: NEW, body: 'User...' }, { from_user_id: BSUID }, [userId]],
    ['user id, the old one standing for the number', { type: 'user_changed_user_id', user_id: NEW }, { from: BSUID }, [userId]],
    ['user id, with fields for both', { type: 'user_changed_user_id', user_id: BSUID, new_user_id: NEW }, {}, [userId]],
    ['user id and number at once', { type: 'user_changed_user_id', user_id: NEW, wa_id: '12195555358', body: `User Awa changed from ${BSUID} to ${NEW}` }, {}, [number, userId]],
    ['nothing that can be told', { type: 'user_changed_number' }, {}, [{ type: 'systemNotice', what: 'user_changed_number' }]],
    ['to the same number', { type: 'user_changed_number', wa_id: '16505551234' }, {}, [{ type: 'systemNotice', what: 'user_changed_number' }]],
  ])('%s', (_, system, message, expected) => {
    expect(changes(system, message)).toEqual(expected.map((content, index) => [index === 0 ? 'wamid.1' : `wamid.1:${index}`, content]));
  });

  test.each([
    ['in a list', { user_id_update: [{ wa_id: '2290196000001', user_id: { previous: BSUID, current: NEW }, timestamp: '1750000000' }] }],
    ['alone', { user_id_update: { wa_id: '2290196000001', user_id: { previous: BSUID, current: NEW }, timestamp: '1750000000' } }],
    ['in the value itself', { wa_id: '2290196000001', user_id: { previous: BSUID, current: NEW }, timestamp: 1750000000 }],
  ])('user id, announced on a field of its own, %s', (_, fields) => {
    expect(onlyArrival(bodyOf(valueOf({ contacts: [], ...fields }), 'user_id_update'))).toMatchObject({
      at: '2025-06-15T15:06:40.000Z',
      from: { externalId: '2290196000001', userId: NEW },
      content: userId,
    });
  });
});

describe('what a person allows', () => {
  const preference = (fields: object) =>
    onlyArrival(bodyOf(valueOf({ user_preferences: [{ wa_id: '16505551234', category: 'marketing_messages', timestamp: 1731705721, ...fields }] }), 'user_preferences'));

  test.each([['stop', false], ['resume', true], ['signup', true], ['STOP', false]])('%s', (value, allowed) => {
    expect(preference({ value })).toMatchObject({ from: { externalId: '16505551234' }, content: { type: 'preference', purpose: 'promo', allowed } });
  });

  test.each([{ value: 'later' }, { value: 3 }, { value: 'stop', category: 'calls' }])('%j is not understood, and changes nothing', (fields) => {
    expect(preference(fields).content.type).toBe('unknown');
  });

  test('of somebody who hides the number', () => {
    expect(preference({ wa_id: undefined, user_id: BSUID, value: 'stop' }).from).toMatchObject({ externalId: BSUID, userId: BSUID });
  });

  test('to stop, resume and stop again are three events', () => {
    const [a, b, c] = [preference({ value: 'stop', timestamp: 1 }), preference({ value: 'resume', timestamp: 2 }), preference({ value: 'stop', timestamp: 3 })];
    expect(new Set([a.eventId, b.eventId, c.eventId]).size).toBe(3);
  });
});

describe('what our own side wrote, or what is old', () => {
  test('an echo has the id of the message, the addressee, and no sender', () => {
    const echo = { from: '15550783881', to: '16505551234', id: 'wamid.e', timestamp: '1739321024', type: 'text', text: { body: 'Voici' } };
    expect(onlyArrival(bodyOf(valueOf({ message_echoes: [echo] }), 'smb_message_echoes'))).toEqual({
      provider: 'whatsapp',
      eventId: 'wamid.e',
      at: '2025-02-12T00:43:44.000Z',
      content: { type: 'echo', to: '16505551234', text: 'Voici' },
    });
  });

  test('media of old conversations are history, though they look like fresh messages', () => {
    const media = { ...said, from: '16505551234', type: 'image', image: { id: 'm', mime_type: 'image/png' } };
    const arrival = onlyArrival(bodyOf(valueOf({ messages: [media] }), 'history'));
    expect(arrival.content).toEqual({ type: 'history', messages: 1 });
    expect(arrival.eventId).not.toBe(media.id);
  });

  test('a history its owner did not want to share holds nothing', () => {
    expect(onlyArrival(bodyOf(valueOf({ history: [{ errors: [{ code: 2593109 }] }] }), 'history')).content).toEqual({ type: 'history', messages: 0 });
  });
});
