import { describe, expect, test } from '@jest/globals';
import { parseWebhook } from '../../../src/channels/whatsapp/receive.ts';
import { arrivalsOf, bodyOf, files, messageBody, onlyArrival, OURS, recorded, textOf, valueOf } from './payloads.ts';

const sheena = { channel: 'whatsapp', externalId: '16505551234', phone: '+16505551234', name: 'Sheena Nelson' };
const DOC = 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=';
const SENT = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA=';
const too_many = { code: 131049, title: 'This message was not delivered to maintain healthy ecosystem engagement.', details: expect.stringContaining('healthy ecosystem') };
const account = '102290129340398';
const marketing = { model: 'PMP', type: 'regular', category: 'marketing' };

/** Each recorded webhook, and all that it says. */
const RECORDED: Record<string, object> = {
  'meta_text_referred_product.json': {
    eventId: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTA2NTUwRkNEMDdFQjJCRUU0NQA=',
    at: '2025-06-15T19:46:40.000Z',
    from: sheena,
    content: {
      type: 'text',
      text: 'Is this still available?',
      context: { repliesTo: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGA9wcm9kdWN0X2lucXVpcnkA', product: { catalogId: '194836987003835', productId: 'di9ozbzfi4' } },
    },
  },
  'meta_text_ctwa_referral.json': {
    from: sheena,
    content: { type: 'text', text: 'Can I get more info about this?', context: { referral: expect.objectContaining({ source_type: 'ad', source_id: '120226305854810726' }) } },
  },
  'meta_image_with_url.json': {
    content: { type: 'media', media: { kind: 'image', id: '1003383421387256', mime: 'image/jpeg', sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=', caption: 'Taj Mahal' } },
  },
  'meta_video.json': { content: { type: 'media', media: { kind: 'video', id: '731675419373506', mime: 'video/mp4', caption: 'Timelapse of growth', sha256: expect.any(String) } } },
  'meta_audio_voice.json': { content: { type: 'media', media: { kind: 'voice', id: '1908647269898587', mime: 'audio/ogg; codecs=opus', sha256: expect.any(String) } } },
  'meta_document.json': {
    content: { type: 'media', media: { kind: 'document', id: '622684793477189', mime: 'application/pdf', filename: 'receipt.pdf', caption: 'my receipt', sha256: expect.any(String) } },
  },
  'meta_sticker.json': { content: { type: 'media', media: { kind: 'sticker', id: '1908647269898587', mime: 'image/webp', animated: true, sha256: expect.any(String) } } },
  'meta_location.json': {
    content: { type: 'location', latitude: 37.44221496582, longitude: -122.16165924072, name: 'Philz Coffee', address: '101 Forest Ave, Palo Alto, CA 94301' },
  },
  'meta_location_reply_to_request.json': {
    content: {
      type: 'location',
      latitude: 40.782910059774,
      longitude: -73.959075808525,
      name: 'Solomon R. Guggenheim Museum',
      address: '1071 5th Ave, New York, NY 10128',
      context: { repliesTo: 'wamid.HBgLMTY0NjcwNDM1OTUVAgARGBI1QjJGRjI1RDY0RkE4Nzg4QzcA' },
    },
  },
  'meta_contacts.json': {
    from: sheena,
    content: { type: 'cards', own: false, cards: [{ name: 'Barbara J. Johnson', phones: [{ phone: '+1 (415) 555-0829', waId: '14125550829' }] }] },
  },
  'meta_order.json': {
    content: {
      type: 'order',
      catalogId: '194836987003835',
      text: 'Love these!',
      items: [
        { productId: 'di9ozbzfi4', quantity: 2, priceXof: 30, currency: 'USD' },
        { productId: 'nqryix03ez', quantity: 1, priceXof: 25, currency: 'USD' },
      ],
    },
  },
  'meta_reaction.json': { content: { type: 'reaction', to: DOC, emoji: '👍' } },
  'meta_button_template_quick_reply.json': { content: { type: 'tap', id: 'Unsubscribe', title: 'Unsubscribe', context: { repliesTo: DOC } } },
  'meta_interactive_list_reply.json': { content: { type: 'tap', id: 'priority_express', title: 'Priority Mail Express', context: { repliesTo: DOC } } },
  'meta_interactive_button_reply.json': {
    content: { type: 'tap', id: 'cancel-button', title: 'Cancel', context: { repliesTo: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI3MEM2RUJFNkI0RENGQTVDRjUA' } },
  },
  'meta_system_number_change.json': {
    from: { channel: 'whatsapp', externalId: '16505551234', phone: '+16505551234' },
    content: { type: 'numberChanged', from: '16505551234', to: '12195555358' },
  },
  'meta_unsupported_edit.json': { from: sheena, content: { type: 'unreadable', code: 131051, what: 'edit' } },
  'meta_edit_image_caption.json': { content: { type: 'edit', original: DOC, message: expect.objectContaining({ type: 'image' }) } },
  'meta_revoke.json': { content: { type: 'revoke', original: DOC } },
  'meta_value_errors_130429.json': { content: { type: 'notice', field: 'errors', account, severity: 'warning', summary: 'errors 130429 Rate limit hit', value: expect.anything() } },
  'meta_status_sent_pmp.json': { eventId: `${SENT}:sent`, content: { type: 'status', providerId: SENT, status: 'sent', word: 'sent', recipient: { channel: 'whatsapp', externalId: '16505551234', phone: '+16505551234' }, pricing: marketing } },
  'meta_status_no_conversation_no_pricing.json': { eventId: `${SENT}:sent`, at: '2025-06-15T23:27:53.000Z', content: { type: 'status', providerId: SENT, status: 'sent', word: 'sent', recipient: expect.anything() } },
  'meta_status_failed_131049.json': { content: { type: 'status', providerId: expect.any(String), status: 'failed', word: 'failed', recipient: expect.anything(), error: too_many } },
  'meta_status_delivered_cbp.json': { content: { type: 'status', providerId: expect.any(String), status: 'delivered', word: 'delivered', recipient: expect.anything(), pricing: { model: 'CBP', category: 'service' } } },
  'meta_bsuid_status_delivered_phone.json': {
    content: {
      type: 'status', providerId: SENT, status: 'delivered', word: 'delivered', pricing: marketing,
      recipient: { channel: 'whatsapp', externalId: '16505551234', phone: '+16505551234', userId: 'US.13491208655302741918', name: 'Pablo M.' },
    },
  },
  'meta_bsuid_status_delivered_no_phone.json': {
    content: {
      type: 'status', providerId: SENT, status: 'delivered', word: 'delivered', pricing: marketing,
      recipient: { channel: 'whatsapp', externalId: 'US.13491208655302741918', userId: 'US.13491208655302741918', name: 'Pablo M.' },
    },
  },
  'meta_bsuid_failed_no_contacts.json': { content: { type: 'status', providerId: SENT, status: 'failed', word: 'failed', recipient: { channel: 'whatsapp', externalId: '16505551234', phone: '+16505551234' }, error: too_many } },
  'meta_bsuid_text_no_phone.json': {
    from: { channel: 'whatsapp', externalId: 'US.13491208655302741918', userId: 'US.13491208655302741918', name: 'Sheena Nelson' },
    content: { type: 'text', text: 'Does it come in another color?' },
  },
  'meta_template_status_approved.json': {
    at: '2025-06-30T01:39:08.000Z',
    content: {
      type: 'notice', field: 'message_template_status_update', account, severity: 'info', value: expect.anything(),
      summary: 'message_template_status_update order_confirmation en-US APPROVED',
      template: { id: '1689556908129832', name: 'order_confirmation', language: 'en-US', status: 'APPROVED', category: 'UTILITY' },
    },
  },
  'meta_template_quality_wrong_field.json': {
    content: {
      type: 'notice', field: 'message_template_status_update', account, severity: 'warning', value: expect.anything(),
      summary: 'message_template_status_update welcome_template en-US YELLOW',
      template: { id: '806312974732579', name: 'welcome_template', language: 'en-US', quality: 'YELLOW' },
    },
  },
  'meta_template_components_update.json': { content: notice('message_template_components_update', 'info', 'order_confirmation en_US', { template: { id: '1315502779341834', name: 'order_confirmation', language: 'en_US' } }) },
  'meta_template_category_update.json': {
    content: notice('template_category_update', 'info', 'welcome_template en-US UTILITY', { template: { id: '278077987957091', name: 'welcome_template', language: 'en-US', category: 'UTILITY' } }),
  },
  'meta_account_deleted.json': { content: notice('account_update', 'critical', 'ACCOUNT_DELETED', { sending: 'stop' }) },
  'meta_account_violation.json': { content: notice('account_update', 'critical', 'ACCOUNT_VIOLATION ADULT') },
  'meta_account_disabled_update.json': { content: notice('account_update', 'info', 'DISABLED_UPDATE REINSTATE', { sending: 'resume' }) },
  'meta_partner_app_installed_odd_shape.json': { content: notice('account_update', 'info', 'PARTNER_APP_INSTALLED', { account: '2949482758682047' }) },
  'meta_account_volume_tier.json': { content: notice('account_update', 'info', 'VOLUME_BASED_PRICING_TIER_UPDATE') },
  'meta_account_restriction.json': { content: notice('account_update', 'critical', 'ACCOUNT_RESTRICTION', { account: '0' }) },
  'meta_account_review_update.json': { content: notice('account_review_update', 'info', 'APPROVED') },
  'meta_account_alerts_changes_is_odd.json': { content: notice('account_alerts', 'warning', 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED') },
  'meta_business_capability_update.json': { content: notice('business_capability_update', 'info', '2000', { account: '524126980791429' }) },
  'meta_phone_quality_throughput.json': { content: notice('phone_number_quality_update', 'info', 'THROUGHPUT_UPGRADE TIER_UNLIMITED') },
  'meta_phone_name_update.json': { content: notice('phone_number_name_update', 'info', 'APPROVED') },
  'meta_security_pin_reset.json': { content: notice('security', 'critical', 'PIN_RESET_REQUEST') },
  'meta_user_preferences_resume.json': {
    at: '2024-11-15T21:22:01.000Z',
    from: { channel: 'whatsapp', externalId: '16505551234', phone: '+16505551234' },
    content: { type: 'preference', purpose: 'promo', allowed: true },
  },
  'meta_history.json': { content: { type: 'history', messages: 4 } },
};

function notice(field: string, severity: string, words: string, more: object = {}) {
  return { type: 'notice', field, account, severity, summary: `${field} ${words}`, value: expect.anything(), ...more };
}

describe('each recorded webhook is one arrival that says what was sent', () => {
  test.each(Object.entries(RECORDED))('%s', (name, expected) => {
    expect(onlyArrival(recorded(name))).toMatchObject({ provider: 'whatsapp', ...expected });
    const { content } = onlyArrival(recorded(name));
    expect({ content }).toEqual({ content: 'content' in expected ? expected.content : undefined });
  });

  test('and none was forgotten', () => {
    const webhooks = files().filter((name) => name.startsWith('meta_') && !name.startsWith('meta_send_') && name.endsWith('.json'));
    expect(webhooks.sort()).toEqual(Object.keys(RECORDED).sort());
  });

  test.each(Object.keys(RECORDED))('%s delivered again is the same event', (name) => {
    const again = parseWebhook(recorded(name), { ...OURS, receivedAt: '2026-11-21T19:00:00.000Z' });
    expect('arrivals' in again && again.arrivals.map(({ eventId }) => eventId)).toEqual(arrivalsOf(recorded(name)).map(({ eventId }) => eventId));
  });
});

describe('a body without an envelope is malformed', () => {
  test.each(files().filter((name) => name.endsWith('MALFORMED.txt')))('%s is not even JSON, and never comes this far', (name) => {
    expect(() => JSON.parse(textOf(name))).toThrow(SyntaxError);
  });

  test.each([null, undefined, 42, 'text', [], [{ entry: [] }], {}, { object: 'whatsapp_business_account' }, { entry: {} }, { entry: null }, { entry: 'x' }])('%j', (body) => {
    expect(parseWebhook(body, OURS)).toEqual({ malformed: true });
  });

  test('an empty envelope is not: there is only nothing in it', () => {
    expect(parseWebhook({ object: 'whatsapp_business_account', entry: [] }, OURS)).toEqual({ arrivals: [], seen: { accounts: [], numbers: [] } });
  });
});

describe('what nobody has described is kept as unknown, and its neighbours are read', () => {
  const said = { from: '16505551234', id: 'wamid.ok', timestamp: '1750000000', type: 'text', text: { body: 'Bonjour' } };
  const odd = [null, 42, 'text', [], {}, { type: 'poll', poll: {} }, { id: 7 }, { type: 'constructor' }, { type: '__proto__' }];

  test.each(odd)('the message %j', (item) => {
    const [first, second] = arrivalsOf(bodyOf(valueOf({ contacts: [], messages: [item, said] })));
    expect(first?.content.type).toBe('unknown');
    expect(second?.content).toEqual({ type: 'text', text: 'Bonjour' });
  });

  test.each([null, 42, 'text', [], {}, { status: 'sent' }])('the status %j', (item) => {
    const [first, second] = arrivalsOf(bodyOf(valueOf({ statuses: [item, { id: 'wamid.s', status: 'read', timestamp: '1' }] })));
    expect([first?.content.type, second?.eventId]).toEqual(['unknown', 'wamid.s:read']);
  });

  test.each([null, 42, [], {}, { id: '1' }, { id: '1', changes: null }])('the entry %j', (item) => {
    const { entry } = messageBody({ type: 'text', text: { body: 'Bonjour' } });
    const types = arrivalsOf({ object: 'whatsapp_business_account', entry: [item, ...entry] }).map(({ content }) => content.type);
    expect(types).toEqual(['unknown', 'text']);
  });

  test.each([null, 42, {}, { field: 'messages' }, { field: 'messages', value: null }, { field: 'messages', value: [] }, { field: 'calls', value: { statuses: [{ id: 'wacid.1', status: 'RINGING' }] } }, { field: 'constructor', value: {} }])(
    'the change %j',
    (item) => {
      const [entry] = messageBody({ type: 'text', text: { body: 'Bonjour' } }).entry;
      const types = arrivalsOf({ entry: [{ ...entry, changes: [item, ...(entry?.changes ?? [])] }] }).map(({ content }) => content.type);
      expect(types).toEqual(['unknown', 'text']);
    },
  );

  test('the body of another product of Meta, signed by the same secret', () => {
    expect(onlyArrival({ object: 'instagram', entry: [{ id: '1', changes: [{ field: 'messages', value: valueOf({ messages: [said] }) }] }] }).content.type).toBe('unknown');
  });

  test('contacts of an odd shape cost the name, not the message', () => {
    const arrival = onlyArrival(messageBody({ type: 'text', text: { body: 'Bonjour' } }, { contacts: [null, 'Sheena', { profile: 3 }] }));
    expect(arrival).toMatchObject({ from: { externalId: '16505551234' }, content: { text: 'Bonjour' } });
  });
});
