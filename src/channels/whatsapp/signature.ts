import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

/** Meta signs the bytes it sends, and documents a signature over the \uXXXX-escaped text: both are genuine. */
export function verifySignature(rawBody: Buffer, header: string | undefined, appSecret: string): boolean {
  const hex = HEADER.exec(header ?? '')?.[1];
  if (hex === undefined || appSecret === '') return false;
  const claimed = Buffer.from(hex, 'hex');
  const matches = (body: Buffer | string) => timingSafeEqual(createHmac('sha256', appSecret).update(body).digest(), claimed);
  return matches(rawBody) || matches(escapeUnicode(rawBody.toString('utf8')));
}

/** The challenge to answer with when Meta tries our address; undefined when the token is not ours. */
export function verifyChallenge(rawQueryString: string, verifyToken: string): string | undefined {
  // The names contain dots, which query parsers may expand into objects: read the raw string.
  const query = new URLSearchParams(rawQueryString);
  if (verifyToken === '' || query.get('hub.mode') !== 'subscribe') return undefined;
  if (!sameText(query.get('hub.verify_token') ?? '', verifyToken)) return undefined;
  return query.get('hub.challenge') || undefined;
}

function escapeUnicode(text: string): string {
  return text.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Compares digests, so that neither content nor length shows in the time taken. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
