import type { Said } from './said.js';

/**
 * Why a call failed, in the only words that the run engine acts on.
 * `transient` and `rate_limited` are tried again later; `auth` pauses the connection; the rest fail at once.
 */
export type ErrorClass =
  'transient' | 'rate_limited' | 'auth' | 'validation' | 'not_found' | 'conflict' | 'forbidden' | 'bug';

/** One thing that is wrong, named so that a person finds it: the field, property, row or setting. */
export interface Problem {
  subject: string;
  message: Said;
}

export interface ConnectorErrorDetails {
  /** Who can fix it and where, in one sentence. */
  remedy?: Said;
  problems?: Problem[];
  /** The remote's own wish; milliseconds from now. */
  retryAfterMs?: number;
  /** The remote named no time: retryAfterMs is what its connector thinks. */
  isGuess?: boolean;
  /** The remote's id of the request, for its support. */
  remoteRequestId?: string;
  cause?: unknown;
}

/** The one error that connectors throw. Its message holds no secret and no customer data beyond the named values. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  declare readonly message: Said;
  readonly remedy: Said | undefined;
  readonly problems: Problem[];
  readonly retryAfterMs: number | undefined;
  readonly isGuess: boolean;
  readonly remoteRequestId: string | undefined;

  constructor(
    readonly errorClass: ErrorClass,
    message: Said,
    details: ConnectorErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.remedy = details.remedy;
    this.problems = details.problems ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.isGuess = details.isGuess ?? false;
    this.remoteRequestId = details.remoteRequestId;
  }
}

const FOR_GOOD: ReadonlySet<ErrorClass> = new Set(['validation', 'not_found', 'conflict', 'forbidden']);

/** The remote has refused: the same call would be refused again. */
export const isForGood = (failure: unknown): failure is ConnectorError =>
  failure instanceof ConnectorError && FOR_GOOD.has(failure.errorClass);
