import { describe, expect, test } from '@jest/globals';
import type { Parcel } from '../../src/db/outbox.ts';
import type { Facts } from '../../src/db/sending-facts.ts';
import { traitsOf, type Purpose } from '../../src/purposes.ts';
import { decide, type Case } from '../../src/sending/decide.ts';
import type { LineState } from '../../src/sending/line.ts';

const NOON = new Date('2026-11-20T12:00:00Z');
const NEVER = new Date(0);
const AFI = '019a0000-0000-7000-8000-000000000001';
const text = { message: { type: 'text', text: { body: 'Bonjour' } } };
const withTemplate = { ...text, template: { name: 'order_ready', language: 'fr', parameters: ['0042'] } };

type Told = { parcel?: Partial<Parcel>; facts?: Partial<Facts>; line?: Partial<LineState>; now?: Date };

/** A message of a business in Dakar, at noon, inside the window, on a line where all is well; and what is told otherwise. */
function sent(purpose: Purpose, { parcel = {}, facts = {}, line = {}, now = NOON }: Told = {}): Case {
  return {
    now,
    parcel: { id: 1, key: 'k', contactId: 'c', tenantId: AFI, channel: 'whatsapp', externalId: '2290196000001', provider: 'whatsapp', purpose, lane: traitsOf(purpose).lane, payload: text, attempts: 1, doubts: 0, createdAt: now, validUntil: null, refusedAt: null, ...parcel },
    facts: { id: 1, refused: [], timezone: 'Africa/Dakar', nightOrders: false, windowExpiresAt: new Date(now.getTime() + 3_600_000), templateStatus: null, ...facts },
    line: { heldUntil: NEVER, bulkHeldUntil: NEVER, stopped: false, ...line },
  };
}
const told = (one: Case): string => {
  const plan = decide(one);
  if (plan.do === 'send') return `send ${plan.as}`;
  return plan.do === 'wait' ? `wait until ${plan.until.toISOString().slice(11, 16)}: ${plan.why}` : `${plan.do}: ${plan.why}`;
};
const PURPOSES: Purpose[] = ['reply', 'late', 'human', 'code', 'payment', 'order', 'reminder', 'report', 'promo'];
const at = (hour: string, day = '2026-11-20') => new Date(`${day}T${hour}Z`);

describe('what the person refused', () => {
  /** Which purposes stay, for each thing that can be refused. A code is asked for by who receives it, and an answer too. */
  const STAY: Record<string, Purpose[]> = {
    promo: ['reply', 'late', 'human', 'code', 'payment', 'order', 'reminder', 'report'],
    reminder: ['reply', 'late', 'human', 'code', 'payment', 'order', 'report', 'promo'],
    transactional: ['reply', 'late', 'human', 'code', 'reminder', 'promo'],
    sms: PURPOSES,
    terms: PURPOSES,
  };
  test.each(Object.keys(STAY).flatMap((refused) => PURPOSES.map((purpose) => [refused, purpose] as const)))('%s, for a %s on WhatsApp', (refused, purpose) => {
    expect(told(sent(purpose, { facts: { refused: [refused] } }))).toBe(STAY[refused]?.includes(purpose) ? 'send message' : `withdraw: refused: ${refused}`);
  });

  test.each(PURPOSES)('SMS as such, for a %s by SMS', (purpose) => {
    const answers: Purpose[] = ['reply', 'late', 'human', 'code'];
    expect(told(sent(purpose, { parcel: { channel: 'sms' }, facts: { refused: ['sms'] } }))).toBe(answers.includes(purpose) ? 'send message' : 'withdraw: refused: sms');
  });

  test('a message without a business obeys too', () => {
    expect(told(sent('promo', { parcel: { tenantId: null }, facts: { refused: ['promo'] } }))).toBe('withdraw: refused: promo');
  });

  test('it is withdrawn at night too, not kept for the morning', () => {
    expect(told(sent('promo', { facts: { refused: ['promo'] }, now: at('23:00') }))).toBe('withdraw: refused: promo');
  });
});

