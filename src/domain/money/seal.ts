import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/** Closes a secret under SECRET_KEY. `place` says where it belongs: moved elsewhere, it does not open. */
export function seal(secret: string, { key, place }: { key: string; place: string }): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(key), iv).setAAD(Buffer.from(place));
  const closed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [VERSION, Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')].join(':');
}

/** Undefined when it was closed under another key, belongs elsewhere, or was touched. */
export function unseal(sealed: string, { key, place }: { key: string; place: string }): string | undefined {
  const [version, body = ''] = sealed.split(':');
  const bytes = Buffer.from(body, 'base64url');
  if (version !== VERSION || bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  try {
    const opening = createDecipheriv(CIPHER, keyFrom(key), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([opening.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A key of its own for this use: what is learned of another use of SECRET_KEY opens nothing here. */
const keyFrom = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'griot payment secrets', KEY_BYTES));
