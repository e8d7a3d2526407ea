import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Api } from '../api.js';
import type { RequestLog } from './request-log.js';

const Query = z.object({
  full: z.string().optional(),
  api: Api.optional(),
  limit: z.coerce.number().int().min(1).optional(),
});

/** The recent calls of both APIs, at /control/requests; `full=1` adds both bodies, `limit` keeps the newest. */
export function requestControl(app: FastifyInstance, requests: RequestLog): void {
  app.get('/requests', (request) => {
    const { full, api, limit } = Query.parse(request.query);
    const rows = full ? requests.listFull() : requests.list();
    const wanted = api ? rows.filter((row) => row.api === api) : rows;
    return { requests: limit ? wanted.slice(-limit) : wanted };
  });
  app.delete('/requests', (_request, reply) => {
    requests.clear();
    return reply.code(204).send();
  });
}
