import { z } from 'zod';
import { reportImport } from '../conversation/import-report.ts';
import { sayLate } from '../conversation/say-late.ts';
import { workIn } from '../conversation/work-in.ts';
import type { Voice } from '../conversation/tell.ts';
import type { Prisma } from '../db/open-database.ts';
import { importProducts, type Imported } from '../domain/shop/import-products.ts';
import { languageOf, sayer } from '../i18n.ts';
import type { FileStore } from '../media/file-store.ts';
import { readTable, type NoTable } from '../media/read-table.ts';
import type { Job } from './job.ts';

export type ImportTools = { db: Prisma; files: FileStore; voice: Voice };

const SECOND_MS = 1_000;
/** The file is fetched at the same time, and may take its time. */
const PAUSES_MS = [SECOND_MS, 2 * SECOND_MS, 5 * SECOND_MS, 30 * SECOND_MS, 120 * SECOND_MS];

const asked = z.object({ eventId: z.number(), contactId: z.uuid(), tenantId: z.uuid(), memberId: z.uuid(), role: z.enum(['owner', 'staff']), language: z.string() });

/** Reads a list of goods that somebody sent, once it has come, into their shop: all of it or nothing, and tells them which. */
export const importGoods = ({ db, files, voice }: ImportTools): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async ({ payload }) => {
    const { eventId, contactId, tenantId, memberId, role, language } = asked.parse(payload);
    const media = await db.media.findUnique({ where: { eventId } });
    if (media === null) return { notYet: 'the file has not come' };
    const bytes = media.sha256 === null ? undefined : await files.get(media.sha256);
    if (bytes === undefined || media.mime === null) return () => Promise.resolve(); // whoever fetched it has said why
    const table = await readTable(bytes, media.mime);
    return async (tx, _job, now) => {
      const say = sayer(voice.texts, languageOf(language), 'whatsapp');
      const acting = { now, actor: `member:${memberId}`, role, channel: 'whatsapp' };
      const outcome: Imported | NoTable = 'refused' in table ? table : (await workIn(tx, tenantId, acting, { ...voice, now }, (business) => importProducts(business, table))).result;
      await sayLate(tx, { key: `import:${String(eventId)}`, contactId, eventId, text: reportImport(say, outcome) }, now);
    };
  },
});
