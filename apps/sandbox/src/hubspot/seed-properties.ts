import { definition } from './property-rows.js';
import { INSTANT, NUMBER, SELECT, TEXT, type Row } from './property-rows.js';

import { DEAL_ROWS } from './seed-deal-properties.js';
import { COMPANY_ROWS, CONTACT_ROWS } from './seed-party-properties.js';
import { LINE_ITEM_ROWS, PRODUCT_ROWS } from './seed-product-properties.js';
import type { PropertyDefinition } from './state.js';

const STAMPS: Row[] = [
  ['hs_object_id', 'Record ID', NUMBER, { readOnly: true }],
  ['createdate', 'Create date', INSTANT],
  ['hs_lastmodifieddate', 'Last modified date', INSTANT, { readOnly: true }],
  ['hubspot_owner_id', 'Owner', SELECT, { owner: true }],
];

const ENGAGEMENT: Row[] = [
  ['hs_timestamp', 'Activity date', INSTANT],
  ['hs_createdate', 'Create date', INSTANT, { readOnly: true }],
  ['hs_attachment_ids', 'Attached file IDs', TEXT],
];

const NOTE_ROWS: Row[] = [...ENGAGEMENT, ['hs_note_body', 'Note body', ['string', 'html']]];

const TASK_ROWS: Row[] = [
  ...ENGAGEMENT,
  ['hs_task_subject', 'Task title', TEXT],
  ['hs_task_body', 'Notes', ['string', 'html']],
  [
    'hs_task_status',
    'Task status',
    SELECT,
    {
      choices: [
        ['NOT_STARTED', 'Not started'],
        ['IN_PROGRESS', 'In progress'],
        ['WAITING', 'Waiting'],
        ['COMPLETED', 'Completed'],
        ['DEFERRED', 'Deferred'],
      ],
    },
  ],
  [
    'hs_task_priority',
    'Priority',
    SELECT,
    {
      choices: [
        ['NONE', 'None'],
        ['LOW', 'Low'],
        ['MEDIUM', 'Medium'],
        ['HIGH', 'High'],
      ],
    },
  ],
  [
    'hs_task_type',
    'Task type',
    SELECT,
    {
      choices: [
        ['TODO', 'To-do'],
        ['CALL', 'Call'],
        ['EMAIL', 'Email'],
      ],
    },
  ],
];

/** Standard and custom properties by object type id; types that are not listed have the stamps and a name. */
const ROWS: Record<string, [group: string, rows: Row[]]> = {
  '0-1': ['contactinformation', CONTACT_ROWS],
  '0-2': ['companyinformation', COMPANY_ROWS],
  '0-3': ['dealinformation', DEAL_ROWS],
  '0-7': ['productinformation', PRODUCT_ROWS],
  '0-8': ['lineiteminformation', LINE_ITEM_ROWS],
  '0-27': ['task', TASK_ROWS],
  '0-46': ['note', NOTE_ROWS],
  '0-47': ['meeting', [...ENGAGEMENT, ['hs_meeting_title', 'Meeting name', TEXT]]],
  '0-48': ['call', [...ENGAGEMENT, ['hs_call_title', 'Call title', TEXT]]],
  '0-49': ['email', [...ENGAGEMENT, ['hs_email_subject', 'Email subject', TEXT]]],
};

const OTHER: [group: string, rows: Row[]] = [
  'information',
  [
    ['hs_name', 'Name', TEXT],
    ['hs_title', 'Title', TEXT],
  ],
];

/** Every definition of one object type at the portal's start. */
export function seedProperties(typeId: string, at: string): Record<string, PropertyDefinition> {
  const [group, rows] = ROWS[typeId] ?? OTHER;
  return Object.fromEntries([...STAMPS, ...rows].map((row) => [row[0], definition(row, group, at)]));
}
