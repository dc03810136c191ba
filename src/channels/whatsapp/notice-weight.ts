import type { NoticeContent } from '../channel.ts';

type Weight = Pick<NoticeContent, 'severity' | 'sending'>;
export type Look = (...path: string[]) => string;

const INFO: Weight = { severity: 'info' };
const WARNING: Weight = { severity: 'warning' };
const CRITICAL: Weight = { severity: 'critical' };
const STOP: Weight = { severity: 'critical', sending: 'stop' };
const RESUME: Weight = { severity: 'info', sending: 'resume' };

/** Events of `account_update`; one that is not listed is looked at by somebody. */
const ACCOUNT_EVENTS = new Map<string, Weight>([
  ['ACCOUNT_DELETED', STOP],
  ['ACCOUNT_OFFBOARDED', STOP],
  ['ACCOUNT_RECONNECTED', RESUME],
  ['ACCOUNT_VIOLATION', CRITICAL],
  ['ACCOUNT_RESTRICTION', CRITICAL],
  ['PHONE_NUMBER_REMOVED', CRITICAL],
  ['PARTNER_REMOVED', CRITICAL],
  ['PARTNER_APP_UNINSTALLED', CRITICAL],
  ['PARTNER_ADDED', INFO],
  ['PARTNER_APP_INSTALLED', INFO],
  ['PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', INFO],
  ['VERIFIED_ACCOUNT', INFO],
  ['BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', INFO],
  ['AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', INFO],
  ['VOLUME_BASED_PRICING_TIER_UPDATE', INFO],
  ['MM_LITE_TERMS_SIGNED', INFO],
]);
/** DISABLED_UPDATE may be good news: only the state of the ban tells. */
const BANS: [start: string, Weight][] = [
  ['REINSTATE', RESUME],
  ['DISABLE', STOP],
  ['SCHEDULE', CRITICAL],
];
const TEMPLATE_EVENTS_FINE = new Set(['APPROVED', 'PENDING', 'REINSTATED', 'UNPAUSE', 'UNPAUSED', 'UNARCHIVED', 'IN_APPEAL', '']);
const QUALITIES = new Map([['RED', WARNING], ['YELLOW', WARNING]]);
const PHONE_QUALITY_EVENTS = new Map([['DOWNGRADE', WARNING], ['FLAGGED', WARNING]]);
const SECURITY_EVENTS = new Map([['PIN_CHANGED', WARNING]]);
const ALERTS = new Map([['CRITICAL', CRITICAL], ['WARNING', WARNING]]);
const REVIEWS = new Map([['REJECTED', CRITICAL], ['DEFERRED', WARNING]]);

const BY_FIELD = new Map<string, (look: Look) => Weight>([
  ['account_update', (look) => (look('event') === 'DISABLED_UPDATE' ? weighBan(look) : (ACCOUNT_EVENTS.get(look('event')) ?? WARNING))],
  ['account_alerts', (look) => ALERTS.get(look('alert_info', 'alert_severity') || look('alert_severity')) ?? INFO],
  ['account_review_update', (look) => REVIEWS.get(look('decision')) ?? INFO],
  ['message_template_status_update', weighTemplate],
  ['message_template_quality_update', weighTemplate],
  ['phone_number_quality_update', (look) => PHONE_QUALITY_EVENTS.get(look('event')) ?? INFO],
  ['phone_number_name_update', (look) => (REVIEWS.has(look('decision')) ? WARNING : INFO)],
  ['security', (look) => SECURITY_EVENTS.get(look('event')) ?? CRITICAL],
]);

/** How much a notice matters, and whether sending must stop or may go on. */
export function weighNotice(field: string, look: Look): Weight {
  return BY_FIELD.get(field)?.(look) ?? INFO;
}

function weighBan(look: Look): Weight {
  const state = look('ban_info', 'waba_ban_state').toUpperCase();
  return BANS.find(([start]) => state.startsWith(start))?.[1] ?? CRITICAL;
}

/** One of Meta's samples announces a quality under the field of statuses, without an event. */
function weighTemplate(look: Look): Weight {
  if (!TEMPLATE_EVENTS_FINE.has(look('event'))) return WARNING;
  return QUALITIES.get(look('new_quality_score')) ?? INFO;
}
