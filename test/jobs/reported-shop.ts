import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import { loadTexts } from '../../src/i18n.ts';
import { openDueRoom } from '../../src/jobs/due-room.ts';
import type { Job } from '../../src/jobs/job.ts';
import { mailReport } from '../../src/jobs/mail-report.ts';
import { makeReport } from '../../src/jobs/make-report.ts';
import { planBriefs, planMornings } from '../../src/jobs/morning-briefs.ts';
import type { Mailer } from '../../src/providers/email/mailer.ts';
import { createLogger } from '../../src/logger.ts';
import { openFileStore, type FileStore } from '../../src/media/file-store.ts';
import { openTestDatabase } from '../helpers/database.ts';

const voice = { texts: loadTexts(), serviceCode: '*384*22#', publicUrl: 'https://griot.example.com' };
/** What is planned beside the reports, and told elsewhere. */
const NOTHING: Job = { apply: () => Promise.resolve() };

export type ReportedShop = Awaited<ReturnType<typeof openReportedShop>>;

/** Boutique Diop with its 90 days, a clock that moves when the test says so, and a process that can be stopped. */
export async function openReportedShop({ begins = '2026-11-20T09:00:00Z', files = openFileStore('memory:'), mailer }: { begins?: string; files?: FileStore; mailer?: Mailer } = {}) {
  let now = new Date(begins);
  let asked = 0;
  const database = await openTestDatabase({ cast: true, at: now });
  const db = database.prisma;
  const { id: tenantId } = await db.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } });
  const { id: memberId } = await db.member.findFirstOrThrow({ where: { tenantId, role: 'owner' } });
  const report = makeReport({ db, files, voice, mailer });
  const start = () => openDueRoom({
    db, now: () => now, logger: createLogger('silent', false), posted: () => undefined, mailed: () => undefined,
    known: { 'brief.plan': planMornings, 'report.make': report, 'report.mail': mailReport({ db, files, voice, mailer }), 'brief.tell': NOTHING, 'evening.tell': NOTHING, 'forecast.night': NOTHING, 'forecast.tell': NOTHING },
  });
  let room = start();
  return {
    db, files, tenantId, memberId, report,
    now: () => now,
    plan: () => planBriefs(db, now, now),
    /** Time goes by until then, without anybody at work. */
    sleepUntil: (at: string): void => void (now = new Date(at)),
    async wakeAt(at: string): Promise<void> {
      now = new Date(at);
      await room.ring();
    },
    async restart(): Promise<void> {
      await room.close();
      room = start();
      await planBriefs(db, now, now);
    },
    /** As somebody asks for it in a conversation. */
    ask: (kind: string, { month = '2026-11', by = 'whatsapp' }: { month?: string; by?: string } = {}) =>
      db.due.create({ data: { key: `report:${kind}:asked:${(asked += 1)}`, kind: 'report.make', tenantId, payload: { tenantId, kind, month, to: { memberId, language: 'fr', by } }, runAt: now, createdAt: now } }),
    reports: () => db.reportFile.findMany({ orderBy: { at: 'asc' } }),
    letters: async () => (await db.outbox.findMany({ where: { key: { startsWith: 'report:' } }, orderBy: { id: 'asc' } })).map(({ key, channel, purpose, payload }) => ({ key, channel, purpose, text: (payload as { text?: string }).text ?? '' })),
    /** What was sold from the one day to the other, line by line, as it was written. */
    sold: (from: Day, to: Day) => db.saleLine.findMany({ where: { tenantId, soldAt: { gte: new Date(`${from}T00:00:00Z`), lt: new Date(`${addDays(to, 1)}T00:00:00Z`) }, sale: { voidedAt: null } } }),
    async close(): Promise<void> {
      await room.close();
      await database.close();
    },
  };
}
