import type { Document, Recipient } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import { showPricing } from '../pricing/show-pricing.js';
import { totalDocument } from '../pricing/total-document.js';
import type { PandaDocState } from '../state.js';
import { showField } from './fields.js';
import { currentTokens } from './tokens.js';

/** The answer of `GET /public/v1/documents/{id}/details`. */
export function showDetails(state: PandaDocState, document: Document): JsonObject {
  return {
    id: document.id,
    name: document.name,
    ref_number: document.ref_number,
    autonumbering_sequence_name_prefix: null,
    status: document.status,
    version: document.version,
    folder_uuid: document.folder_uuid,
    date_created: document.date_created,
    date_modified: document.date_modified,
    content_date_modified: document.content_date_modified,
    date_sent: document.date_sent,
    date_completed: document.date_completed,
    expiration_date: document.expiration_date,
    created_by: showMember(state, document.owner_id),
    sent_by: document.sent_by_id === null ? null : showMember(state, document.sent_by_id),
    template: document.template,
    metadata: document.metadata,
    tags: document.tags,
    tokens: currentTokens(document),
    fields: document.fields.map((field) => showField(field, document.recipients)),
    pricing: showPricing(document),
    tables: [],
    images: document.images.map((name) => ({ name })),
    texts: document.texts.map((name) => ({ name })),
    recipients: document.recipients.map(showRecipient),
    grand_total: showGrandTotal(document),
    linked_objects: document.linked_objects,
    approval_execution: null,
    lock: document.lock,
  };
}

/** The answer of the status call and the head of those of create and send. */
export function showStatus(document: Document): JsonObject {
  return { ...showHead(document), version: document.version, uuid: document.id };
}

/** What every answer about a document begins with. */
export function showHead(document: Document): JsonObject {
  const { id, name, status, date_created, date_modified, date_completed, expiration_date } = document;
  return { id, name, status, date_created, date_modified, date_completed, expiration_date };
}

export function showGrandTotal(document: Document): JsonObject {
  return { amount: totalDocument(document).toFixed(2), currency: document.currency };
}

export function showMember(state: PandaDocState, membershipId: string): JsonObject {
  const member = state.members.find(({ membership_id }) => membership_id === membershipId);
  return {
    id: member?.user_id ?? '',
    membership_id: membershipId,
    email: member?.email ?? '',
    first_name: member?.first_name ?? '',
    last_name: member?.last_name ?? '',
    avatar: null,
  };
}

/** What details and webhooks have in common about a person. */
export function showPerson(recipient: Recipient): JsonObject {
  return {
    id: recipient.id,
    type: 'recipient',
    first_name: recipient.first_name,
    last_name: recipient.last_name,
    email: recipient.email,
    phone: recipient.phone,
    recipient_type: recipient.recipient_type,
    has_completed: recipient.has_completed,
    role: recipient.role,
    roles: recipient.role ? [recipient.role] : [],
    signing_order: recipient.signing_order,
    contact_id: recipient.contact_id,
    shared_link: recipient.shared_link,
  };
}

export function showRecipient(recipient: Recipient): JsonObject {
  return {
    ...showPerson(recipient),
    signature_date: recipient.signature_date,
    delivery_methods: { sms: recipient.phone !== '' && recipient.email === null, email: recipient.email !== null },
    redirect: { is_enabled: false, url: null },
    verification_settings: {},
  };
}
