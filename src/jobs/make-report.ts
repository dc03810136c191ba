import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import { keepFiles } from '../db/media-files.ts';
import { dayAt } from '../domain/calendar/day.ts';
import { handOver, tellFailure } from '../domain/shop/reporting/hand-over.ts';
import { readReport, type ReportRead } from '../domain/shop/reporting/read-report.ts';
import { readSalesPage, type Cursor } from '../domain/shop/reporting/read-sales.ts';
import { ownersOf } from '../domain/shop/reporting/whose-report.ts';
import { bySystem, inBusiness, type Business } from '../domain/tenants/business.ts';
import { letterheadOf } from '../domain/tenants/letterhead.ts';
import { languageOf, sayer } from '../i18n.ts';
import { drawReportAside, type Drawing, type NextPage } from './draw-report-aside.ts';
import type { Job } from './job.ts';
import { planMail, type MailTools } from './mail-report.ts';
import { FILES, reportAsked, type ReportAsked } from './report-asked.ts';

export type ReportTools = MailTools;
type Within = <T>(work: (business: Business) => Promise<T>) => Promise<T>;

const SECOND_MS = 1_000;
/** Somebody waits for it. */
const PAUSES_MS = [5 * SECOND_MS, 30 * SECOND_MS, 120 * SECOND_MS];

/** Reads what a report says, makes it in another thread, and gives it to who asked for it, or to the owners. */
export const makeReport = ({ db, files, voice, mailer }: ReportTools): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async ({ key, payload }, now) => {
    const asked = reportAsked.parse(payload);
    const { tenantId, kind, month, to = 'owners' as const } = asked;
    const within: Within = (work) => db.$transaction((tx) => inBusiness(tx, tenantId, bySystem(now), work));
    const drawing = await within((business) => drawingOf(business, asked));
    // A shop that began after that month has nothing to be told of it.
    if (drawing === undefined) return () => Promise.resolve();
    const bytes = await drawReportAside(drawing, salesPages(drawing.read, within));
    const { mime, ending } = FILES[kind];
    const fileName = `${titleOf(voice, asked, drawing)}.${ending}`;
    return async (tx, _job, at) => {
      await keepFiles(tx);
      const sha256 = await files.put(bytes);
      const { result: { reportId } } = await workIn(tx, tenantId, bySystem(at), { ...voice, now: at }, (business) => handOver(business, { key, kind, month, sha256, mime, bytes: bytes.length, fileName, to }));
      if (mailer !== undefined && to === 'owners') await planMail(tx, key, { tenantId, reportId }, at);
    };
  },
  failed: async (tx, { key, payload }, now) => {
    const { tenantId, to } = reportAsked.parse(payload);
    if (to !== undefined) await workIn(tx, tenantId, bySystem(now), { ...voice, now }, (business) => Promise.resolve(tellFailure(business, key, to)));
  },
});

/** What is to be drawn; undefined where there is nothing to draw, or nobody who is to have it. */
async function drawingOf(business: Business, { kind, month, to }: ReportAsked): Promise<Drawing | undefined> {
  const owners = await ownersOf(business);
  if (to === undefined && !owners.isActive) return undefined;
  const read = await readReport(business, kind, month);
  return read && { read, of: { language: languageOf(to?.language ?? owners.language), business: letterheadOf(business), at: business.now, timezone: business.timezone } };
}

/** While a page is written the next one is read. */
function salesPages(read: ReportRead, within: Within): NextPage {
  if (read.kind !== 'sales') return () => Promise.resolve(undefined);
  const pageAfter = (last?: Cursor) => within((business) => readSalesPage(business, read, last));
  let ahead: ReturnType<typeof pageAfter> | undefined;
  return async () => {
    const page = await (ahead ?? pageAfter());
    if (page === undefined) return undefined;
    ahead = pageAfter(page.next);
    ahead.catch(() => undefined); // should nobody ask for it any more; whoever does is told
    return page.lines;
  };
}

/** `ventes-DIOP-2026-10`: a month is named, what is as of a day names that day. */
function titleOf({ texts }: Voice, { kind, month }: ReportAsked, { of: { language, business, at, timezone } }: Drawing): string {
  const when = kind === 'monthly' || kind === 'sales' ? month : dayAt(at, timezone);
  return `${sayer(texts, language, 'paper')(`reports.file.${kind}`)}-${business.code}-${when}`;
}
