import { dayAt } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import { fillDemand } from '../knowing/fill-demand.ts';
import { firstSaleOn } from './first-sale.ts';
import { firstOf, lastOf, type Month, type Span } from './months.ts';
import { readBank, type BankRead } from './read-bank.ts';
import { readInventory, type ShelfRow } from './read-inventory.ts';
import { readMonth, type MonthRead } from './read-month.ts';
import type { ReportFile } from './report-kinds.ts';

/** The figures of a report; those of the sales are read page by page: readSalesPage. */
export type ReportRead = { kind: 'inventory'; rows: ShelfRow[] } | ({ kind: 'monthly' } & MonthRead) | ({ kind: 'bank' } & BankRead) | ({ kind: 'sales' } & Span);

/** What a report of that month says; undefined where there is nothing to say. A bank is shown the months before today, whichever is asked for. */
export async function readReport(business: Business, kind: ReportFile, month: Month): Promise<ReportRead | undefined> {
  switch (kind) {
    case 'inventory': return named(kind, await readInventory(business));
    case 'bank': return named(kind, await readBank(business));
    case 'sales': return named(kind, await spanOf(business, month));
    case 'monthly':
      await fillDemand(business); // the night before may have been slept over
      return named(kind, await readMonth(business, month));
  }
}

const named = <K extends ReportFile, R extends object>(kind: K, read: R | undefined): ({ kind: K } & R) | undefined => read && { kind, ...read };

async function spanOf(business: Business, month: Month): Promise<Span | undefined> {
  const today = dayAt(business.now, business.timezone);
  const first = await firstSaleOn(business);
  if (first === undefined || first > lastOf(month)) return undefined;
  return { from: firstOf(month), to: today < lastOf(month) ? today : lastOf(month) };
}
