import type { i18n } from 'i18next';
import { z } from 'zod';
import type { MediaRefusal } from '../channels/whatsapp/media-download.ts';
import type { FetchAsked } from '../conversation/plan-fetch.ts';
import { sayLate } from '../conversation/say-late.ts';
import type { DueJob } from '../db/due.ts';
import { keepFiles } from '../db/media-files.ts';
import type { Tx } from '../db/open-database.ts';
import { sayer } from '../i18n.ts';
import { ACCEPTED } from '../media/accepted.ts';
import type { FileStore } from '../media/file-store.ts';
import type { Scan } from '../media/scan.ts';
import { takeIn, type Taken } from '../media/take-in.ts';
import type { Download } from './file-source.ts';
import type { Apply, Job } from './job.ts';

export type MediaTools = { files: FileStore; download: Download; scan: Scan; texts: i18n };

type Kept = Extract<Taken, { mime: string }> & { sha256: string };
type Refused = { reason: keyof typeof SENTENCES; bytesMax: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** So long the network keeps a file for the id it gave us. */
const LIFE_MS = 7 * 24 * HOUR_MS;
const PAUSES_MS = [MINUTE_MS / 2, 2 * MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS];
/** Told fewer times that a file is not there, we doubt it: its id is only minutes old. */
const GONE_TRIES = 3;
const FILENAME_CHARS_MAX = 200;

/** What a person is told about a file that is not kept. */
const SENTENCES = {
  tooLarge: 'received.tooLarge',
  wrongType: 'received.wrongType',
  infected: 'received.infected',
  gone: 'received.gone',
  foreignHost: 'received.gone',
} as const;

const asked = z.object({ mediaId: z.string(), kind: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']), eventId: z.number(), contactId: z.uuid(), sentAt: z.string(), language: z.string() }) satisfies z.ZodType<FetchAsked>;

/** Makes «received and kept» true: fetches what somebody sent and keeps it, or says why not. */
export const fetchMedia = (tools: MediaTools): Job => ({
  pausesMs: PAUSES_MS,
  prepare: async (job, now) => {
    const file = asked.parse(job.payload);
    const { bytesMax } = ACCEPTED[file.kind];
    const fetched = await tools.download(file.mediaId, bytesMax);
    if ('refused' in fetched) return mayStillCome(fetched, file, job, now) ? { notYet: fetched.refused } : refuse(tools, file, { reason: finalReason(fetched), bytesMax });

    const taken = await takeIn(file.kind, fetched.bytes, tools.scan);
    if ('refused' in taken) return refuse(tools, file, { bytesMax, ...taken, reason: taken.refused });
    return keep(tools, file, { ...taken, sha256: await tools.files.put(taken.bytes) });
  },
});

function mayStillCome({ refused, retry }: MediaRefusal, { sentAt }: FetchAsked, { attempts }: DueJob, now: Date): boolean {
  const isAlive = now.getTime() < Date.parse(sentAt) + LIFE_MS;
  return isAlive && (retry || (refused === 'gone' && attempts < GONE_TRIES));
}

const finalReason = ({ refused }: MediaRefusal) => (refused === 'unavailable' ? 'gone' : refused);

const keep = ({ files }: MediaTools, { eventId, contactId, kind }: FetchAsked, { sha256, mime, bytes }: Kept): Apply => async (tx, _job, now) => {
  await keepFiles(tx);
  await files.put(bytes); // a sweep may have taken it for left over meanwhile
  await tx.media.create({ data: { eventId, contactId, kind, status: 'kept', sha256, mime, bytes: bytes.length, filename: await filenameOf(tx, eventId), at: now } });
};

const refuse = ({ texts }: MediaTools, { eventId, contactId, kind, language }: FetchAsked, { reason, bytesMax }: Refused): Apply => async (tx, _job, now) => {
  await tx.media.create({ data: { eventId, contactId, kind, status: 'refused', reason, filename: await filenameOf(tx, eventId), at: now } });
  const key = reason === 'tooLarge' && kind !== 'image' ? 'received.tooLargeFile' : SENTENCES[reason];
  await sayLate(tx, { key: `media:${eventId}:refused`, contactId, eventId, text: sayer(texts, language, 'whatsapp')(key, { max: bytesMax }) }, now);
};

const named = z.object({ media: z.object({ filename: z.string().optional() }) });

/** A name is shown and offered as a name, never used as a path; what steers a terminal or turns the writing round is left out. */
async function filenameOf(tx: Tx, eventId: number): Promise<string | null> {
  const { content } = await tx.inboundEvent.findUniqueOrThrow({ where: { id: eventId }, select: { content: true } });
  const filename = named.safeParse(content).data?.media.filename?.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').trim().slice(0, FILENAME_CHARS_MAX).toWellFormed();
  return filename === undefined || filename === '' ? null : filename;
}
