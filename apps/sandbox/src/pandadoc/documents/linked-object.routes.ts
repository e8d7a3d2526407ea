import type { FastifyPluginCallback } from 'fastify';
import { parse } from '../http/read-body.js';
import type { PandaDocWorld } from '../state.js';
import { findProcessed, refuseLocked } from './find-document.js';
import { documentsOfObject, LinkInput, LinkQuery, linkObject, unlinkObject } from './link-object.js';

type ById = { Params: { id: string } };

/** Links between documents and deals. */
export function linkedObjectRoutes(world: PandaDocWorld): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/public/v1/documents/linked-objects', (request) =>
      documentsOfObject(world.state, parse(LinkQuery, request.query)),
    );

    app.get<ById>('/public/v1/documents/:id/linked-objects', (request) => ({
      linked_objects: findProcessed(world, request.params.id).linked_objects.map((one) => ({ ...one, children: [] })),
    }));

    app.post<ById>('/public/v1/documents/:id/linked-objects', (request, reply) => {
      const document = findProcessed(world, request.params.id);
      refuseLocked(world, document);
      return reply.code(201).send(linkObject(world, document, parse(LinkInput, request.body)));
    });

    app.delete<{ Params: { id: string; link_id: string } }>(
      '/public/v1/documents/:id/linked-objects/:link_id',
      (request, reply) => {
        const document = findProcessed(world, request.params.id);
        refuseLocked(world, document);
        unlinkObject(world, document, request.params.link_id);
        return reply.code(204).send();
      },
    );
    done();
  };
}
