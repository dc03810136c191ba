import type { NextFunction, Request, Response } from 'express';
import { formData } from '../../standins/form-data.ts';

const BODY_MAX = 20 * 1024 * 1024;

/** Forms with or without a file. A field given twice keeps the last: the button's. */
export async function readForm(req: Request, res: Response, next: NextFunction): Promise<void> {
  const body = await bodyOf(req);
  if (body === undefined) return void res.status(413).type('text/plain').send('too large');
  const form = (await formData(body, req.get('content-type') ?? '')) ?? new FormData();
  req.body = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string' || value.size > 0));
  next();
}

async function bodyOf(req: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= BODY_MAX) chunks.push(chunk);
  }
  return size > BODY_MAX ? undefined : new Uint8Array(Buffer.concat(chunks));
}
