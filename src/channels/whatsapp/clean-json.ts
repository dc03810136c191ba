/** Deeper than any payload of Meta's, shallower than what overflows the stack or what PostgreSQL refuses. */
const DEPTH_MAX = 100;

/**
 * The same JSON, storable: PostgreSQL's jsonb refuses NUL characters and lone surrogates.
 * Object.fromEntries, because assigning a key named __proto__ would change the object instead.
 */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return null;
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item, depth + 1)]));
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
