import { z } from 'zod';
import { GraphError, LostAnswerError, UnreachableError } from './graph-error.ts';
import { maybe } from './schema.ts';

/** What never found the server; everything else may have arrived. */
const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** A request says why in its code, fetch in the code of its cause; a time-out of fetch only in its name. */
const failureSchema = z.object({ code: maybe(z.string()), cause: maybe(z.object({ code: z.string() })), name: z.string().catch('unknown') });

/** Whether the request never left or may have arrived: one of graph-error.ts. */
export function networkError(error: unknown): Error {
  if (error instanceof GraphError || error instanceof LostAnswerError || error instanceof UnreachableError) return error;
  const failure = failureSchema.safeParse(error).data;
  const code = failure?.code ?? failure?.cause?.code ?? failure?.name ?? 'unknown';
  return NEVER_REACHED.has(code) ? new UnreachableError(code) : new LostAnswerError(code);
}
