import type { Business } from '../../tenants/business.ts';
import type { Notice } from '../../tenants/notice.ts';
import { shortLink } from '../../tenants/short-link.ts';
import { shownMonth, type Month } from './months.ts';
import type { ReportFile } from './report-kinds.ts';

/** Whom a report is for: who asked, where they asked, or the owners when nobody did. */
export type For = { memberId: string; by: 'whatsapp' | 'sms' } | 'owners';
export type Made = { key: string; kind: ReportFile; month: Month; sha256: string; mime: string; bytes: number; fileName: string; to: For };

const WHAT: Record<ReportFile, string> = { inventory: 'reportInventory', sales: 'reportSales', monthly: 'reportMonthly', bank: 'reportBank' };

/** Keeps a report that was made, once for its key, and gives it to who asked for it. */
export async function handOver(business: Business, { to, ...made }: Made): Promise<{ reportId: string }> {
  const { db, id: tenantId, now, notices } = business;
  const { id } = await db.reportFile.create({ data: { tenantId, ...made, at: now }, select: { id: true } });
  const { key, kind, month, fileName } = made;
  const document = { url: await shortLink(business, 'report', id), fileName };
  notices.push({ key, what: WHAT[kind], values: { month: shownMonth(month) }, document, ...addressed(to) });
  return { reportId: id };
}

/** Who asked hears that they ask in vain. */
export function tellFailure({ notices, name }: Business, key: string, to: Exclude<For, 'owners'>): void {
  notices.push({ key: `${key}:failed`, what: 'reportFailed', values: { business: name }, ...addressed(to) });
}

/** An answer leaves at night, too; what nobody asked for waits for the morning. */
const addressed = (to: For): Pick<Notice, 'to' | 'purpose' | 'by'> => (to === 'owners' ? { to: { owners: true }, purpose: 'report' } : { to: { memberId: to.memberId }, purpose: 'late', ...(to.by === 'sms' ? { by: 'sms' } : {}) });
