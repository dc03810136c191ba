import type { Request, Response } from 'express';
import type { i18n } from 'i18next';
import type { Prisma } from '../../db/open-database.ts';
import type { FileStore } from '../../media/file-store.ts';

export type Links = { db: Prisma; files: FileStore; texts: i18n; now: () => Date; ussd: string; whatsapp: () => Promise<string | undefined> };
export type Link = { kind: string; target: string; tenantId: string | null; contactId: string | null };
export type Visit = { req: Request; res: Response; at: Date };

/** What is behind one kind of link. False where there is nothing any more. */
export type LinkPage = (links: Links, link: Link, visit: Visit) => Promise<boolean>;

/** Read in the browser, under its name when it is kept. The policy of pages would forbid some browsers to show it. */
export function sendPaper(res: Response, paper: Buffer, fileName: string): true {
  res.set({ 'Content-Security-Policy': "frame-ancestors 'none'", 'Content-Disposition': `inline; filename="${fileName}"` }).type('application/pdf').send(paper);
  return true;
}