describe('at night, where the business is', () => {
  const WAITS: Purpose[] = ['order', 'reminder', 'report', 'promo'];
  test.each(PURPOSES)('a %s', (purpose) => {
    expect(told(sent(purpose, { now: at('23:00') }))).toBe(WAITS.includes(purpose) ? 'wait until 07:00: night' : 'send message');
  });
  test.each(PURPOSES)('by SMS, a %s', (purpose) => {
    expect(told(sent(purpose, { parcel: { channel: 'sms' }, now: at('23:00') }))).toBe(WAITS.includes(purpose) ? 'wait until 07:00: night' : 'send message');
  });
  test.each(PURPOSES)('when the business lets orders leave, a %s', (purpose) => {
    expect(told(sent(purpose, { facts: { nightOrders: true }, now: at('23:00') }))).toBe(purpose !== 'order' && WAITS.includes(purpose) ? 'wait until 07:00: night' : 'send message');
  });
  test('without a business nobody has allowed anything, and the night is that of UTC', () => {
    expect(told(sent('order', { parcel: { tenantId: null }, facts: { nightOrders: true, timezone: null }, now: at('23:00') }))).toBe('wait until 07:00: night');
    expect(told(sent('order', { parcel: { tenantId: null }, facts: { timezone: null }, now: at('12:00') }))).toBe('send message');
  });

  const HOURS: [zone: string, utc: string, night: boolean][] = [
    ['Africa/Dakar', '20:59:59.999', false], ['Africa/Dakar', '21:00:00.000', true], ['Africa/Dakar', '00:00:00.000', true], ['Africa/Dakar', '06:59:59.999', true], ['Africa/Dakar', '07:00:00.000', false],
    ['Africa/Porto-Novo', '19:59:59.999', false], ['Africa/Porto-Novo', '20:00:00.000', true], ['Africa/Porto-Novo', '23:00:00.000', true], ['Africa/Porto-Novo', '05:59:59.999', true], ['Africa/Porto-Novo', '06:00:00.000', false],
    ['Africa/Nairobi', '18:00:00.000', true], ['Africa/Nairobi', '04:00:00.000', false], ['Asia/Kolkata', '15:29:59.999', false], ['Asia/Kolkata', '15:30:00.000', true], ['Asia/Kolkata', '01:30:00.000', false],
    ['America/Montreal', '02:00:00.000', true], ['America/Montreal', '12:00:00.000', false],
  ];
  test.each(HOURS)('in %s at %s UTC: %s', (timezone, utc, night) => {
    const plan = decide(sent('reminder', { facts: { timezone, windowExpiresAt: new Date('2026-12-01') }, now: at(utc) }));
    expect(plan.do === 'wait').toBe(night);
  });
});

describe('what has become worthless', () => {
  test.each(PURPOSES)('is withdrawn: a %s', (purpose) => {
    expect(told(sent(purpose, { parcel: { validUntil: new Date(NOON.getTime() - 1) } }))).toBe('withdraw: too late');
    expect(told(sent(purpose, { parcel: { validUntil: NOON } }))).toBe('withdraw: too late');
    expect(told(sent(purpose, { parcel: { validUntil: new Date(NOON.getTime() + 1) } }))).toBe('send message');
  });
  test('even where nothing leaves at all', () => {
    expect(told(sent('reply', { parcel: { validUntil: NEVER }, line: { stopped: true, heldUntil: at('13:00') } }))).toBe('withdraw: too late');
  });
});

