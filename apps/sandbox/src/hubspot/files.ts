import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { idNotNumeric, recordNotFound, validationError } from './errors.js';
import { signedLink } from './file-links.js';
import { storeUpload, type Upload } from './file-upload.js';
import { parse, QueryList } from './http.js';
import type { StoredFile } from './state.js';
import { instant, own, type HubSpotWorld } from './world.js';

const PATHS = ['/files/v3/files', '/files/2026-03/files'];
const WRITE = ['files', 'files.write', 'files.ui_hidden.write'];
const READ = ['files', 'files.read', 'files.ui_hidden.read'];
const DELETE = ['files', 'files.delete', 'files.ui_hidden.write'];
const MAX_BYTES = 100 * 1024 * 1024;
const LINK_SECONDS = 5 * 60;

const SearchQuery = z.object({
  name: z.string().optional(),
  path: z.string().optional(),
  fileMd5: z.string().optional(),
  extension: z.string().optional(),
  parentFolderIds: QueryList,
  ids: QueryList,
  limit: z.coerce.number().int().min(1).max(100).default(10),
  after: z.coerce.number().int().min(0).default(0),
});
type SearchQuery = z.infer<typeof SearchQuery>;

type OfFile = { Params: { id: string } };

/** The file manager: multipart upload, look-up, search, signed links. */
export function fileRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of PATHS) {
    app.post(base, async (request, reply) => {
      allow(world, request, WRITE);
      const file = storeUpload(world, await readUpload(request));
      return reply.code(201).send(presentFile(world, file));
    });
    app.get(`${base}/search`, (request) => searchFiles(world, request));
    app.get<OfFile>(`${base}/:id`, (request) => presentFile(world, findFile(world, request)));
    app.get<OfFile>(`${base}/:id/signed-url`, (request) => signedUrl(world, request, app.prefix));
    app.delete<OfFile>(`${base}/:id`, (request, reply) => {
      allow(world, request, DELETE);
      findFile(world, request).archived = true;
      world.onChange?.();
      return reply.code(204).send();
    });
  }
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw validationError('The request is not multipart/form-data.');
  const fields: Record<string, string> = {};
  let file: Pick<Upload, 'content' | 'uploadedName' | 'mime'> | undefined;
  for await (const part of request.parts({ limits: { fileSize: MAX_BYTES } })) {
    if (part.type === 'file') {
      file = { content: await part.toBuffer(), uploadedName: part.filename, mime: part.mimetype };
    } else {
      fields[part.fieldname] = String(part.value);
    }
  }
  if (!file) throw validationError('The part "file" is missing.');
  const { folderId, folderPath, fileName, options } = fields;
  return { ...file, folderId, folderPath, fileName, options };
}

function findFile(world: HubSpotWorld, request: FastifyRequest<OfFile>): StoredFile {
  allow(world, request, READ);
  const { id } = request.params;
  if (!/^\d+$/.test(id)) throw idNotNumeric(id);
  const file = own(world.state.files, id);
  if (!file || file.archived) throw recordNotFound();
  return file;
}

function presentFile(world: HubSpotWorld, file: StoredFile): Record<string, unknown> {
  const url = `https://${world.state.portal.id}.fs1.hubspotusercontent-eu1.net/hubfs/${world.state.portal.id}${encodeURI(file.path)}`;
  return {
    id: file.id,
    name: file.name,
    extension: file.extension,
    type: fileType(file.extension),
    access: file.access,
    path: file.path,
    ...(file.folder_id !== null && { parentFolderId: file.folder_id }),
    size: file.size,
    fileMd5: file.md5,
    url,
    defaultHostingUrl: url,
    isUsableInContent: false,
    archived: file.archived,
    createdAt: file.created_at,
    updatedAt: file.updated_at,
  };
}

function fileType(extension: string): string {
  if (['pdf', 'doc', 'docx', 'txt', 'xls', 'xlsx', 'ppt', 'pptx'].includes(extension)) return 'DOCUMENT';
  return ['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp'].includes(extension) ? 'IMG' : 'OTHER';
}

function searchFiles(world: HubSpotWorld, request: FastifyRequest): unknown {
  allow(world, request, READ);
  const query = parse(SearchQuery, request.query);
  const visibleSince = world.now().getTime() - world.state.settings.search_delay_ms;
  const found = Object.values(world.state.files).filter(
    (file) => !file.archived && Date.parse(file.created_at) <= visibleSince && matches(file, query),
  );
  const page = found.slice(query.after, query.after + query.limit);
  const next = query.after + page.length;
  return {
    results: page.map((file) => presentFile(world, file)),
    ...(next < found.length && { paging: { next: { after: String(next) } } }),
  };
}

function matches(file: StoredFile, { name, path, fileMd5, extension, parentFolderIds, ids }: SearchQuery): boolean {
  return (
    (name === undefined || file.name.toLowerCase().includes(name.toLowerCase())) &&
    (path === undefined || file.path === (path.startsWith('/') ? path : `/${path}`)) &&
    (fileMd5 === undefined || file.md5 === fileMd5) &&
    (extension === undefined || file.extension === extension) &&
    (parentFolderIds.length === 0 || parentFolderIds.includes(file.folder_id ?? '')) &&
    (ids.length === 0 || ids.includes(file.id))
  );
}

function signedUrl(world: HubSpotWorld, request: FastifyRequest<OfFile>, prefix: string): unknown {
  const file = findFile(world, request);
  const { expirationSeconds } = parse(
    z.object({ expirationSeconds: z.coerce.number().int().positive().default(LINK_SECONDS) }),
    request.query,
  );
  const expires = new Date(world.now().getTime() + expirationSeconds * 1000);
  return {
    url: signedLink(world, `${request.protocol}://${request.host}${prefix}`, file, expires),
    expiresAt: instant(expires),
    name: file.name,
    extension: file.extension,
    size: file.size,
    type: fileType(file.extension),
  };
}
