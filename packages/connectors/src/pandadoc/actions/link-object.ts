import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import { LinkedObject } from '../answers/document-answer.js';
import type { PandaDocGateway } from '../client.js';
import { readLinkedObjects } from '../documents.js';
import { remotePath } from '../remote-path.js';

export const linkObject = defineWrite<PandaDocGateway>()({
  key: 'link_object',
  title: said`Link document to deal`,
  description: said`Links a document to a HubSpot deal. A document has at most one link per CRM.`,
  input: z.strictObject({ document_id: z.string().min(1), deal_id: z.string().min(1) }),
  output: z.strictObject({ document_id: z.string(), deal_id: z.string(), already_linked: z.boolean() }),

  async plan({ gateway }, { document_id: documentId, deal_id: dealId }) {
    const links = await readLinkedObjects(gateway, documentId);
    const link = links.find(({ provider }) => provider === 'hubspot');
    if (link?.entity_type === 'deal' && link.entity_id === dealId) return { changes: [], notes: [], data: null };
    if (link !== undefined) {
      throw new ConnectorError(
        'conflict',
        said`The document is already linked to HubSpot ${link.entity_type} ${link.entity_id}.`,
        {
          remedy: said`PandaDoc allows one HubSpot link per document: remove that link first, or use another document.`,
        },
      );
    }
    const target = { connector: 'pandadoc', type: 'document', id: documentId };
    return {
      changes: [{ target, operation: 'update', property: 'deal_id', before: null, after: dealId }],
      notes: [],
      data: null,
    };
  },

  async apply({ gateway }, { changes }, { document_id: documentId, deal_id: dealId }) {
    if (changes.length > 0) {
      const path = remotePath`/public/v1/documents/${documentId}/linked-objects`;
      const body = { provider: 'hubspot', entity_type: 'deal', entity_id: dealId };
      await gateway.write({ operation: 'linked_objects.create', method: 'POST', path, body }, LinkedObject);
    }
    const output = { document_id: documentId, deal_id: dealId, already_linked: changes.length === 0 };
    return { output, effects: changes };
  },
});