describe('a line that the network holds', () => {
  const held = { heldUntil: at('12:01') };
  const BULK: Purpose[] = ['report', 'promo'];

  test.each(PURPOSES)('keeps a %s for as long', (purpose) => {
    expect(told(sent(purpose, { line: held }))).toBe('wait until 12:01: the line is held');
    expect(told(sent(purpose, { line: { heldUntil: NOON } }))).toBe('send message');
  });
  test.each(PURPOSES)('and is stopped: after a minute of patience a %s', (purpose) => {
    const line = { ...held, stopped: true };
    expect(told(sent(purpose, { line, parcel: { createdAt: at('11:59:01') } }))).toBe('wait until 12:01: the line is held');
    expect(told(sent(purpose, { line, parcel: { createdAt: at('11:59') } }))).toBe(BULK.includes(purpose) ? 'wait until 12:01: the line is held' : 'instead: the line is stopped');
  });
  test.each(PURPOSES)('and is not stopped: however long it waits, no other way for a %s', (purpose) => {
    expect(told(sent(purpose, { line: held, parcel: { createdAt: at('09:00') } }))).toBe('wait until 12:01: the line is held');
  });
  test.each(PURPOSES)('for bulk only, and then a %s', (purpose) => {
    expect(told(sent(purpose, { line: { bulkHeldUntil: at('18:00') } }))).toBe(BULK.includes(purpose) ? 'wait until 18:00: bulk is held' : 'send message');
  });
  test('when its time has come, one message tries again', () => {
    expect(told(sent('reply', { line: { heldUntil: NOON, stopped: true } }))).toBe('send message');
  });
});

describe('the window of 24 hours', () => {
  const closed: [string, Date | null][] = [['never wrote', null], ['wrote a day ago', NOON], ['wrote last week', NEVER]];
  describe.each(closed)('to somebody who %s', (_, windowExpiresAt) => {
    test.each(PURPOSES)('a %s', (purpose) => {
      expect(told(sent(purpose, { facts: { windowExpiresAt } }))).toBe(purpose === 'reply' ? 'send message' : 'instead: outside the window');
      expect(told(sent(purpose, { facts: { windowExpiresAt }, parcel: { payload: withTemplate } }))).toBe(purpose === 'reply' ? 'send message' : 'send template');
      expect(told(sent(purpose, { facts: { windowExpiresAt }, parcel: { channel: 'sms', payload: { text: 'Bonjour' } } }))).toBe('send message');
    });
  });
  test('open, a template is not needed', () => {
    expect(told(sent('order', { parcel: { payload: withTemplate } }))).toBe('send message');
  });
  test.each<[string | null, boolean]>([
    [null, true], ['APPROVED', true], ['UNKNOWN', true], ['FLAGGED', true], ['REINSTATED', true], ['UNPAUSED', true], ['UNPAUSE', true],
    ['PAUSED', false], ['DISABLED', false], ['REJECTED', false], ['PENDING', false], ['IN_APPEAL', false], ['PENDING_DELETION', false], ['DELETED', false], ['ARCHIVED', false], ['LOCKED', false], ['LIMIT_EXCEEDED', false],
  ])('closed, with a template that is %s: it leaves %s', (templateStatus, leaves) => {
    expect(told(sent('order', { facts: { windowExpiresAt: null, templateStatus }, parcel: { payload: withTemplate } }))).toBe(leaves ? 'send template' : `instead: template ${templateStatus}`);
  });
  test('open, a template that is paused stops nothing', () => {
    expect(told(sent('order', { facts: { templateStatus: 'PAUSED' }, parcel: { payload: withTemplate } }))).toBe('send message');
  });
});

test('the first rule that says no decides: worth, consent, night, line, window', () => {
  const all: Told = { now: at('23:00'), parcel: { validUntil: NEVER }, facts: { refused: ['promo'], windowExpiresAt: null }, line: { stopped: true, heldUntil: at('23:30') } };
  expect(told(sent('promo', all))).toBe('withdraw: too late');
  expect(told(sent('promo', { ...all, parcel: {} }))).toBe('withdraw: refused: promo');
  expect(told(sent('promo', { ...all, parcel: {}, facts: { windowExpiresAt: null } }))).toBe('wait until 07:00: night');
  expect(told(sent('promo', { ...all, parcel: {}, facts: { windowExpiresAt: null }, now: at('12:00'), line: { stopped: true, heldUntil: at('12:30') } }))).toBe('wait until 12:30: the line is held');
  expect(told(sent('promo', { facts: { windowExpiresAt: null } }))).toBe('instead: outside the window');
});
