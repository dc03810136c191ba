import { z } from 'zod';
import type { Voice } from '../conversation/tell.ts';
import { workIn } from '../conversation/work-in.ts';
import type { Prisma, Tx } from '../db/open-database.ts';
import { reportToMail, tellNotMailed } from '../domain/shop/reporting/mailed-report.ts';
import { bySystem, inBusiness } from '../domain/tenants/business.ts';
import { languageOf, sayer } from '../i18n.ts';
import type { FileStore } from '../media/file-store.ts';
import type { Mailer } from '../providers/email/mailer.ts';
import type { Job } from './job.ts';

/** `mailer`: none where no SMTP server is known. */
export type MailTools = { db: Prisma; files: FileStore; voice: Voice; mailer?: Mailer | undefined };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PAUSES_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS];

const asked = z.object({ tenantId: z.uuid(), reportId: z.uuid() });

export const planMail = (tx: Tx, key: string, payload: z.input<typeof asked>, now: Date) =>
  tx.due.createMany({ data: [{ key: `${key}:mail`, kind: 'report.mail', tenantId: payload.tenantId, payload, runAt: now, createdAt: now }], skipDuplicates: true });

/**
 * Sends a report that was made to the address that the owners have given. One that dies after the server took it sends it again under the same
 * Message-ID; where the address takes nothing, or nothing went out all day, the owners are told.
 */
export const mailReport = ({ db, files, voice, mailer }: MailTools): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async ({ payload }, now) => {
    const { tenantId, reportId } = asked.parse(payload);
    const found = await db.$transaction((tx) => inBusiness(tx, tenantId, bySystem(now), (business) => reportToMail(business, reportId)));
    const bytes = found && (await files.get(found.sha256));
    if (mailer === undefined || found === undefined || bytes === undefined) return () => Promise.resolve();
    const { address, language, business, fileName, mime, month } = found;
    const say = sayer(voice.texts, languageOf(language), 'paper');
    const posted = await mailer({ id: reportId, to: address, subject: say('reports.letter.subject', { month, business }), text: say('reports.letter.text', { month, business }), file: { name: fileName, mime, bytes } });
    return 'posted' in posted ? () => Promise.resolve() : (tx, _job, at) => workIn(tx, tenantId, bySystem(at), { ...voice, now: at }, (shop) => tellNotMailed(shop, reportId, 'address'));
  },
  failed: (tx, { payload }, now) => {
    const { tenantId, reportId } = asked.parse(payload);
    return workIn(tx, tenantId, bySystem(now), { ...voice, now }, (business) => tellNotMailed(business, reportId, 'sending'));
  },
});
