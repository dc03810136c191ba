import type { Choice } from '../../../flows/flow.ts';
import type { ReportCommands } from '../../../flows/shop/report.ts';
import { dayAt } from '../../domain/calendar/day.ts';
import { canReport } from '../../domain/shop/reporting/can-report.ts';
import { monthAfter, monthOf, type Month } from '../../domain/shop/reporting/months.ts';
import type { ReportFile } from '../../domain/shop/reporting/report-kinds.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { languageOf, sayer } from '../../i18n.ts';
import type { Scope } from '../../scope.ts';
import { may } from '../acts.ts';
import { tellReport } from '../tell-report.ts';
import { bySms } from './by-sms.ts';
import type { Handlers } from './handlers.ts';
import { staffWork, type Member } from './staff-work.ts';

/** What is asked for by its name in the conversation: which file it is, and how many months ago. */
const FILES: Record<string, { kind: ReportFile; ago: number }> = {
  month: { kind: 'monthly', ago: 0 }, lastMonth: { kind: 'monthly', ago: 1 }, sales: { kind: 'sales', ago: 0 }, stock: { kind: 'inventory', ago: 0 }, bank: { kind: 'bank', ago: 0 },
};

/** What can be done with a report that makes no file of it. */
const NO_FILE = new Set(['text', 'chart', 'other']);

export const reportFileCommands: Handlers<Pick<ReportCommands, 'report.make' | 'report.text'>> = {
  'report.make': (scope, { file, by }) => staffWork(scope, 'report.file', async (business, { id: memberId, tenantId }) => {
    const { kind, ago } = FILES[file] ?? { kind: 'monthly', ago: 0 };
    const month = monthAgo(business, ago);
    if (!(await canReport(business, kind, month))) return { refused: ago === 0 ? 'none' : 'noneThen' };
    const { now, letterId, who: { channel, language } } = scope;
    const to = { memberId, language, by: channel === 'whatsapp' || by === 'whatsapp' ? ('whatsapp' as const) : ('sms' as const) };
    scope.later.due.push({ key: `report:${kind}:${tenantId}:${month}:${letterId}`, kind: 'report.make', runAt: now.toISOString(), step: null, payload: { tenantId, kind, month, to } });
    scope.later.ringAt = now;
    return { by: to.by };
  }),
  'report.text': (scope, { kind }) => staffWork(scope, 'shop.figures', async (business) => {
    const { who: { language }, voice: { texts } } = scope;
    const say = sayer(texts, languageOf(language), 'sms');
    bySms(scope, business, 'report', say('report.period', { told: await tellReport(business, say, { kind, period: 'month' }) }));
    return {};
  }),
};

const monthAgo = ({ now, timezone }: Business, ago: number): Month => monthAfter(monthOf(dayAt(now, timezone)), -ago);

/** What can be done with a report that is shown: whoever dials may have the words or the file sent, where they read it. */
export async function reportOffers({ db, who: { channel, contactId } }: Scope, kind: string): Promise<Choice[]> {
  const other = { id: 'other' };
  if (!(kind in FILES)) return [other];
  const file = { id: kind === 'month' ? 'pdf' : 'excel' };
  if (channel === 'whatsapp') return [file, ...(kind === 'month' ? [{ id: 'lastMonth' }] : []), ...(kind === 'sales' ? [{ id: 'chart' }] : []), other];
  if (channel === 'sms') return [file, other];
  const writes = await db.channelIdentity.findFirst({ where: { contactId, channel: 'whatsapp' }, select: { id: true } });
  return [...(kind === 'month' ? [{ id: 'text' }] : []), writes === null ? file : { id: kind === 'month' ? 'whatsappPdf' : 'whatsappExcel' }, other];
}

/** Who may have no file is offered none. */
export const offersFor = (member: Member, offers: Choice[]): Choice[] => (may(member, 'report.file') ? offers : offers.filter(({ id }) => NO_FILE.has(id)));
