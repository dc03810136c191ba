/** Ten digits reach the year 2286; eleven or more are milliseconds or noise. */
const UNIX_SECONDS = /^[1-9]\d{0,9}(\.\d+)?$/;

/** Unix seconds, which Meta writes as strings in some places and as numbers in others. */
export function isoTime(seconds: unknown, receivedAt: string): string {
  if (typeof seconds !== 'string' && typeof seconds !== 'number') return receivedAt;
  if (!UNIX_SECONDS.test(String(seconds))) return receivedAt;
  return new Date(Number(seconds) * 1000).toISOString();
}
