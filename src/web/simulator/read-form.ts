import type { NextFunction, Request, Response as Answer } from 'express';

const BODY_MAX = 20 * 1024 * 1024;

/** Forms with or without a file, read by the platform's own parser. A field given twice keeps the last: the button's. */
export async function readForm(req: Request, res: Answer, next: NextFunction): Promise<void> {
  const body = await bodyOf(req);
  if (body === undefined) return void res.status(413).type('text/plain').send('too large');
  const type = req.get('content-type') ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => new FormData());
  req.body = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string' || value.size > 0));
  next();
}

async function bodyOf(req: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= BODY_MAX) chunks.push(bytes);
  }
  return size > BODY_MAX ? undefined : new Uint8Array(Buffer.concat(chunks));
}
