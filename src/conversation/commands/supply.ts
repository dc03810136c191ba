import type { AnswerCommands } from '../../../flows/identity/answer.ts';
import type { RecipientCommands } from '../../../flows/shop/recipient.ts';
import type { SupplyCommands } from '../../../flows/shop/supply.ts';
import type { Choice } from '../../../flows/flow.ts';
import { dayAt } from '../../domain/calendar/day.ts';
import { answerAsRecipient } from '../../domain/shop/alert-recipients.ts';
import { answerPurchase } from '../../domain/shop/answer-purchase.ts';
import { purchaseNumber } from '../../domain/shop/purchase-number.ts';
import { findDay } from '../../domain/spoken/day.ts';
import { listQuotes } from '../../domain/orders/list-quotes.ts';
import type { Scope } from '../../scope.ts';
import { workIn } from '../work-in.ts';
import { todayOf } from '../read-line.ts';
import type { Handlers } from './handlers.ts';
import { wordsFor } from './wording.ts';

type Open = { id: string; seq: number; tenantId: string; status: string; etaOn: Date | null; tenant: { name: string; code: string; timezone: string } };
const ROW_CHARS = 22;

export const supplyCommands: Handlers<AnswerCommands & RecipientCommands & SupplyCommands> = {
  'answer.waiting': async (scope, { asked }) => {
    if (asked.alerts === true) return { waiting: await recipients(scope, ['asked', 'agreed', 'declined']) };
    const orders = (await ordersFor(scope)).filter(({ seq, tenant }) => asked.purchase === undefined || (asked.purchase.seq === seq && (asked.purchase.code === undefined || asked.purchase.code === tenant.code)));
    const supplies = orders.map(({ id, seq, tenant }) => ({ id: `supply:${id}`, label: `${purchaseNumber(seq)} ${tenant.name}`.slice(0, ROW_CHARS).trim() }));
    if (asked.purchase !== undefined || (asked.day !== undefined && supplies.length > 0)) return { waiting: supplies };
    // Those that were answered are no question; without one they may still be dated anew.
    const open = orders.filter(({ status, etaOn }) => status === 'sent' || (status === 'confirmed' && etaOn === null));
    const unanswered = supplies.filter(({ id }) => open.some((order) => id === `supply:${order.id}`));
    const quotes = scope.desk.clients.length > 0 && unanswered.length > 0 ? await listQuotes(scope.db, scope.desk.clients.map(({ id }) => id)) : [];
    return { waiting: [...(await recipients(scope, ['asked'])), ...unanswered, ...(quotes.length > 0 ? [{ id: 'quote', label: wordsFor(scope)('answer.quote') }] : [])] };
  },
  'recipient.answer': async (scope, { memberId, agrees }) => {
    const member = scope.desk.members.find(({ id }) => id === memberId);
    if (member === undefined) return { refused: 'unasked' };
    const { result } = await workIn(scope.db, member.tenantId, { now: scope.now, actor: `member:${memberId}`, role: 'staff', channel: scope.who.channel }, { ...scope.voice, now: scope.now }, (business) => answerAsRecipient(business, memberId, agrees));
    return 'refused' in result ? result : { business: member.business };
  },
  'supply.answer': async (scope, { purchaseId, yes, day }) => {
    const order = (await ordersFor(scope)).find(({ id }) => id === purchaseId);
    if (order === undefined) return { refused: 'over' };
    const acting = { now: scope.now, actor: 'supplier', role: 'client', channel: scope.who.channel } as const;
    const { result } = await workIn(scope.db, order.tenantId, acting, { ...scope.voice, now: scope.now }, (business) => answerPurchase(business, purchaseId, yes ? { yes, ...(day === '' ? {} : { day }) } : { yes }));
    return 'refused' in result ? result : { business: order.tenant.name, number: result.number };
  },
  'supply.read': async (scope, { text }) => {
    const [first] = await ordersFor(scope);
    const said = findDay(text, first === undefined ? todayOf(scope) : dayAt(scope.now, first.tenant.timezone));
    return said === undefined || said.rolls === true ? { refused: 'unread' } : { day: said.day };
  },
};

/** What was ordered on this phone and may still be answered, of any shop: its holder belongs to none of them. */
async function ordersFor({ db, who }: Scope): Promise<Open[]> {
  if (who.phone === null) return [];
  const orders = await db.purchaseOrder.findMany({ where: { phone: who.phone, status: { in: ['sent', 'confirmed', 'refused', 'partial'] } }, orderBy: { createdAt: 'asc' }, take: 9, select: { id: true, seq: true, tenantId: true, status: true, etaOn: true } });
  const tenants = orders.length === 0 ? [] : await db.tenant.findMany({ where: { id: { in: orders.map(({ tenantId }) => tenantId) } }, select: { id: true, name: true, code: true, timezone: true } });
  return orders.flatMap((order) => tenants.filter(({ id }) => id === order.tenantId).map((tenant) => ({ ...order, tenant })));
}

async function recipients({ db, desk }: Scope, statuses: string[]): Promise<Choice[]> {
  if (desk.members.length === 0) return [];
  const rows = await db.alertRecipient.findMany({ where: { memberId: { in: desk.members.map(({ id }) => id) }, status: { in: statuses } }, select: { memberId: true } });
  return desk.members.filter(({ id }) => rows.some(({ memberId }) => memberId === id)).map(({ id, business }) => ({ id: `recipient:${id}`, label: business.slice(0, ROW_CHARS).trim() }));
}
