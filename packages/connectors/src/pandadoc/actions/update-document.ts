import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { Variable } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { PandaDocGateway } from '../client.js';
import { readDetails, refuseUnlessEditable } from '../documents.js';
import { FieldInput } from '../edit/field-input.js';
import { planUpdate } from '../edit/plan-update.js';
import { TableInput } from '../edit/table-input.js';
import { remotePath } from '../remote-path.js';

const Patch = z.record(z.string(), z.json());

export const updateDocument = defineWrite<PandaDocGateway>()({
  key: 'update_document',
  title: said`Update document`,
  description: said`Changes the name, variables, fields, pricing tables, metadata and tags of a draft.`,
  input: z.strictObject({
    document_id: z.string().min(1),
    name: z.string().min(1).optional(),
    tokens: z.array(Variable).default([]).describe('Variables; those that are missing are added'),
    fields: z.array(FieldInput).default([]),
    pricing_tables: z.array(TableInput).default([]),
    metadata: z.record(z.string(), z.string()).default({}),
    tags: z.array(z.string()).default([]).describe('Added to those that are there'),
  }),
  output: z.strictObject({ document_id: z.string(), changed: z.int().describe('How many things were changed') }),

  async plan({ gateway, now }, { document_id: documentId, ...wanted }) {
    const details = await readDetails(gateway, documentId);
    const plan = planUpdate(details, wanted);
    if (plan.changes.length > 0) refuseUnlessEditable(details, now);
    return plan;
  },

  async apply({ gateway }, { changes, data }, { document_id: documentId }) {
    if (changes.length > 0) {
      const path = remotePath`/public/v1/documents/${documentId}`;
      await gateway.writeOnly({ operation: 'document.update', method: 'PATCH', path, body: Patch.parse(data) });
    }
    return { output: { document_id: documentId, changed: changes.length }, effects: changes };
  },
});
