import { createHash } from 'node:crypto';

/** An id for what has none of its own: the same content has the same id, so that a redelivery is the same event. */
export function stableId(kind: string, ...content: unknown[]): string {
  return `${kind}:${createHash('sha256').update(JSON.stringify(content, sortedKeys)).digest('base64url')}`;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
