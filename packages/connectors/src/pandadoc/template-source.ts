import { toDocumentField } from './document.js';
import type { PandaDocGateway } from './client.js';
import { readTemplate, readTemplateFolders, readTemplates, readTemplatesIn } from './templates.js';
import type { TemplateFolder, TemplateSource } from '../sdk/readiness.js';

/** More folders than any workspace has in use; each costs two calls. */
const MOST_FOLDERS = 100;

/** The templates of a workspace, where they lie and what they hold. */
export const templateSource: TemplateSource<PandaDocGateway> = {
  async list(gateway) {
    const rows = await readTemplates(gateway);
    return rows.map(({ id, name, version, date_modified, content_date_modified }) => ({
      id,
      name,
      version: [version, content_date_modified ?? date_modified ?? ''].join('|'),
    }));
  },

  async folders(gateway) {
    const found: TemplateFolder[] = [];
    const open: { path: string[]; parentId: string | undefined }[] = [{ path: [], parentId: undefined }];
    for (let level = open.shift(); level; level = open.shift()) {
      for (const { uuid, name, has_folders: hasFolders } of await readTemplateFolders(gateway, level.parentId)) {
        if (found.length >= MOST_FOLDERS) return found;
        const path = [...level.path, name];
        const held = await readTemplatesIn(gateway, uuid);
        found.push({ id: uuid, path, templateIds: held.map(({ id }) => id) });
        if (hasFolders) open.push({ path, parentId: uuid });
      }
    }
    return found;
  },

  async content(gateway, templateId) {
    const { fields, pricing } = await readTemplate(gateway, templateId);
    return {
      hasPricing: pricing.tables.length + pricing.quotes.length > 0,
      fields: fields.map(toDocumentField).map(({ name, title, type }) => ({ name, title, type })),
    };
  },
};
