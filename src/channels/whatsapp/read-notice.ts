import type { Arrival, NoticeContent } from '../channel.ts';
import { verdictFor } from './errors.ts';
import { stableId } from './event-id.ts';
import { isoTime } from './event-time.ts';
import { weighNotice, type Look } from './notice-weight.ts';
import { present } from './present.ts';
import { anyObject, errorSchema, type Delivery } from './schema.ts';

const NOTICE_FIELD = /^(account|business|phone_number|message_template|template)_|^security$/;
/** The words that say what happened, in the order a reader wants them. */
const SAID: string[][] = [
  ['message_template_name'],
  ['message_template_language'],
  ['event'],
  ['decision'],
  ['ban_info', 'waba_ban_state'],
  ['violation_info', 'violation_type'],
  ['alert_info', 'alert_type'],
  ['new_quality_score'],
  ['new_category'],
  ['current_limit'],
  ['max_daily_conversations_per_business'],
];

export const isNoticeField = (field: string): boolean => NOTICE_FIELD.test(field);

/** News about an account. Whether it is ours is not for the channel to know: only its id is passed on. */
export function readNotice({ field, account, time, value, receivedAt }: Delivery): Arrival[] {
  const look = lookInto(value);
  const content: NoticeContent = {
    type: 'notice',
    field,
    account,
    ...weighNotice(field, look),
    ...present({ template: templateOf(field, look) }),
    summary: [field, ...SAID.map((path) => look(...path))].filter((word) => word !== '').join(' '),
    value,
  };
  return [{ provider: 'whatsapp', eventId: stableId('notice', field, account, time, value), at: isoTime(time, receivedAt), content }];
}

/** An error of the number as a whole, not of one message. It bears no time: the same one is news again the next day. */
export function readErrorNotice(item: unknown, { account, time, phoneNumberId, receivedAt }: Delivery): Arrival[] {
  const error = errorSchema.safeParse(item).data;
  const content: NoticeContent = {
    type: 'notice',
    field: 'errors',
    account,
    severity: verdictFor({ code: error?.code }).alert === true ? 'critical' : 'warning',
    summary: ['errors', error?.code ?? '', error?.title ?? ''].join(' ').trim(),
    value: item,
  };
  const eventId = stableId('errors', account, time ?? receivedAt.slice(0, 10), phoneNumberId, item);
  return [{ provider: 'whatsapp', eventId, at: isoTime(time, receivedAt), content }];
}

function templateOf(field: string, look: Look): NoticeContent['template'] {
  const [id, name, language] = [look('message_template_id'), look('message_template_name'), look('message_template_language')];
  if (id === '' && name === '') return undefined;
  const word = (key: string) => look(key) || undefined;
  return {
    id,
    name,
    language,
    ...present({
      status: word('event'),
      reason: look('reason') === 'NONE' ? undefined : word('reason'),
      category: word('new_category') ?? word('message_template_category'),
      quality: word('new_quality_score'),
    }),
  };
}

/** Reads a word at a path, whatever stands there: '' when it is not one. */
function lookInto(value: unknown): Look {
  return (...path) => {
    const found = path.reduce<unknown>((at, key) => anyObject.safeParse(at).data?.[key], value);
    return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  };
}
