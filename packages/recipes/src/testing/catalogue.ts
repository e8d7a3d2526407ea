import type { JsonObject } from '../json.js';
import type { Catalogue } from '../validation/catalogue.js';

const TEXT = { type: 'string' };
const NULLABLE = { anyOf: [{ type: 'string' }, { type: 'null' }] };
const ANY: JsonObject = {
  anyOf: [
    TEXT,
    { type: 'number' },
    { type: 'boolean' },
    { type: 'null' },
    { type: 'array', items: { $ref: '#/$defs/Any' } },
    { type: 'object', additionalProperties: { $ref: '#/$defs/Any' } },
  ],
};

const closed = (properties: JsonObject, optional: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });

const VARIABLE = closed({ name: TEXT, value: TEXT });
const ROW = closed({ key: TEXT, name: TEXT, price: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }, sku: NULLABLE });
const FIELD = closed({ name: NULLABLE, title: TEXT, value: ANY });
const ITEM = closed({ id: TEXT, name: TEXT, properties: { type: 'object', additionalProperties: NULLABLE } });
const FILE = closed({ file_id: TEXT, name: TEXT, size: { type: 'integer', minimum: 0 } });

const DOCUMENT = closed({
  id: TEXT,
  name: TEXT,
  status: TEXT,
  deal_id: NULLABLE,
  currency: NULLABLE,
  version_key: TEXT,
  tokens: listOf(VARIABLE),
  fields: listOf(FIELD),
  rows: listOf(ROW),
  has_pricing: { type: 'boolean' },
  discounts_on_total: { type: 'boolean' },
  pricing_currencies: listOf(TEXT),
  metadata: { type: 'object', additionalProperties: {} },
});

const DEAL = closed({ id: TEXT, name: TEXT, amount: NULLABLE, currency: NULLABLE, line_items: listOf(ITEM) });

const action = (key: string, effect: 'read' | 'write', inputSchema: JsonObject, output: JsonObject) => ({
  key,
  title: key,
  effect,
  inputSchema: { ...inputSchema, $defs: { Any: ANY } },
  outputSchema: { ...output, $defs: { Any: ANY } },
});

const DOCUMENT_EVENT = closed({
  document_id: TEXT,
  document_name: TEXT,
  status: TEXT,
  deal_id: NULLABLE,
  occurred_at: TEXT,
});

/** The parts of the two connectors that the built-in recipes use, as their catalogue describes them. */
export const catalogue: Catalogue = {
  connectors: [
    {
      key: 'pandadoc',
      triggers: [
        { key: 'document_status_changed', dataSchema: DOCUMENT_EVENT },
        { key: 'pdf_ready', dataSchema: DOCUMENT_EVENT },
      ],
      actions: [
        action('get_document', 'read', closed({ document_id: TEXT }), DOCUMENT),
        action(
          'download_pdf',
          'read',
          closed({ document_id: TEXT, kind: { type: 'string', enum: ['plain', 'protected'] }, name: TEXT }, ['name']),
          closed({ file: FILE, kind: TEXT }),
        ),
        action(
          'fill_from_deal',
          'write',
          closed({ document_id: TEXT, variables: listOf(VARIABLE), line_items: listOf(ITEM), currency: NULLABLE }),
          closed({ document_id: TEXT }),
        ),
      ],
      pickLists: ['templates', 'statuses'],
    },
    {
      key: 'hubspot',
      triggers: [
        {
          key: 'deal_or_line_items_changed',
          dataSchema: closed({ deal_id: TEXT, deal_name: TEXT, occurred_at: TEXT }),
        },
      ],
      actions: [
        action('get_deal', 'read', closed({ deal_id: TEXT, properties: listOf(TEXT) }, ['properties']), DEAL),
        action(
          'look_up_variables',
          'read',
          closed({ deal_id: TEXT, names: listOf(TEXT) }),
          closed({ values: listOf(VARIABLE), unknown: listOf(TEXT), currency: NULLABLE }),
        ),
        action(
          'update_deal_stage',
          'write',
          closed({ deal_id: TEXT, pipeline: TEXT, stage: TEXT }),
          closed({ changed: { type: 'boolean' } }),
        ),
        action(
          'update_properties',
          'write',
          closed({
            object: { type: 'string', enum: ['deals', 'companies', 'contacts'] },
            id: TEXT,
            properties: { type: 'object', additionalProperties: ANY },
          }),
          closed({ updated: { type: 'number' } }),
        ),
        action(
          'update_from_fields',
          'write',
          closed({ deal_id: TEXT, fields: listOf(FIELD) }),
          closed({ updated: { type: 'number' } }),
        ),
        action(
          'reconcile_line_items',
          'write',
          closed({
            deal_id: TEXT,
            document_id: TEXT,
            currency: NULLABLE,
            rows: listOf(ROW),
            add_and_delete: { type: 'boolean' },
          }),
          closed({ created: { type: 'number' } }),
        ),
        action(
          'attach_file',
          'write',
          closed({ deal_id: TEXT, file: FILE, key: { type: 'string', minLength: 1, maxLength: 200 }, note: TEXT }, [
            'note',
          ]),
          closed({ file_id: TEXT }),
        ),
        action('create_note', 'write', closed({ deal_id: TEXT, body: TEXT }), closed({ note_id: TEXT })),
      ],
      pickLists: ['pipelines', 'stages', 'owners'],
    },
  ],
  recipes: [
    { key: 'shared', input: { id: { type: 'text', required: true }, count: { type: 'number' } }, output: ['total'] },
  ],
};
