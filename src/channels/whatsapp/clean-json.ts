/** Deeper than any payload of Meta's, shallower than what overflows the stack or what PostgreSQL refuses. */
const DEPTH_MAX = 100;

/** The same JSON, storable: PostgreSQL's jsonb refuses NUL characters and lone surrogates. */
export const cleanJson = (value: unknown): unknown => (isClean(value, 0) ? value : cleaned(value, 0));

/** Nearly all of what comes is clean: looking costs less than copying. */
function isClean(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isCleanText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEPTH_MAX) return false;
  if (Array.isArray(value)) return value.every((item) => isClean(item, depth + 1));
  return Object.entries(value).every(([key, item]) => isCleanText(key) && isClean(item, depth + 1));
}

/** Object.fromEntries, because assigning a key named __proto__ would change the object instead. */
function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return null;
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleaned(item, depth + 1)]));
}

const isCleanText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
