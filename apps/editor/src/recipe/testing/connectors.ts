import type { Connector } from '../../api/generated/types.gen.js';

const closed = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const TEXT = { type: 'string' };
const MAYBE = { type: ['string', 'null'] };
const ROW = closed({ key: TEXT, name: TEXT, price: TEXT });

const event = closed({ document_id: TEXT, document_name: TEXT, status: TEXT, deal_id: MAYBE, occurred_at: TEXT });

/** A part of what the API says of its connectors, in the same form. */
export const connectors: Connector[] = [
  {
    key: 'pandadoc',
    title: 'PandaDoc',
    default_base_url: 'https://api.pandadoc.com',
    credentials: {},
    triggers: [
      {
        key: 'document_status_changed',
        title: 'Document status changed',
        description: '',
        subject: 'document',
        data: event,
      },
    ],
    actions: [
      {
        key: 'get_document',
        title: 'Get a document',
        description: 'Reads a document.',
        effect: 'read',
        input: closed({ document_id: { ...TEXT, description: 'Id of the document' } }),
        output: closed({ id: TEXT, name: TEXT, status: TEXT, rows: { type: 'array', items: ROW } }),
      },
    ],
    pick_lists: [{ key: 'statuses', title: 'Statuses', input: {} }],
  },
  {
    key: 'hubspot',
    title: 'HubSpot',
    default_base_url: 'https://api.hubapi.com',
    credentials: {},
    triggers: [],
    actions: [
      {
        key: 'get_deal',
        title: 'Get a deal',
        description: 'Reads a deal.',
        effect: 'read',
        input: closed({ deal_id: TEXT }),
        output: closed({
          id: TEXT,
          amount: MAYBE,
          company: { anyOf: [closed({ id: TEXT, name: TEXT }), { type: 'null' }], description: 'The primary company' },
        }),
      },
      {
        key: 'update_deal_stage',
        title: 'Change the deal stage',
        description: 'Moves a deal.',
        effect: 'write',
        input: closed({
          deal_id: TEXT,
          pipeline: { ...TEXT, description: 'Pipeline', pickList: 'pipelines' },
          stage: { ...TEXT, description: 'Stage', pickList: 'stages', dependsOn: ['pipeline'] },
        }),
        output: closed({ changed: { type: 'boolean' } }),
      },
      {
        key: 'create_note',
        title: 'Add a note to a deal',
        description: 'Writes a note.',
        effect: 'write',
        input: closed({ deal_id: TEXT, body: { ...TEXT, description: 'Text of the note' } }),
        output: closed({ note_id: TEXT }),
      },
    ],
    pick_lists: [
      { key: 'pipelines', title: 'Pipelines', input: {} },
      { key: 'stages', title: 'Stages', input: {} },
    ],
  },
];
