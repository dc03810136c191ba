import type { Request } from 'express';
import { z } from 'zod';

/** A field of a form; one that is missing, there twice or too long is empty. PostgreSQL stores neither NUL nor half a surrogate pair. */
export function field(req: Request, name: string, charsMax: number): string {
  const value = z.string().max(charsMax).catch('').parse(fields.parse(req.body)[name]);
  return value.replaceAll('\0', '').toWellFormed();
}

export const uuid = z.uuid();
export const rowId = z.string().regex(/^\d{1,18}$/);

const fields = z.record(z.string(), z.unknown()).catch({});
