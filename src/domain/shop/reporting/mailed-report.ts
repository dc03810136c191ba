import type { Business } from '../../tenants/business.ts';
import { shownMonth, type Month } from './months.ts';
import { ownersOf } from './whose-report.ts';

export type ToMail = { address: string; language: string | null; business: string; fileName: string; mime: string; sha256: string; month: string };

/** A report and where it goes; undefined where it is kept no more, or the owners want no letters any more. */
export async function reportToMail(business: Business, reportId: string): Promise<ToMail | undefined> {
  const { db, name, settings: { reportEmail } } = business;
  const report = await db.reportFile.findFirst({ where: { id: reportId } });
  if (report === null || reportEmail === null) return undefined;
  const { fileName, mime, sha256, month } = report;
  return { address: reportEmail, language: (await ownersOf(business)).language, business: name, fileName, mime, sha256, month: shownMonth(month as Month) };
}

/** The owners hear that nobody is at their address, or that sending failed and there is nothing for them to mend. */
export async function tellNotMailed(business: Business, reportId: string, why: 'address' | 'sending'): Promise<void> {
  const found = await reportToMail(business, reportId);
  if (found !== undefined) business.notices.push({ key: `report:mail:${reportId}`, to: { owners: true }, purpose: 'report', what: why === 'address' ? 'reportNotMailed' : 'reportNotSent', values: { month: found.month, email: found.address } });
}
