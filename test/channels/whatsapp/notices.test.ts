import { describe, expect, test } from '@jest/globals';
import { bodyOf, onlyArrival, OURS, valueOf } from './payloads.ts';

const noticeOf = (field: string, value: object) => {
  const { content } = onlyArrival(bodyOf(value, field, { id: '102290129340398', time: 1743451903 }));
  if (content.type !== 'notice') throw new Error(content.type);
  return content;
};
const banned = (state: unknown) => ({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } });

describe('news of the account, how much it matters, and what it does to sending', () => {
  test.each<[string, object, string, string | undefined]>([
    ['account_update', banned('DISABLE'), 'critical', 'stop'],
    ['account_update', banned('SCHEDULE_FOR_DISABLE'), 'critical', undefined],
    ['account_update', banned('REINSTATE'), 'info', 'resume'],
    ['account_update', banned('reinstate'), 'info', 'resume'],
    ['account_update', banned(7), 'critical', undefined],
    ['account_update', { event: 'DISABLED_UPDATE' }, 'critical', undefined],
    ['account_update', { event: 'ACCOUNT_DELETED' }, 'critical', 'stop'],
    ['account_update', { event: 'ACCOUNT_RESTRICTION' }, 'critical', undefined],
    ['account_update', { event: 'SOMETHING_NEW' }, 'warning', undefined],
    ['account_update', { event: 'constructor' }, 'warning', undefined],
    ['account_update', {}, 'warning', undefined],
    ['account_alerts', { alert_info: { alert_severity: 'CRITICAL' } }, 'critical', undefined],
    ['account_alerts', { alert_severity: 'INFORMATIONAL' }, 'info', undefined],
    ['account_review_update', { decision: 'REJECTED' }, 'critical', undefined],
    ['phone_number_name_update', { decision: 'REJECTED' }, 'warning', undefined],
    ['phone_number_quality_update', { event: 'DOWNGRADE' }, 'warning', undefined],
    ['security', { event: 'PIN_CHANGED' }, 'warning', undefined],
    ['message_template_status_update', { event: 'REJECTED' }, 'warning', undefined],
    ['message_template_status_update', { event: 'PAUSED' }, 'warning', undefined],
    ['message_template_status_update', { event: 'REINSTATED' }, 'info', undefined],
    ['message_template_quality_update', { new_quality_score: 'RED' }, 'warning', undefined],
    ['message_template_quality_update', { new_quality_score: 'GREEN' }, 'info', undefined],
    ['business_username_update', { username: 'griot', status: 'approved' }, 'info', undefined],
  ])('%s %j is %s, sending: %s', (field, value, severity, sending) => {
    const notice = noticeOf(field, value);
    expect([notice.severity, notice.sending]).toEqual([severity, sending]);
  });

  test('a rejected template says which, and why', () => {
    const rejected = { event: 'REJECTED', message_template_id: 7, message_template_name: 'abandoned_cart', message_template_language: 'en', reason: 'INVALID_FORMAT', message_template_category: 'MARKETING' };
    expect(noticeOf('message_template_status_update', rejected).template).toEqual({ id: '7', name: 'abandoned_cart', language: 'en', status: 'REJECTED', reason: 'INVALID_FORMAT', category: 'MARKETING' });
  });

  test.each([
    ['of the account as a whole', 131031, 'critical'],
    ['of the moment', '130429', 'warning'],
    ['nobody knows', 999999, 'warning'],
    ['without a code', undefined, 'warning'],
  ])('an error of the number %s', (_, code, severity) => {
    expect(onlyArrival(bodyOf(valueOf({ errors: [{ code, title: 'x' }] }))).content).toMatchObject({ type: 'notice', severity });
  });
});

describe('two notices', () => {
  const idOf = (value: object, entry: object) => onlyArrival(bodyOf(value, 'account_update', entry)).eventId;
  const deleted = { event: 'ACCOUNT_DELETED' };

  test('that are one delivered twice have one id', () => {
    expect(idOf(deleted, { id: '1', time: 5 })).toBe(idOf({ ...deleted }, { time: 5, id: '1' }));
  });

  test.each([
    ['of another time', deleted, { id: '1', time: 6 }],
    ['of another account', deleted, { id: '2', time: 5 }],
    ['that say something else', { event: 'ACCOUNT_VIOLATION' }, { id: '1', time: 5 }],
  ])('%s have two', (_, value, entry) => {
    expect(idOf(value, entry)).not.toBe(idOf(deleted, { id: '1', time: 5 }));
  });

  test('without a time happened when they came', () => {
    expect(onlyArrival(bodyOf(deleted, 'account_update')).at).toBe(OURS.receivedAt);
  });
});
