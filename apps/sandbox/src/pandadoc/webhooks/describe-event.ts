import { showField } from '../documents/fields.js';
import { showGrandTotal, showMember, showPerson } from '../documents/show-document.js';
import { currentTokens } from '../documents/tokens.js';
import type { Document, DocumentField } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import type { Row } from '../model/template.js';
import type { PayloadPart } from '../model/webhook.js';
import { money } from '../pricing/adjust.js';
import { showPricing } from '../pricing/show-pricing.js';
import { rowSubtotal } from '../pricing/total-table.js';
import type { PandaDocState } from '../state.js';

/** An event's `data`: what every subscriber gets, and the parts that this one asked for. */
export function describeDocument(state: PandaDocState, document: Document, parts: PayloadPart[]): JsonObject {
  const optional: Record<PayloadPart, () => JsonObject[keyof JsonObject]> = {
    metadata: () => document.metadata,
    fields: () => document.fields.map((field) => describeField(field, document)),
    products: () =>
      document.tables.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.map(describeProduct))),
    tokens: () => currentTokens(document),
    pricing: () => showPricing(document),
  };
  return {
    id: document.id,
    name: document.name,
    status: document.status,
    version: document.version,
    date_created: document.date_created,
    date_modified: document.date_modified,
    date_completed: document.date_completed,
    expiration_date: document.expiration_date,
    autonumbering_sequence_name: null,
    created_by: showMember(state, document.owner_id),
    sent_by: document.sent_by_id === null ? null : showMember(state, document.sent_by_id),
    tags: document.tags,
    grand_total: showGrandTotal(document),
    template: document.template,
    linked_objects: document.linked_objects,
    recipients: document.recipients.map(showPerson),
    ...Object.fromEntries(parts.map((part) => [part, optional[part]()])),
  };
}

/** In webhooks a field names its person by e-mail only. */
function describeField(field: DocumentField, document: Document): JsonObject {
  const { assigned_to, ...shown } = showField(field, document.recipients);
  const assignee = document.recipients.find(({ id }) => id === field.recipient_id)?.email ?? null;
  return { merge_field: null, ...shown, assignee: assigned_to ? assignee : null };
}

/** The older flat list of products, where quantities are numbers. */
function describeProduct(row: Row): JsonObject {
  const [discount] = Object.values(row.discounts);
  return {
    sku: row.sku,
    name: row.name,
    description: row.description,
    price: row.price,
    qty: Number(row.qty),
    subtotal: money(rowSubtotal(row)),
    discount: discount ?? null,
    custom_fields: row.custom_fields,
    custom_columns: row.custom_columns,
  };
}
