import type { z } from 'zod';
import { FolderRows, TemplateDetails, TemplateRows } from './answers/template-answer.js';
import type { PandaDocGateway } from './client.js';
import { readPages } from './pages.js';
import { remotePath } from './remote-path.js';

const MOST = 1000;

export async function readTemplates(gateway: PandaDocGateway): Promise<z.output<typeof TemplateRows>['results']> {
  return readPages(MOST, async (page) => {
    const call = { operation: 'template.list', path: '/public/v1/templates', query: page } as const;
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
export async function readFolders(gateway: PandaDocGateway, parentId?: string): Promise<Folder[]> {
  return readPages(MOST, async (page) => {
    const query = { ...page, parent_uuid: parentId };
    const call = { operation: 'folder.list', path: '/public/v1/documents/folders', query } as const;
    return (await gateway.read(call, FolderRows)).results;
  });
}
