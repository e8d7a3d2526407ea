import { z } from 'zod';
import { defineRead } from '../../sdk/action.js';
import { said } from '../../sdk/said.js';
import { DocumentRows, type DocumentRow } from '../answers/document-answer.js';
import type { PandaDocGateway } from '../client.js';
import { readPages } from '../pages.js';
import { statusCode } from '../statuses.js';

const Input = z.strictObject({
  search: z.string().optional().describe('Part of the name, or the reference number'),
  status: z.string().optional().meta({ pickList: 'statuses' }),
  template_id: z.string().optional().meta({ pickList: 'templates' }),
  folder_id: z.string().optional().meta({ pickList: 'folders' }),
  tag: z.string().optional(),
  modified_from: z.string().optional().describe('ISO 8601, inclusive'),
  modified_to: z.string().optional().describe('ISO 8601, exclusive'),
  metadata: z.record(z.string(), z.string()).optional(),
  limit: z.int().min(1).max(500).default(100),
});

const Listed = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  date_created: z.string().nullable(),
  date_modified: z.string().nullable(),
  date_completed: z.string().nullable(),
});

export const listDocuments = defineRead<PandaDocGateway>()({
  key: 'list_documents',
  title: said`List documents`,
  description: said`Finds documents, the last modified first.`,
  input: Input,
  output: z.strictObject({ documents: z.array(Listed) }),
  async run({ gateway }, input) {
    const status = input.status === undefined || input.status === '' ? undefined : statusCode(input.status);
    const query = {
      q: input.search,
      status,
      template_id: input.template_id,
      folder_uuid: input.folder_id,
      tag: input.tag,
      modified_from: input.modified_from,
      modified_to: input.modified_to,
      // One parameter for each key; the published description models this as an array, which is not what is read.
      ...prefixed(input.metadata ?? {}),
      order_by: '-date_modified',
    };
    const rows = await readPages(input.limit, async (page) => {
      const call = { operation: 'document.list', path: '/public/v1/documents', query: { ...query, ...page } } as const;
      return (await gateway.read(call, DocumentRows)).results;
    });
    return { documents: rows.map(toListed) };
  },
});

const prefixed = (metadata: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).map(([key, value]) => [`metadata_${key}`, value]));

const toListed = ({ id, name, status, ...dates }: DocumentRow): z.infer<typeof Listed> => ({
  id,
  name,
  status,
  date_created: dates.date_created,
  date_modified: dates.date_modified,
  date_completed: dates.date_completed,
});
