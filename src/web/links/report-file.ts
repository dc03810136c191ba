import { sendPaper, type LinkPage } from './link-page.ts';

/** A report as it was made: a paper is read in the browser, a workbook is kept. */
export const reportFile: LinkPage = async ({ db, files }, { target, tenantId }, { res }) => {
  if (tenantId === null) return false;
  const kept = await db.reportFile.findFirst({ where: { id: target, tenantId } });
  const bytes = kept === null ? undefined : await files.get(kept.sha256);
  if (kept === null || bytes === undefined) return false;
  if (kept.mime === 'application/pdf') return sendPaper(res, bytes, kept.fileName);
  res.attachment(kept.fileName).type(kept.mime).send(bytes);
  return true;
};
