import type { Business } from '../../tenants/business.ts';
import { firstSaleOn } from './first-sale.ts';
import { lastOf, type Month } from './months.ts';
import type { ReportFile } from './report-kinds.ts';

/** Whether there is anything that such a report of that month could say. */
export async function canReport(business: Business, kind: ReportFile, month: Month): Promise<boolean> {
  if (kind === 'inventory') return (await business.db.variant.findFirst({ where: { archivedAt: null, product: { archivedAt: null } }, select: { id: true } })) !== null;
  const first = await firstSaleOn(business);
  return first !== undefined && (kind === 'bank' || first <= lastOf(month));
}
