import { z } from 'zod';
import { requestError } from '../http/api-error.js';
import { Page, pageOf } from '../http/page.js';
import { statusCodes, type Document } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import type { PandaDocState } from '../state.js';
import { showHead } from './show-document.js';

const Code = z.coerce.number().int().min(0).max(14);
const Moment = z.iso.datetime({ offset: true, local: true }).or(z.iso.date());

const orders = {
  name: (document: Document) => document.name.toLowerCase(),
  date_created: (document: Document) => document.date_created,
  date_status_changed: (document: Document) => document.date_status_changed,
  date_of_last_action: (document: Document) => document.date_modified,
  date_modified: (document: Document) => document.date_modified,
  date_sent: (document: Document) => document.date_sent ?? '',
  date_completed: (document: Document) => document.date_completed ?? '',
  date_expiration: (document: Document) => document.expiration_date ?? '',
  date_declined: (document: Document) => document.date_declined ?? '',
  status: (document: Document) => String(statusCodes[document.status]).padStart(2, '0'),
};
type Order = keyof typeof orders;
const orderNames = Object.keys(orders) as Order[];
const OrderBy = z.enum([...orderNames, ...orderNames.map((name) => `-${name}` as const)]);

const ListQuery = Page.extend({
  q: z.string().optional(),
  id: z.string().optional(),
  status: Code.optional(),
  status__ne: Code.optional(),
  template_id: z.string().optional(),
  form_id: z.string().optional(),
  folder_uuid: z.string().optional(),
  contact_id: z.string().optional(),
  membership_id: z.string().optional(),
  tag: z.string().optional(),
  deleted: z.enum(['true', 'false']).default('false'),
  order_by: OrderBy.default('date_status_changed'),
  created_from: Moment.optional(),
  created_to: Moment.optional(),
  modified_from: Moment.optional(),
  modified_to: Moment.optional(),
  completed_from: Moment.optional(),
  completed_to: Moment.optional(),
});
type ListQuery = z.output<typeof ListQuery>;

/**
 * One page of documents. Besides the named filters, `metadata_<key>=<value>` filters by metadata.
 * @throws ApiError 400 for a bad filter, or both template_id and form_id
 */
export function listDocuments(state: PandaDocState, raw: Record<string, unknown>): JsonObject[] {
  const result = ListQuery.safeParse(raw);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw requestError({ [issue?.path.join('.') ?? 'non_field_errors']: [issue?.message ?? 'Invalid query.'] });
  }
  const query = result.data;
  if (query.template_id !== undefined && query.form_id !== undefined) {
    throw requestError({ non_field_errors: ['template_id and form_id cannot be used together.'] });
  }
  const metadata = Object.entries(raw).flatMap(([key, value]) =>
    key.startsWith('metadata_') ? [[key.slice('metadata_'.length), String(value)] as const] : [],
  );
  const found = state.documents.filter(
    (document) =>
      matches(document, query) &&
      within(document, query) &&
      metadata.every(([key, value]) => document.metadata[key] === value),
  );
  return pageOf(sorted(found, query.order_by), query).map(showRow);
}

function matches(document: Document, query: ListQuery): boolean {
  const wanted = <T>(filter: T | undefined, value: T) => filter === undefined || filter === value;
  const code = statusCodes[document.status];
  const text = `${document.name}\n${document.ref_number}`.toLowerCase();
  return (
    document.deleted === (query.deleted === 'true') &&
    query.form_id === undefined &&
    text.includes((query.q ?? '').toLowerCase()) &&
    wanted<string>(query.id, document.id) &&
    wanted<number>(query.status, code) &&
    (query.status__ne === undefined || query.status__ne !== code) &&
    wanted<string>(query.template_id, document.template.id) &&
    wanted<string | null>(query.folder_uuid, document.folder_uuid) &&
    wanted<string>(query.membership_id, document.owner_id) &&
    (query.tag === undefined || document.tags.includes(query.tag)) &&
    (query.contact_id === undefined || document.recipients.some(({ contact_id }) => contact_id === query.contact_id))
  );
}

function within(document: Document, query: ListQuery): boolean {
  return (
    between(document.date_created, query.created_from, query.created_to) &&
    between(document.date_modified, query.modified_from, query.modified_to) &&
    between(document.date_completed, query.completed_from, query.completed_to)
  );
}

/** From is part of the range, to is not. Compared as text, for microseconds count. */
function between(value: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (value === null) return false;
  return (from === undefined || value >= inMicros(from)) && (to === undefined || value < inMicros(to));
}

function inMicros(moment: string): string {
  const fraction = /\.(\d+)/.exec(moment)?.[1] ?? '';
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(moment) || !moment.includes('T') ? moment : `${moment}Z`;
  return `${new Date(zoned).toISOString().slice(0, 19)}.${fraction.padEnd(6, '0').slice(0, 6)}Z`;
}

function sorted(documents: Document[], orderBy: ListQuery['order_by']): Document[] {
  const descending = orderBy.startsWith('-');
  // Sound: the schema admits these names with and without a minus only.
  const key = orders[orderBy.replace(/^-/, '') as Order];
  const ascending = documents.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return descending ? ascending.reverse() : ascending;
}

function showRow(document: Document): JsonObject {
  return {
    ...showHead(document),
    ...(document.version === null ? {} : { version: document.version }),
  };
}
