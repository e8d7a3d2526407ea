import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { findDocument, refuseLocked } from '../documents/find-document.js';
import { touch } from '../documents/move-status.js';
import { notFound } from '../http/api-error.js';
import { Page, pageOf } from '../http/page.js';
import { parse } from '../http/read-body.js';
import { newId } from '../identity.js';
import type { Folder } from '../seed/folders.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';

const FolderQuery = Page.extend({ parent_uuid: z.string().optional() });
const FolderInput = z.object({
  name: z.string({ error: 'This field is required.' }),
  parent_uuid: z.string().optional(),
});

/** Folders of documents and of templates, and moving a document into one. */
export function folderRoutes(world: PandaDocWorld): FastifyPluginCallback {
  return (app, _options, done) => {
    const kinds = [
      ['documents', () => [world.state.folders, world.state.documents]],
      ['templates', () => [world.state.template_folders, world.state.templates]],
    ] satisfies [string, () => [Folder[], Filed[]]][];
    for (const [kind, held] of kinds) {
      app.get(`/public/v1/${kind}/folders`, (request) => {
        const [folders, filed] = held();
        return { results: foldersOf(folders, filed, parse(FolderQuery, request.query)) };
      });

      app.post(`/public/v1/${kind}/folders`, (request, reply) => {
        const { name, parent_uuid } = parse(FolderInput, request.body);
        const folder = { uuid: newId(), name, parent_uuid: parent_uuid ?? null, date_created: stamp(world) };
        held()[0].push(folder);
        return reply.code(201).send({ uuid: folder.uuid, name, date_created: folder.date_created });
      });
    }

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

interface Filed {
  folder_uuid: string | null;
  deleted: boolean;
}

function foldersOf(folders: Folder[], filed: Filed[], query: z.output<typeof FolderQuery>) {
  const found = folders.filter(({ parent_uuid }) => parent_uuid === (query.parent_uuid ?? null));
  return pageOf(found, query).map(({ uuid, name, date_created }) => ({
    uuid,
    name,
    date_created,
    has_folders: folders.some(({ parent_uuid }) => parent_uuid === uuid),
    has_items: filed.some(({ folder_uuid, deleted }) => folder_uuid === uuid && !deleted),
  }));
}
