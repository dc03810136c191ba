import { describe, expect, test } from '@jest/globals';
import type { ChannelName } from '../../src/channels/channel.ts';
import { ACTS, may, ruleOf, type Act } from '../../src/conversation/acts.ts';

const CHANNELS: ChannelName[] = ['whatsapp', 'sms', 'ussd'];
const WHO: [who: string, member: { role: string; permissions: string[] }][] = [
  ['owner', { role: 'owner', permissions: [] }], ['manager', { role: 'manager', permissions: [] }], ['employee', { role: 'employee', permissions: [] }],
  ['ready', { role: 'employee', permissions: ['ready'] }], ['orders', { role: 'employee', permissions: ['orders'] }], ['measures', { role: 'employee', permissions: ['measures'] }], ['money', { role: 'employee', permissions: ['money'] }],
  ['sales', { role: 'employee', permissions: ['sales'] }], ['stock', { role: 'employee', permissions: ['stock'] }],
];

/** Who may, the last six being an employee with one right; and the channels where the PIN is asked besides the call on USSD. */
const EXPECTED: Record<Act, [who: string, pin: string]> = {
  'work.look': ['owner manager employee ready orders measures money sales stock', ''],
  'settings.change': ['owner', ''],
  'account.keys': ['owner', 'whatsapp sms ussd'],
  'team.look': ['owner', ''],
  'team.change': ['owner', 'whatsapp sms ussd'],
  'pin.change': ['owner manager employee ready orders measures money sales stock', 'whatsapp sms ussd'],
  'goods.look': ['owner manager employee ready orders measures money sales stock', ''],
  'goods.count': ['owner manager stock', ''],
  'count.answer': ['owner', ''],
  'goods.change': ['owner manager stock', ''],
  'goods.export': ['owner manager', 'whatsapp sms ussd'],
  'report.file': ['owner manager', 'sms'],
  'report.email': ['owner', 'sms'],
  'goods.sell': ['owner manager sales', ''],
  'goods.receive': ['owner manager stock', ''],
  'alert.look': ['owner manager sales stock', ''],
  'alert.change': ['owner manager stock', ''],
  'alert.share': ['owner', ''],
  'purchase.send': ['owner manager stock', 'sms'],
  'stock.plan': ['owner manager stock', ''],
  'shop.figures': ['owner manager money', ''],
  'order.enter': ['owner manager orders', ''],
  'order.ready': ['owner manager ready', ''],
  'order.deliver': ['owner manager orders', ''],
  'order.force': ['owner', ''],
  'order.quote': ['owner manager orders', ''],
  'order.postpone': ['owner manager orders', ''],
  'order.start': ['owner', ''],
  'order.hold': ['owner manager orders', ''],
  'order.fit': ['owner manager orders', ''],
  'order.assign': ['owner manager orders', ''],
  'order.cancel': ['owner', 'sms'],
  'order.stage': ['owner manager employee ready orders measures money sales stock', ''],
  'order.attach': ['owner manager employee ready orders measures money sales stock', ''],
  'order.report': ['owner manager employee ready orders measures money sales stock', ''],
  'client.look': ['owner manager orders measures', ''],
  'client.add': ['owner manager orders sales', ''],
  'debt.look': ['owner manager money sales', ''],
  'debt.take': ['owner manager money sales', 'sms'],
  'debt.undo': ['owner manager money sales', 'sms'],
  'debt.remind': ['owner manager money sales', ''],
  'till.count': ['owner manager money sales', ''],
  'till.history': ['owner manager', ''],
  'client.measure': ['owner manager measures', ''],
  'money.take': ['owner manager money', 'sms'],
  'money.undo': ['owner manager money', 'sms'],
  'refund.look': ['owner manager money', ''],
  'refund.answer': ['owner', 'whatsapp sms ussd'],
  'refund.pay': ['owner manager money', 'whatsapp sms ussd'],
};

describe('each act of staff, who may and where the PIN is asked', () => {
  test.each(Object.keys(ACTS) as Act[])('%s', (act) => {
    const allowed = WHO.filter(([, member]) => may(member, act)).map(([who]) => who).join(' ');
    const pin = CHANNELS.filter((channel) => ruleOf(act).pin.includes(channel)).join(' ');
    expect([allowed, pin]).toEqual(EXPECTED[act]);
  });
});
