import { HttpException } from '@nestjs/common';
import { ConnectorError, type ErrorClass } from '@tandem/connectors';
import { type Said, said, verbatim } from '@tandem/recipes';
import { Problem } from './problem.js';

/** The answer to whatever was thrown. null: our own mistake; the answer is a bare 500 and the stack goes to the log. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof ConnectorError) return ofConnector(error);
  if (error instanceof HttpException) return ofNest(error);
  return ofDatabase(error) ?? ofFastify(error);
}

const statusOf: Record<ErrorClass, number | null> = {
  transient: 502,
  rate_limited: 503,
  auth: 409,
  validation: 422,
  not_found: 404,
  conflict: 409,
  forbidden: 409,
  bug: null,
};

function ofConnector(error: ConnectorError): Problem | null {
  const status = statusOf[error.errorClass];
  if (status === null) return null;
  const detail = error.remedy === undefined ? error.message : said`${error.message} ${error.remedy}`;
  return new Problem(status, detail, {
    type: `remote_${error.errorClass}`,
    ...(error.problems.length === 0 ? {} : { extra: { problems: error.problems } }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(error.retryAfterMs / 1000) }),
    cause: error,
  });
}

function ofNest(error: HttpException): Problem | null {
  const status = error.getStatus();
  if (status >= 500 && status !== 503) return null;
  return new Problem(status, verbatim(error.message), { extra: furtherMembers(error.getResponse()) });
}

/** What an exception says beside Nest's own three members, e.g. the single checks of the readiness answer. */
function furtherMembers(response: string | object): Record<string, unknown> {
  if (typeof response === 'string') return {};
  const own = new Set(['statusCode', 'message', 'error', 'status']);
  return Object.fromEntries(Object.entries(response).filter(([key]) => !own.has(key)));
}

const sentences: Record<string, Said> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: said`The body is empty, but was announced as JSON.`,
  FST_ERR_CTP_INVALID_JSON_BODY: said`The body is not JSON.`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: said`Send the body as application/json.`,
  FST_ERR_CTP_BODY_TOO_LARGE: said`The body is larger than this server accepts.`,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: said`The body is not as long as its Content-Length says.`,
  FST_ERR_BAD_URL: said`The address is not a valid URL path.`,
};

/** Fastify refuses some requests before any controller sees them; its errors carry a status. */
function ofFastify(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const { statusCode } = error;
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return null;
  const code = 'code' in error ? String(error.code) : '';
  const detail = error instanceof SyntaxError ? said`The body is not JSON.` : said`The request is not understood.`;
  return new Problem(statusCode, sentences[code] ?? detail);
}

const unreachable = /^(08|53|57P|ECONNREFUSED|ECONNRESET|ENOENT)/;

/** A net below the schemas: what PostgreSQL refuses because of its values is the request's fault, not a crash. */
function ofDatabase(error: unknown): Problem | null {
  const code = codeOf(error);
  if (code === undefined) return null;
  if (code.startsWith('22')) return new Problem(400, said`A value in the request cannot be stored or compared.`);
  if (code === '23505') return new Problem(409, said`Such a thing exists already.`);
  if (code === '23503') return new Problem(409, said`This refers to something that is no longer there.`);
  if (code === '40001' || code === '40P01')
    return new Problem(409, said`Somebody else changed the same thing at the same moment. Try again.`);
  if (unreachable.test(code)) return new Problem(503, said`The database does not answer just now.`, { cause: error });
  return null;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const driverError = 'driverError' in error ? error.driverError : isOfDatabase(error) ? error : undefined;
  if (typeof driverError !== 'object' || driverError === null || !('code' in driverError)) return undefined;
  return typeof driverError.code === 'string' ? driverError.code : undefined;
}

/** Through the pool, errors of the server and of the socket come as they are. */
const isOfDatabase = (error: object): boolean => 'severity' in error || 'syscall' in error;
