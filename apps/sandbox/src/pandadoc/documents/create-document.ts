import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { validationError } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import { newId, newReference } from '../identity.js';
import { schedule } from '../jobs.js';
import type { Document } from '../model/document.js';
import type { PricingTable, Quote, Template } from '../model/template.js';
import { fillTables } from '../pricing/fill-table.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';
import { CreateInput, type MetadataInput } from './document-input.js';
import { fillFields, newField } from './fields.js';
import { newRecipient } from './recipients.js';
import { setTokens } from './tokens.js';

/**
 * A document from a template, as `POST /public/v1/documents` makes it: `document.uploaded` at first, a draft (or an
 * error, if one was ordered) after the create delay. A sandbox caller's documents are named `[DEV] …`.
 * @throws ApiError 400 for an unknown template, role or pricing table, and for values that do not fit
 */
export function createDocument(
  world: PandaDocWorld,
  input: z.input<typeof CreateInput>,
  caller: { sandbox: boolean; member_id?: string } = { sandbox: false },
): Document {
  const wanted = parse(CreateInput, input, 'validation_error');
  const template = world.state.templates.find(({ id, deleted }) => id === wanted.template_uuid && !deleted);
  if (!template) throw validationError({ template_uuid: ['Template does not exist.'] });
  refuseUnknownRoles(wanted, template);
  const document = fromTemplate(world, template, wanted);
  document.name = `${caller.sandbox ? '[DEV] ' : ''}${wanted.name ?? template.name}`;
  document.owner_id = ownerOf(world, wanted) ?? caller.member_id ?? document.owner_id;
  fillTables(document.tables, wanted.pricing_tables);
  const currency = document.tables.find((table) => table.currency !== null)?.currency;
  document.currency = currency ?? document.currency;
  setTokens(document, wanted.tokens);
  fillFields(document.fields, wanted.fields);
  world.state.documents.push(document);
  schedule(world, world.state.settings.create_delay_ms, { kind: 'finish_create', document_id: document.id });
  return document;
}

function fromTemplate(world: PandaDocWorld, template: Template, wanted: CreateInput): Document {
  const now = stamp(world);
  const recipients = wanted.recipients.map((one) => newRecipient(world.state, one));
  const copy = structuredClone(template);
  return {
    id: newId(),
    name: template.name,
    ref_number: newReference(),
    status: 'document.uploaded',
    version: null,
    deleted: false,
    template: { id: template.id, name: template.name },
    folder_uuid: wanted.folder_uuid ?? null,
    currency: template.currency,
    owner_id: world.state.members[0]?.membership_id ?? '',
    sent_by_id: null,
    recipients,
    tokens: copy.tokens,
    fields: copy.fields.map((field) => newField(field, recipients)),
    tables: copy.tables.map(withNewIds),
    quotes: copy.quotes.map(withNewQuoteIds),
    texts: copy.texts,
    images: copy.images,
    metadata: {
      document__created_via_public_api: 'true',
      document__creation_source: 'public api',
      ...textValues(wanted.metadata ?? {}),
    },
    tags: [...new Set(wanted.tags)],
    linked_objects: [],
    roles: copy.roles,
    approval_required: template.approval_required,
    payment_required: template.payment_required,
    lock: null,
    failure: null,
    downloads_pending: { plain: 0, protected: 0 },
    date_created: now,
    date_modified: now,
    content_date_modified: now,
    date_status_changed: now,
    date_sent: null,
    date_completed: null,
    date_declined: null,
    expiration_date: null,
  };
}

/** Metadata values come back as strings, whatever was sent. */
export function textValues(metadata: MetadataInput): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value ?? '')]));
}

function refuseUnknownRoles(wanted: CreateInput, template: Template): void {
  const known = template.roles.map(({ name }) => name);
  const unknown = wanted.recipients.flatMap(({ role }) => (role && !known.includes(role) ? [role] : []));
  if (unknown.length > 0) {
    throw validationError({ recipients: unknown.map((role) => `Role "${role}" does not exist in the template.`) });
  }
}

function ownerOf(world: PandaDocWorld, { owner }: CreateInput): string | undefined {
  if (!owner) return undefined;
  const member = world.state.members.find(
    ({ email, membership_id }) => email === owner.email || membership_id === owner.membership_id,
  );
  if (!member) throw validationError({ owner: ['Member does not exist.'] });
  return member.membership_id;
}

function withNewIds(table: PricingTable): PricingTable {
  for (const row of table.sections.flatMap(({ rows }) => rows)) row.id = randomUUID();
  return { ...table, id: randomUUID() };
}

/** Blocks, sections and items of a document have ids of their own; merge rules follow their section. */
function withNewQuoteIds(quote: Quote): Quote {
  const ids = new Map(quote.sections.map(({ id }) => [id, randomUUID()]));
  const renamed = (id: string) => ids.get(id) ?? id;
  return {
    ...quote,
    id: randomUUID(),
    sections: quote.sections.map((section) => ({
      ...section,
      id: renamed(section.id),
      items: section.items.map((item) => ({ ...item, id: randomUUID() })),
    })),
    merge_rules: quote.merge_rules.map((rule) => ({
      ...rule,
      id: randomUUID(),
      action: { ...rule.action, section_id: renamed(rule.action.section_id) },
    })),
  };
}
