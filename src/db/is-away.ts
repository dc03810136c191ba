import { z } from 'zod';

const cause = z.object({ meta: z.object({ driverAdapterError: z.object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }) }) }) });
/** PostgreSQL's own words for a server that stops, is full or has lost the connection. */
const AWAY_CODES = /^(57P|08|53)/;
const AWAY_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TlsConnectionError', 'TooManyConnections']);

/** Whether nobody answered, rather than somebody who refused what was asked: asking again at once would only wait again. */
export function isAway(error: unknown): boolean {
  const known = cause.safeParse(error).data?.meta.driverAdapterError.cause;
  if (known !== undefined) return AWAY_KINDS.has(known.kind) || AWAY_CODES.test(known.originalCode ?? '');
  return error instanceof Error && /connection (timeout|terminated)|timeout exceeded/i.test(error.message);
}
