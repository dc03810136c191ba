import express, { type Router } from 'express';
import { findMedia } from '../../domain/operators/find-media.ts';
import { isShownInline } from '../../media/accepted.ts';
import { fileName } from '../../media/file-name.ts';
import type { Admin } from './admin.ts';
import { rowId } from './form.ts';
import { notFound, signedIn, type Visit } from './visit.ts';

/** Whatever is in the file: it runs nothing, loads nothing, and is nobody's page. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

export function mediaRoutes(admin: Admin): Router {
  const router = express.Router();
  router.get('/media/:id', signedIn(admin, (visit) => serve(admin, visit)));
  return router;
}

/** What somebody sent, as the type it was found to be; pictures in the page, the rest as a file to be kept. */
async function serve({ files }: Admin, visit: Visit): Promise<void> {
  const { req, res, acting: { db } } = visit;
  const id = rowId.safeParse(req.params['id']).data;
  const file = id === undefined ? undefined : await findMedia(db, BigInt(id));
  const bytes = file && (await files.get(file.sha256));
  if (file === undefined || bytes === undefined) return notFound(visit);
  res.attachment(fileName(file.filename ?? `griot-${id ?? ''}`, file.mime));
  if (isShownInline(file)) res.set('Content-Disposition', 'inline');
  res.set({ 'Content-Security-Policy': POLICY, 'Cross-Origin-Resource-Policy': 'same-origin' }).type(file.mime).send(bytes);
}
