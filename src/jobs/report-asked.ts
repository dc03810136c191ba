import { z } from 'zod';
import type { Month } from '../domain/shop/reporting/months.ts';
import { REPORT_FILES, type ReportFile } from '../domain/shop/reporting/report-kinds.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = 'application/pdf';
export const FILES: Record<ReportFile, { mime: string; ending: string }> = {
  inventory: { mime: XLSX, ending: 'xlsx' }, sales: { mime: XLSX, ending: 'xlsx' }, monthly: { mime: PDF, ending: 'pdf' }, bank: { mime: PDF, ending: 'pdf' },
};

/** `to`: who asked, where, and in which language; nobody asked for what is made by itself. */
export const reportAsked = z.object({
  tenantId: z.uuid(), kind: z.enum(REPORT_FILES), month: z.string().regex(/^\d{4}-\d\d$/).transform((month) => month as Month),
  to: z.object({ memberId: z.uuid(), by: z.enum(['whatsapp', 'sms']), language: z.string() }).optional(),
});
export type ReportAsked = z.output<typeof reportAsked>;
