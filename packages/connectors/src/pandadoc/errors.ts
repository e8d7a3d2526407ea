import { ConnectorError, type ConnectorErrorDetails, type ErrorClass } from '../sdk/connector-error.js';
import { type Said, said } from '../sdk/said.js';
import { operations, type OperationName } from './operations.js';
import { readRefusal, type Refusal } from './refusal.js';
import { millisecondsUntil, retryAfterMs, secondsInWords } from './retry-after.js';

export interface RefusedAnswer {
  operation: OperationName;
  status: number;
  header: (name: string) => string | null;
  /** Already freed of secrets. */
  text: string;
}

/** An editing lock or a document in the making is looked at again after this, when the remote names no time. */
const A_MOMENT_MS = 5_000;
const LOCK_MS = 60_000;
const THROTTLED_MS = 15_000;

/** Says in the engine's words what a refusing answer (any status but 2xx) means. Error shapes: vendor description 8.8.0. */
export function errorFromAnswer(answer: RefusedAnswer, now: Date): ConnectorError {
  const refusal = readRefusal(answer.text);
  const verdict = judge(answer, refusal, now);
  const { does } = operations[answer.operation];
  const why =
    refusal.reason === null ? said`it answered with status ${String(answer.status)}` : withoutFullStop(refusal.reason);
  const requestId = answer.header('x-request-id');
  return new ConnectorError(verdict.errorClass, said`PandaDoc could not ${does}: ${why}.`, {
    problems: refusal.problems,
    ...(requestId === null ? {} : { remoteRequestId: requestId }),
    ...verdict.details,
  });
}

interface Verdict {
  errorClass: ErrorClass;
  details?: ConnectorErrorDetails;
}

function judge(answer: RefusedAnswer, refusal: Refusal, now: Date): Verdict {
  const { status } = answer;
  const asked = retryAfterMs(answer.header('retry-after'), now);
  if (status < 400) return verdict('validation', said`Correct the address of the PandaDoc connection.`);
  switch (status) {
    case 401:
      return verdict('auth', said`Check the API key of the PandaDoc connection.`);
    case 403:
      return verdict('forbidden', said`Let the owner of the API key be given access in PandaDoc, or use another key.`);
    case 404:
      return verdict(
        'not_found',
        said`Check that it has not been deleted and belongs to the workspace of the API key.`,
      );
    case 409:
      return isInTheMaking(answer, refusal)
        ? { errorClass: 'transient', details: { retryAfterMs: asked ?? A_MOMENT_MS } }
        : verdict('conflict', said`Look at the status of the document in PandaDoc.`);
    case 423:
      return locked(refusal, asked, now);
    case 429:
      return throttled(refusal, asked);
    default:
      return status === 408 || status >= 500
        ? { errorClass: 'transient', ...(asked === undefined ? {} : { details: { retryAfterMs: asked } }) }
        : verdict('validation', said`Correct the named values and try again.`);
  }
}

const verdict = (errorClass: ErrorClass, remedy: Said): Verdict => ({ errorClass, details: { remedy } });

/** A document is uploaded for some seconds after its creation; a PDF is still made when its document is completed. */
function isInTheMaking({ operation }: RefusedAnswer, { documentStatus, reason }: Refusal): boolean {
  if (documentStatus === 'document.uploaded') return true;
  const isDownload = operation === 'document.download' || operation === 'document.download_protected';
  if (isDownload && (documentStatus === 'document.completed' || documentStatus === 'document.paid')) return true;
  return documentStatus === null && reason !== null && /process/i.test(reason);
}

function locked({ expiresAt }: Refusal, asked: number | undefined, now: Date): Verdict {
  const untilExpiry = expiresAt === null ? undefined : millisecondsUntil(expiresAt, now);
  return {
    errorClass: 'transient',
    details: {
      retryAfterMs: untilExpiry === undefined ? (asked ?? LOCK_MS) : Math.max(untilExpiry, A_MOMENT_MS),
      remedy: said`Somebody has the document open in the Word editor; it is tried again when the lock has run out.`,
    },
  };
}

function throttled({ reason }: Refusal, asked: number | undefined): Verdict {
  const named = asked ?? secondsInWords(reason ?? '');
  const details = named === undefined ? { retryAfterMs: THROTTLED_MS, isGuess: true } : { retryAfterMs: named };
  return { errorClass: 'rate_limited', details };
}

const withoutFullStop = (text: string): string => text.trim().replace(/\.+$/, '');
