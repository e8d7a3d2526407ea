import type { z } from 'zod';
import { FolderRows, TemplateDetails, TemplateRows } from './answers/template-answer.js';
import type { PandaDocGateway } from './client.js';
import { readPages } from './pages.js';
import { remotePath } from './remote-path.js';

const MOST = 1000;

type Rows = z.output<typeof TemplateRows>['results'];

export const readTemplates = (gateway: PandaDocGateway): Promise<Rows> => templatesWhere(gateway, {});

/** Those that lie directly in a folder. */
export const readTemplatesIn = (gateway: PandaDocGateway, folderId: string): Promise<Rows> =>
  templatesWhere(gateway, { folder_uuid: folderId });

async function templatesWhere(gateway: PandaDocGateway, where: { folder_uuid?: string }): Promise<Rows> {
  return readPages(MOST, async (page) => {
    const query = { ...page, ...where, fields: 'content_date_modified' };
    const call = { operation: 'template.list', path: '/public/v1/templates', query } as const;
    return (await gateway.read(call, TemplateRows)).results;
  });
}

export async function readTemplate(
  gateway: PandaDocGateway,
  templateId: string,
): Promise<z.output<typeof TemplateDetails>> {
  const path = remotePath`/public/v1/templates/${templateId}/details`;
  return gateway.read({ operation: 'template.details', path }, TemplateDetails);
}

type Folder = z.output<typeof FolderRows>['results'][number];

/** The document folders directly under the given one, or under the root. */
export const readFolders = (gateway: PandaDocGateway, parentId?: string): Promise<Folder[]> =>
  foldersOf(gateway, '/public/v1/documents/folders', parentId);

/** The same of templates. */
export const readTemplateFolders = (gateway: PandaDocGateway, parentId?: string): Promise<Folder[]> =>
  foldersOf(gateway, '/public/v1/templates/folders', parentId);

async function foldersOf(gateway: PandaDocGateway, path: string, parentId: string | undefined): Promise<Folder[]> {
  return readPages(MOST, async (page) => {
    const call = { operation: 'folder.list', path, query: { ...page, parent_uuid: parentId } } as const;
    return (await gateway.read(call, FolderRows)).results;
  });
}
