/** Meta answered, and refused. */
export class GraphError extends Error {
  override name = 'GraphError';
  readonly httpStatus: number;
  readonly code: number | string | undefined;
  readonly subcode: number | undefined;
  readonly trace: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(reason: string, answer: { httpStatus: number; code?: number | string | undefined; subcode?: number | undefined; trace?: string | undefined; retryAfterMs?: number | undefined }) {
    super(reason);
    this.httpStatus = answer.httpStatus;
    this.code = answer.code;
    this.subcode = answer.subcode;
    this.trace = answer.trace;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

/** The request never left: nothing was done. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

/** The request left and no answer that can be read came back: it may have been done. */
export class LostAnswerError extends Error {
  override name = 'LostAnswerError';
  readonly httpStatus: number | undefined;

  constructor(reason: string, httpStatus?: number) {
    super(reason);
    this.httpStatus = httpStatus;
  }
}

/** A host that is not the provider's: the token must not go there. */
export class ForeignHostError extends Error {
  override name = 'ForeignHostError';
}
