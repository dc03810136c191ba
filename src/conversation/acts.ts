import type { ChannelName } from '../channels/channel.ts';

/** What the people of a business may be allowed to do; its owner may do all of it. */
export const RIGHTS = ['ready', 'orders', 'measures', 'money', 'sales', 'stock'] as const;
/** `managers`: it cannot be given to an employee. */
export type Right = (typeof RIGHTS)[number] | 'owner' | 'managers' | 'anyone';

/** `or`: this right will do as well. */
type Rule = { right: Right; or?: Right; pin: readonly ChannelName[] };

/** On USSD it is asked all the same, once a call. */
const NEVER: readonly ChannelName[] = [];
/** What moves money: a text can be sent from a phone that lies about. */
const BY_SMS: readonly ChannelName[] = ['sms'];
const ALWAYS: readonly ChannelName[] = ['whatsapp', 'sms', 'ussd'];

/** Every act of staff: who may, and where the PIN is asked first. One row an act. */
export const ACTS = {
  'work.look': { right: 'anyone', pin: NEVER },
  'settings.change': { right: 'owner', pin: NEVER },
  'account.keys': { right: 'owner', pin: ALWAYS },
  'team.look': { right: 'owner', pin: NEVER },
  'team.change': { right: 'owner', pin: ALWAYS },
  'pin.change': { right: 'anyone', pin: ALWAYS },
  'order.ready': { right: 'ready', pin: NEVER },
  'order.enter': { right: 'orders', pin: NEVER },
  'money.take': { right: 'money', pin: BY_SMS },
  'money.undo': { right: 'money', pin: BY_SMS },
  'refund.look': { right: 'money', pin: NEVER },
  /** Yes or no to what is asked back. */
  'refund.answer': { right: 'owner', pin: ALWAYS },
  'refund.pay': { right: 'money', pin: ALWAYS },
  'order.deliver': { right: 'orders', pin: NEVER },
  /** Against what is due or full; above the threshold of the business its handler asks the PIN. */
  'order.force': { right: 'owner', pin: NEVER },
  'order.quote': { right: 'orders', pin: NEVER },
  'order.postpone': { right: 'orders', pin: NEVER },
  'order.start': { right: 'owner', pin: NEVER },
  'order.hold': { right: 'orders', pin: NEVER },
  'order.fit': { right: 'orders', pin: NEVER },
  'order.assign': { right: 'orders', pin: NEVER },
  'order.cancel': { right: 'owner', pin: BY_SMS },
  'order.stage': { right: 'anyone', pin: NEVER },
  'order.attach': { right: 'anyone', pin: NEVER },
  'order.report': { right: 'anyone', pin: NEVER },
  'goods.look': { right: 'anyone', pin: NEVER },
  'goods.sell': { right: 'sales', pin: NEVER },
  'goods.count': { right: 'stock', pin: NEVER },
  'count.answer': { right: 'owner', pin: NEVER },
  'stock.plan': { right: 'stock', pin: NEVER },
  /** What was taken in and what was earned. */
  'shop.figures': { right: 'money', pin: NEVER },
  /** Costs and margins that can be passed on. */
  'report.file': { right: 'managers', pin: BY_SMS },
  /** Whoever has the address reads what the shop earns. */
  'report.email': { right: 'owner', pin: BY_SMS },
  'goods.receive': { right: 'stock', pin: NEVER },
  'debt.look': { right: 'sales', or: 'money', pin: NEVER },
  'debt.take': { right: 'sales', or: 'money', pin: BY_SMS },
  'debt.undo': { right: 'sales', or: 'money', pin: BY_SMS },
  'debt.remind': { right: 'sales', or: 'money', pin: NEVER },
  'till.count': { right: 'sales', or: 'money', pin: NEVER },
  'till.history': { right: 'managers', pin: NEVER },
  'goods.change': { right: 'stock', pin: NEVER },
  'goods.export': { right: 'managers', pin: ALWAYS },
  'alert.look': { right: 'stock', or: 'sales', pin: NEVER },
  'alert.change': { right: 'stock', pin: NEVER },
  /** Who else is warned. */
  'alert.share': { right: 'owner', pin: NEVER },
  /** It binds the shop to pay. */
  'purchase.send': { right: 'stock', pin: BY_SMS },
  'client.look': { right: 'orders', or: 'measures', pin: NEVER },
  'client.add': { right: 'orders', or: 'sales', pin: NEVER },
  'client.measure': { right: 'measures', pin: NEVER },
} as const satisfies Record<string, Rule>;
export type Act = keyof typeof ACTS;
export const ruleOf = (act: Act): Rule => ACTS[act];

const MANAGERS: ReadonlySet<string> = new Set(['owner', 'manager']);

/** Whether somebody who works in a business has the right to an act. */
export function may({ role, permissions }: { role: string; permissions: string[] }, act: Act): boolean {
  const { right, or = right } = ruleOf(act);
  return right === 'anyone' || role === 'owner' || (right !== 'owner' && (MANAGERS.has(role) || permissions.includes(right) || permissions.includes(or)));
}
