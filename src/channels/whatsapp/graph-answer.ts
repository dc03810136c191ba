import { z } from 'zod';
import { GraphError, LostAnswerError } from './graph-error.ts';
import { errorSchema, maybe } from './schema.ts';

export type Answered = { status: number; retryAfter: string | null | undefined; body: string };

const answerSchema = z.looseObject({ error: maybe(errorSchema) });

/** Between us and them somebody gave up waiting for their answer: they may have done what was asked. */
const GATEWAY_TIMEOUT = 504;

/** What Meta agreed to; throws where it refused, or said nothing that can be read. */
export function readGraphAnswer(answered: Answered, token: string): unknown {
  if (answered.status === GATEWAY_TIMEOUT && parseAnswer(answered.body)?.error === undefined) throw new LostAnswerError('HTTP 504', GATEWAY_TIMEOUT);
  if (answered.status < 200 || answered.status > 299) throw refusal(answered, token);
  const answer = parseAnswer(answered.body);
  if (answer === undefined) throw new LostAnswerError('an answer that is not JSON', answered.status);
  if (answer.error !== undefined) throw refusal(answered, token);
  return answer;
}

export function refusal({ status, retryAfter, body }: Answered, token: string): GraphError {
  const error = parseAnswer(body)?.error;
  const reason = error?.error_data?.details ?? error?.message ?? `HTTP ${status}`;
  const seconds = Number(retryAfter ?? NaN);
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  return new GraphError(withoutSecrets(reason, token), { httpStatus: status, code: error?.code, subcode: error?.error_subcode, trace: error?.fbtrace_id, retryAfterMs });
}

function parseAnswer(body: string): z.output<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Meta quotes tokens and numbers in its messages; ours end in logs and tables. */
function withoutSecrets(reason: string, token: string): string {
  const hidden = token === '' ? reason : reason.replaceAll(token, '***');
  return hidden.replace(/\+?\d{7,}/g, '***').slice(0, 300);
}
