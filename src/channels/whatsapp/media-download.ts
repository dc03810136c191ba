import { z } from 'zod';
import type { WhatsAppAPI } from 'whatsapp-api-js';
import { verdictFor } from './errors.ts';
import { ForeignHostError, GraphError } from './graph-error.ts';
import { present } from './present.ts';
import { amount, idText, maybe } from './schema.ts';

export type MediaRefusal = { refused: 'tooLarge' | 'foreignHost' | 'gone' | 'unavailable'; retry: boolean };
export type MediaInfo = { url: string; mime: string; sha256?: string; sizeBytes?: number };
export type MediaFile = { bytes: Buffer; mime: string; sha256?: string };

const infoSchema = z.looseObject({ id: maybe(idText), url: z.string(), mime_type: z.string(), sha256: maybe(z.string()), file_size: maybe(amount) });

const TOO_LARGE: MediaRefusal = { refused: 'tooLarge', retry: false };
const WORTH_RETRYING = new Set(['retry', 'backoff', 'stopChannel']);
const NOT_FOUND = 404;

/** Where a file is to be had, for five minutes. Ids from webhooks live seven days, ours thirty. */
export async function mediaInfo(api: WhatsAppAPI, id: string, phoneNumberId: string): Promise<MediaInfo | MediaRefusal> {
  try {
    const { url, mime_type: mime, sha256, file_size: sizeBytes } = infoSchema.parse(await api.retrieveMedia(id, phoneNumberId));
    return { url, mime, ...present({ sha256, sizeBytes }) };
  } catch (error) {
    return refusal(error);
  }
}

/** Never more than `maxBytes` in memory, whatever the announced size. */
export async function downloadMedia(files: WhatsAppAPI, info: MediaInfo, maxBytes: number): Promise<MediaFile | MediaRefusal> {
  if ((info.sizeBytes ?? 0) > maxBytes) return TOO_LARGE;
  try {
    const bytes = await readUpTo(await files.fetchMedia(info.url), maxBytes);
    return bytes === undefined ? TOO_LARGE : { bytes, mime: info.mime, ...present({ sha256: info.sha256 }) };
  } catch (error) {
    // The url has expired, not the file: another try asks for another url.
    if (error instanceof GraphError && error.httpStatus === NOT_FOUND) return { refused: 'unavailable', retry: true };
    return refusal(error);
  }
}

async function readUpTo(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  const body: AsyncIterable<Uint8Array> | [] = response.body ?? [];
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, and with it the rest of the transfer.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refusal(error: unknown): MediaRefusal {
  if (error instanceof ForeignHostError) return { refused: 'foreignHost', retry: false };
  if (!(error instanceof GraphError)) return { refused: 'unavailable', retry: true };
  const retry = WORTH_RETRYING.has(verdictFor(error).action);
  return { refused: retry ? 'unavailable' : 'gone', retry };
}
