import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { readLenientJson } from '../lenient-json.js';
import { ApiError, invalidJson } from './errors.js';

const JSON_TYPE = 'application/json;charset=utf-8';
const CORRELATION = 'x-hubspot-correlation-id';
/** HubSpot publishes no number; past about this length its front door answers 414. */
const MAX_URL = 8000;
const BODY_LIMIT = 20 * 1024 * 1024;

/** The manners that all HubSpot answers share: content type, correlation id, error bodies, lenient JSON bodies. */
export function hubspotManners(app: FastifyInstance): void {
  readLenientJson(app, BODY_LIMIT, invalidJson);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(CORRELATION, randomUUID());
    if (request.url.length > MAX_URL) done(new ApiError(414, 'URI Too Long'));
    else done();
  });
  app.addHook('preSerialization', (_request, reply, payload, done) => {
    reply.header('content-type', JSON_TYPE);
    done(null, payload);
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
  app.setErrorHandler((error, _request, reply) => sendError(reply, error));
  app.setNotFoundHandler((_request, reply) => sendError(reply, new ApiError(404, 'resource not found')));
}

/** Answers an error in HubSpot's shape; anything that is not an `ApiError` becomes a 400 (bad request) or a 500. */
function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  const known = error instanceof ApiError ? error : unexpected(error);
  return reply.code(known.status).send(known.body(String(reply.getHeader(CORRELATION))));
}

function unexpected(error: unknown): ApiError {
  const status = z.object({ statusCode: z.number() }).safeParse(error).data?.statusCode ?? 500;
  const message = error instanceof Error ? error.message : 'internal error';
  return new ApiError(status, status < 500 ? message : `internal error: ${message}`);
}

/** The body in the shape that the endpoint asks for; 400 that names what is missing or wrong. */
export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const issues = result.error.issues;
  const missing = issues
    .filter((issue) => issue.message.endsWith('received undefined'))
    .map(({ path }) => path.join('.'));
  if (missing.length > 0) throw invalidJson(`some of required attributes are not set [${missing.join(', ')}]`);
  throw invalidJson(issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}

/** A list in a query: HubSpot takes both `?x=a&x=b` and `?x=a,b`. */
export const QueryList = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) =>
    [value]
      .flat()
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  );

export const QueryFlag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
