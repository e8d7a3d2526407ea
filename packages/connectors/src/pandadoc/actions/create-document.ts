import type { JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { Variable } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import { DocumentRow, DocumentRows } from '../answers/document-answer.js';
import type { PandaDocGateway } from '../client.js';
import { FieldInput, fieldsRequest } from '../edit/field-input.js';
import { TableInput, tableRequest } from '../edit/table-input.js';

/** Kept in the document, so that a repeated step finds what it already made. */
const STEP_MARK = 'tandem_step';

const Recipient = z.strictObject({
  email: z.string().min(1),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  role: z.string().optional().describe('A role of the template; without one the person gets a copy'),
  signing_order: z.int().optional(),
});

const Input = z.strictObject({
  template_id: z.string().min(1).meta({ pickList: 'templates' }),
  name: z.string().min(1).optional(),
  recipients: z.array(Recipient),
  tokens: z.array(Variable).default([]),
  fields: z.array(FieldInput).default([]),
  pricing_tables: z.array(TableInput).default([]),
  metadata: z.record(z.string(), z.string()).default({}),
  tags: z.array(z.string()).default([]),
  folder_id: z.string().optional().meta({ pickList: 'folders' }),
});

const Made = z.strictObject({ id: z.string(), status: z.string() });

export const createDocument = defineWrite<PandaDocGateway>()({
  key: 'create_document',
  title: said`Create document`,
  description: said`Makes a document from a template. PandaDoc works on it for some seconds: wait for "Document status changed" to Draft before going on.`,
  input: Input,
  output: Made,

  async plan({ gateway, stepKey }, input) {
    const existing = await findMade(gateway, stepKey);
    if (existing !== undefined) return { changes: [], notes: [], data: existing };
    const target = {
      connector: 'pandadoc',
      type: 'document',
      id: null,
      ...(input.name === undefined ? {} : { label: input.name }),
    };
    const after = {
      name: input.name ?? null,
      template_id: input.template_id,
      recipients: input.recipients.map(({ email }) => email),
    };
    return {
      changes: [{ target, operation: 'create', property: null, before: null, after }],
      notes: [],
      data: null,
    };
  },

  async apply({ gateway, stepKey }, { changes, data }, input) {
    const [change] = changes;
    if (change === undefined) return { output: Made.parse(data), effects: [] };
    const call = { operation: 'document.create', method: 'POST', path: '/public/v1/documents' } as const;
    const { id, status } = await gateway.write({ ...call, body: creation(input, stepKey) }, DocumentRow);
    return { output: { id, status }, effects: [{ ...change, target: { ...change.target, id } }] };
  },
});

async function findMade(gateway: PandaDocGateway, stepKey: string): Promise<z.infer<typeof Made> | undefined> {
  const query = { [`metadata_${STEP_MARK}`]: stepKey, count: 1, page: 1 };
  const call = { operation: 'document.list', path: '/public/v1/documents', query } as const;
  const [found] = (await gateway.read(call, DocumentRows)).results;
  return found === undefined ? undefined : { id: found.id, status: found.status };
}

const creation = (input: z.output<typeof Input>, stepKey: string): JsonObject => ({
  template_uuid: input.template_id,
  ...(input.name === undefined ? {} : { name: input.name }),
  // JSON leaves out what was not given.
  recipients: input.recipients.map((person) => ({ ...person }) as JsonObject),
  metadata: { ...input.metadata, [STEP_MARK]: stepKey },
  ...(input.tokens.length === 0 ? {} : { tokens: input.tokens }),
  ...(input.fields.length === 0 ? {} : { fields: fieldsRequest(input.fields) }),
  ...(input.tags.length === 0 ? {} : { tags: input.tags }),
  ...(input.pricing_tables.length === 0 ? {} : { pricing_tables: input.pricing_tables.map(tableRequest) }),
  ...(input.folder_id === undefined ? {} : { folder_uuid: input.folder_id }),
});
