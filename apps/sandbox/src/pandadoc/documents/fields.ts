import { randomUUID } from 'node:crypto';
import { validationError } from '../http/api-error.js';
import type { DocumentField, Recipient } from '../model/document.js';
import type { JsonObject, JsonValue } from '../model/json.js';
import type { FieldDefinition, FieldType } from '../model/template.js';
import type { FieldsInput } from './document-input.js';

/** What a field of the type says while nobody filled it in. */
export function emptyValue(type: FieldType): JsonValue {
  switch (type) {
    case 'checkbox':
      return false;
    case 'date':
    case 'collect_file':
      return null;
    case 'signature':
    case 'initials':
    case 'stamp':
      return {};
    case 'text':
    case 'dropdown':
    case 'radio_buttons':
    case 'payment_details':
      return '';
  }
}

/** The template's field in a document, with the person who has its role. */
export function newField({ value, ...definition }: FieldDefinition, recipients: Recipient[]): DocumentField {
  const recipient = recipients.find(({ role }) => role !== '' && role === definition.role);
  return {
    ...definition,
    uuid: randomUUID(),
    recipient_id: recipient?.id ?? null,
    value: value ?? emptyValue(definition.type),
    filled: value !== undefined,
  };
}

/** Fills by merge field name, all fields of that name at once. Names that no field has are ignored. */
export function fillFields(fields: DocumentField[], input: FieldsInput): void {
  for (const [mergeField, { value, role }] of Object.entries(input)) {
    const named = fields.filter((field) => field.merge_field === mergeField && (!role || field.role === role));
    for (const field of named) fill(field, fitting(field, value, mergeField));
  }
}

/** Puts a value in, as a recipient does; null and "" take it out. */
export function fill(field: DocumentField, value: JsonValue): void {
  const empty = value === null || value === '';
  field.value = empty ? emptyValue(field.type) : field.type === 'date' ? atMidnight(value) : value;
  field.filled = !empty;
}

/** A day alone is its first moment in UTC: date fields come back as date-times. */
function atMidnight(value: JsonValue): JsonValue {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00.000000Z` : value;
}

/** Back to draft: what was signed is not signed any more, the rest stays. */
export function clearSignatures(fields: DocumentField[]): void {
  for (const field of fields) {
    if (field.type === 'signature' || field.type === 'initials') fill(field, null);
  }
}

function fitting(field: DocumentField, value: string | number | boolean, mergeField: string): JsonValue {
  const refuse = (message: string) => validationError({ fields: [`${mergeField}: ${message}`] });
  switch (field.type) {
    case 'checkbox':
      if (typeof value !== 'boolean') throw refuse('Must be a valid boolean.');
      return value;
    case 'date':
      if (value === '') return null;
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw refuse('Must be an RFC 3339 date.');
      return value;
    case 'text':
    case 'dropdown':
    case 'radio_buttons':
      return String(value);
    case 'signature':
    case 'initials':
    case 'stamp':
    case 'payment_details':
    case 'collect_file':
      throw refuse(`Fields of type ${field.type} cannot be filled through the API.`);
  }
}

/** A field as details, webhooks and the field list show it. */
export function showField(field: DocumentField, recipients: Recipient[]): JsonObject {
  const recipient = recipients.find(({ id }) => id === field.recipient_id);
  return {
    ...showFieldHead(field),
    value: shownValue(field),
    is_filled: field.filled,
    ...showMergeField(field),
    ...(recipient ? { assigned_to: showAssignee(recipient) } : {}),
  };
}

/** What a field of a template and the same field of a document say of themselves. */
export function showFieldHead({ uuid, field_id, name, title, placeholder, type }: FieldDefinition): JsonObject {
  return { uuid, field_id, name, title, placeholder, type };
}

/** An unnamed field says so in one of two ways: text and signatures with null, the others not at all. */
export function showMergeField({ type, merge_field }: Pick<FieldDefinition, 'type' | 'merge_field'>): JsonObject {
  const leftOut = ['date', 'dropdown', 'checkbox', 'radio_buttons'].includes(type) && merge_field === null;
  return leftOut ? {} : { merge_field };
}

/** Signatures and payment details never leave PandaDoc. */
function shownValue(field: DocumentField): JsonValue {
  const secret = ['signature', 'initials', 'stamp', 'payment_details'].includes(field.type);
  return secret ? emptyValue(field.type) : field.value;
}

function showAssignee(recipient: Recipient): JsonObject {
  return {
    id: recipient.id,
    email: recipient.email,
    first_name: recipient.first_name,
    last_name: recipient.last_name,
    phone: recipient.phone,
    recipient_type: recipient.recipient_type,
    has_completed: recipient.has_completed,
    role: recipient.role,
    roles: recipient.role ? [recipient.role] : [],
    type: 'recipient',
    ...(recipient.signing_order === null ? {} : { signing_order: recipient.signing_order }),
  };
}
