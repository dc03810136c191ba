import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { formData } from './form-data.ts';
import { errorBody, graphError } from './graph-errors.ts';
import { newMediaId } from './provider-ids.ts';

export type StoredMedia = { id: string; mime: string; bytes: Uint8Array; filename?: string };
export type MediaStore = {
  add: (media: Omit<StoredMedia, 'id'>) => StoredMedia;
  get: (id: string) => StoredMedia | undefined;
};

const MEDIA_KEPT = 200;
const MB = 1024 * 1024;
/** Meta's types and sizes (facts A9). */
const ACCEPTED: [RegExp, number][] = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^image\/webp$/, 500 * 1024],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)$/, 16 * MB],
  [/^video\/(mp4|3gpp?)$/, 16 * MB],
  [/^(text\/plain|application\/(pdf|msword|vnd\.(ms-excel|ms-powerpoint|openxmlformats-officedocument\.[a-z.]+)))$/, 100 * MB],
];

/** Undefined for a type that Meta does not take. */
export const limitOf = (mime: string): number | undefined => ACCEPTED.find(([pattern]) => pattern.test(mime.split(';')[0]?.trim() ?? ''))?.[1];

export const sha256 = (bytes: Uint8Array, encoding: 'hex' | 'base64') => createHash('sha256').update(bytes).digest(encoding);

export function createMediaStore(): MediaStore {
  const all = new Map<string, StoredMedia>();
  return {
    add: (media) => {
      const stored = { id: newMediaId(), ...media };
      all.set(stored.id, stored);
      const oldest = all.size > MEDIA_KEPT ? all.keys().next().value : undefined;
      if (oldest !== undefined) all.delete(oldest);
      return stored;
    },
    get: (id) => all.get(id),
  };
}

/** Upload, look-up of the five-minute address, download: the last two on different addresses, as at Meta. */
export function mediaRoutes(router: Router, media: MediaStore, phoneNumberId: string): void {
  router.post(`/:version/${phoneNumberId}/media`, async (req, res) => {
    const stored = await upload(req, media);
    if ('code' in stored) res.status(stored.http).json(errorBody(stored));
    else res.json({ id: stored.id });
  });

  router.get('/media/:id', (req, res) => {
    const found = media.get(req.params.id);
    if (found) res.type(found.mime).send(Buffer.from(found.bytes));
    else res.status(404).end();
  });

  router.get(/^\/v\d+\.\d+\/(\d+)$/, (req, res) => {
    const found = media.get(String(req.params[0]));
    const asked = req.query.phone_number_id;
    if (!found || (asked !== undefined && asked !== phoneNumberId)) unknownObject(req, res);
    else res.json(described(found, `http://${req.get('host') ?? ''}/media/${found.id}?mid=${found.id}&ext=1`));
  });
}

export function unknownObject(req: Request, res: Response): void {
  const details = `Unsupported ${req.method.toLowerCase()} request. Object does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  res.status(400).json(errorBody({ ...graphError(100, details), subcode: 33 }));
}

const described = ({ id, mime, bytes }: StoredMedia, url: string) => ({
  messaging_product: 'whatsapp', url, mime_type: mime, sha256: sha256(bytes, 'hex'), file_size: bytes.length, id,
});

async function upload(req: Request, media: MediaStore) {
  const form = Buffer.isBuffer(req.body) ? await formData(new Uint8Array(req.body), req.get('content-type') ?? '') : undefined;
  if (form?.get('messaging_product') !== 'whatsapp') return graphError(100, 'The parameter messaging_product is required.');
  const file = form.get('file');
  if (!(file instanceof File)) return graphError(100, 'The parameter file is required.');
  const named = form.get('type');
  const mime = file.type || (typeof named === 'string' ? named : '');
  const limit = limitOf(mime);
  if (limit === undefined) return graphError(100, `Param file must be a file with one of the accepted types. Received file of type '${mime}'.`);
  if (file.size > limit) return graphError(100, `Param file is larger than the ${limit} bytes allowed for its type.`);
  return media.add({ mime, bytes: new Uint8Array(await file.arrayBuffer()), filename: file.name });
}
