import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Credential, PandaDocWorld } from '../state.js';
import { ApiError } from './api-error.js';
import { callerOf } from './authenticate.js';

const WINDOW_MS = 60_000;
const SANDBOX_KEY_LIMIT = 10;
/** PandaDoc publishes none for the rest. */
const UNPUBLISHED_LIMIT = 600;

const names: Record<string, string> = {
  'POST /public/v1/documents': 'create',
  'GET /public/v1/documents': 'list',
  'GET /public/v1/documents/:id': 'status',
  'GET /public/v1/documents/:id/details': 'details',
  'PATCH /public/v1/documents/:id': 'update',
  'DELETE /public/v1/documents/:id': 'delete',
  'POST /public/v1/documents/:id/send': 'send',
  'GET /public/v1/documents/:id/download': 'download',
  'GET /public/v1/documents/:id/download-protected': 'download-protected',
  'GET /public/v1/templates/:id/details': 'template-details',
  'PUT /public/v1/documents/:id/quotes/:quote_id': 'update-quote',
};

/** Requests a minute, as published. */
const published: Record<string, number> = {
  create: 500,
  details: 600,
  'template-details': 300,
  send: 400,
  list: 2000,
  status: 2000,
  delete: 2000,
  download: 100,
  'download-protected': 300,
};

/** Counts each operation of each user in a sliding minute; a sandbox key has 10 of each. */
export function limitRate(app: FastifyInstance, world: PandaDocWorld): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(take(world, callerOf(request), operationOf(request, app.prefix)));
  });
}

function take(world: PandaDocWorld, caller: Credential, operation: string): ApiError | undefined {
  const now = world.now().getTime();
  const bucket = `${caller.member_id} ${caller.sandbox ? 'sandbox' : 'live'} ${operation}`;
  const recent = (world.state.recent_calls[bucket] ?? []).filter((at) => at > now - WINDOW_MS);
  const admitted = recent.length < limitOf(world, caller, operation);
  if (admitted) recent.push(now);
  world.state.recent_calls[bucket] = recent;
  if (admitted) return undefined;
  const waitMs = (recent[0] ?? now) + WINDOW_MS - now;
  return throttled(world.state.settings.rate_limit_tells_seconds ? Math.ceil(waitMs / 1000) : null);
}

function limitOf(world: PandaDocWorld, caller: Credential, operation: string): number {
  const overridden = world.state.settings.rate_limits[operation];
  return overridden ?? (caller.sandbox ? SANDBOX_KEY_LIMIT : (published[operation] ?? UNPUBLISHED_LIMIT));
}

function throttled(seconds: number | null): ApiError {
  if (seconds === null) return new ApiError(429, { type: 'throttled', detail: 'Request was throttled.' });
  const detail = `Request was throttled. Expected available in ${seconds} seconds.`;
  return new ApiError(429, { type: 'request_error', detail });
}

function operationOf(request: FastifyRequest, prefix: string): string {
  const path = (request.routeOptions.url ?? 'unknown').slice(prefix.length);
  const route = `${request.method} ${path}`;
  return names[route] ?? route;
}
