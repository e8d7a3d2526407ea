import type { FastifyInstance } from 'fastify';
import { Api } from '../api.js';
import { createFromDeal, Wish, type PlayWorld } from './create-document.js';

/** What people do in the vendors' own screens, at /control/play. */
export function playRoutes(app: FastifyInstance, world: PlayWorld): void {
  app.post('/documents', async (request, reply) =>
    reply.code(201).send(await createFromDeal(world, Wish.parse(request.body))),
  );

  /** Both APIs for the console's page: as they are, but outside of faults and of the log of calls. */
  app.all<{ Params: { api: string; '*': string } }>('/api/:api/*', async (request, reply) => {
    const { api, '*': rest } = request.params;
    const query = request.url.split('?')[1];
    const path = `/${rest}${query === undefined ? '' : `?${query}`}`;
    const answer = await world.backstage.call(Api.parse(api), request.method, path, request.body ?? undefined);
    if (answer.type !== '') reply.type(answer.type);
    return reply.code(answer.status).send(answer.bytes);
  });
}
