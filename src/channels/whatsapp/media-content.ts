import { z } from 'zod';
import type { Content, Context, MediaKind } from '../channel.ts';
import { present } from './present.ts';
import { idText, maybe } from './schema.ts';

/** The url Meta adds lives five minutes: only the id is worth keeping. */
const fileSchema = z.looseObject({
  id: idText,
  mime_type: z.string().catch('application/octet-stream'),
  sha256: maybe(z.string()),
  caption: maybe(z.string()),
  filename: maybe(z.string()),
  animated: maybe(z.boolean()),
  voice: maybe(z.boolean()),
});
const messageSchema = z.record(z.string(), z.unknown());

export const mediaContent =
  (type: MediaKind) =>
  (message: unknown, context: Context | undefined): Content | undefined => {
    const file = fileSchema.safeParse(messageSchema.parse(message)[type]).data;
    if (file === undefined) return undefined;
    const { id, mime_type: mime, sha256, caption, filename, animated, voice } = file;
    const kind = type === 'audio' && voice === true ? 'voice' : type;
    return { type: 'media', media: { kind, id, mime, ...present({ sha256, caption, filename, animated }) }, ...present({ context }) };
  };
