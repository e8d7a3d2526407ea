import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { readLenientJson } from '../../lenient-json.js';
import { ApiError, requestError } from './api-error.js';

const MAX_BYTES = 2 * 1024 * 1024;

/** JSON of up to 2 MB (a route may set less), where an empty body is no body: PandaDoc takes `POST …/draft` with a JSON content type and nothing in it. */
export function readJson(app: FastifyInstance): void {
  readLenientJson(app, MAX_BYTES, (reason) => requestError(`JSON parse error - ${reason}`));
}

/** Checks a body or query; what does not fit is a 400 with the messages by field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  type: 'validation_error' | 'request_error' = 'request_error',
): z.output<Schema> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const detail: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.length > 0 ? issue.path.join('.') : 'non_field_errors';
    (detail[field] ??= []).push(issue.message);
  }
  throw new ApiError(400, { type, detail });
}
