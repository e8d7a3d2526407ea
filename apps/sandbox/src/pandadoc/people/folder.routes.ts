import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { findDocument, refuseLocked } from '../documents/find-document.js';
import { touch } from '../documents/move-status.js';
import { notFound } from '../http/api-error.js';
import { Page, pageOf } from '../http/page.js';
import { parse } from '../http/read-body.js';
import { newId } from '../identity.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';

const FolderQuery = Page.extend({ parent_uuid: z.string().optional() });
const FolderInput = z.object({
  name: z.string({ error: 'This field is required.' }),
  parent_uuid: z.string().optional(),
});

/** Folders of documents, and moving a document into one. */
export function folderRoutes(world: PandaDocWorld): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/public/v1/documents/folders', (request) => {
      const query = parse(FolderQuery, request.query);
      const found = world.state.folders.filter(({ parent_uuid }) => parent_uuid === (query.parent_uuid ?? null));
      return {
        results: pageOf(found, query).map(({ uuid, name, date_created }) => ({
          uuid,
          name,
          date_created,
          has_folders: world.state.folders.some(({ parent_uuid }) => parent_uuid === uuid),
          has_items: world.state.documents.some(({ folder_uuid, deleted }) => folder_uuid === uuid && !deleted),
        })),
      };
    });

    app.post('/public/v1/documents/folders', (request, reply) => {
      const { name, parent_uuid } = parse(FolderInput, request.body);
      const folder = { uuid: newId(), name, parent_uuid: parent_uuid ?? null, date_created: stamp(world) };
      world.state.folders.push(folder);
      return reply.code(201).send({ uuid: folder.uuid, name, date_created: folder.date_created });
    });

    app.post<{ Params: { id: string; folder_id: string } }>(
      '/public/v1/documents/:id/move-to-folder/:folder_id',
      (request, reply) => {
        const document = findDocument(world, request.params.id);
        refuseLocked(world, document);
        if (!world.state.folders.some(({ uuid }) => uuid === request.params.folder_id)) throw notFound();
        document.folder_uuid = request.params.folder_id;
        touch(world, document);
        return reply.code(204).send();
      },
    );
    done();
  };
}
