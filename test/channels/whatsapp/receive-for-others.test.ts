import { describe, expect, test } from '@jest/globals';
import { isAboutUs } from '../../../src/channels/whatsapp/about-us.ts';
import { parseWebhook } from '../../../src/channels/whatsapp/receive.ts';
import { bodyOf, messageBody, onlyArrival, OURS, recorded, valueOf } from './payloads.ts';

describe('what is not for our number has no turn', () => {
  const elsewhere = (fields: object, id: unknown = '999') => bodyOf(valueOf(fields, id));
  const said = { from: '16505551234', id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'Bonjour' } };

  test.each([
    ['a message', { messages: [said] }],
    ['a status', { statuses: [{ id: 'wamid.2', status: 'failed', timestamp: '1' }] }],
    ['an error of the number', { errors: [{ code: 131031 }] }],
  ])('%s to another number', (_, fields) => {
    expect(onlyArrival(elsewhere(fields)).content).toEqual({ type: 'notOurs', phoneNumberId: '999' });
  });

  test('a promotion refused on another number', () => {
    const body = bodyOf(valueOf({ user_preferences: [{ wa_id: '16505551234', category: 'marketing_messages', value: 'stop', timestamp: 1 }] }, '999'), 'user_preferences');
    expect(onlyArrival(body).content.type).toBe('notOurs');
  });

  test('a message that says no number at all', () => {
    expect(onlyArrival(bodyOf({ messages: [said] })).content).toEqual({ type: 'notOurs', phoneNumberId: '' });
  });

  test('but a status without a number is told by its message', () => {
    expect(onlyArrival(bodyOf({ statuses: [{ id: 'wamid.2', status: 'read', timestamp: '1' }] })).content).toMatchObject({ type: 'status', status: 'read' });
  });

  test('a number written as a number is ours all the same', () => {
    expect(onlyArrival(elsewhere({ messages: [said] }, Number(OURS.phoneNumberId))).content.type).toBe('text');
  });

  test('a notice about an account or a number that our messages never came under', () => {
    const parsed = parseWebhook(messageBody({ type: 'text', text: { body: 'Bonjour' } }), OURS);
    const seen = 'seen' in parsed ? parsed.seen : { accounts: [], numbers: [] };
    expect(seen).toEqual({ accounts: ['102290129340398'], numbers: ['15550783881'] });
    const aboutUs = (name: string) => {
      const { content } = onlyArrival(recorded(name));
      return content.type === 'notice' && isAboutUs(content, seen);
    };
    expect(['meta_account_deleted.json', 'meta_security_pin_reset.json'].map(aboutUs)).toEqual([true, true]);
    expect(['meta_account_restriction.json', 'meta_business_capability_update.json', 'meta_partner_app_installed_odd_shape.json'].map(aboutUs)).toEqual([false, false, false]);
  });
});
