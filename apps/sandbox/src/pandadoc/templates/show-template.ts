import { emptyValue, showFieldHead, showMergeField } from '../documents/fields.js';
import { showMember } from '../documents/show-document.js';
import type { JsonObject } from '../model/json.js';
import type { FieldDefinition, Template } from '../model/template.js';
import { showPricing } from '../pricing/show-pricing.js';
import type { PandaDocState } from '../state.js';

export function showTemplateRow(template: Template): JsonObject {
  return {
    id: template.id,
    name: template.name,
    date_created: template.date_created,
    date_modified: template.date_modified,
    version: template.version,
    content_date_modified: template.date_modified,
  };
}

/** All that a mapping needs: variables, fields with merge fields, tables and quotes, roles. */
export function showTemplate(state: PandaDocState, template: Template): JsonObject {
  return {
    ...showTemplateRow(template),
    ...(template.folder_uuid === null ? {} : { folder_uuid: template.folder_uuid }),
    created_by: showMember(state, state.members[0]?.membership_id ?? ''),
    metadata: template.metadata,
    tags: template.tags,
    tokens: template.tokens,
    fields: template.fields.map((field) => showField(field, template)),
    pricing: showPricing(template),
    roles: template.roles.map((role) => ({ ...role, preassigned_person: null })),
    content_placeholders: [],
    images: template.images.map((name) => ({ name, block_uuid: `image-${name}`, urls: [] })),
    tables: [],
  };
}

function showField(field: FieldDefinition, template: Template): JsonObject {
  const role = template.roles.find(({ name }) => name === field.role);
  return {
    ...showFieldHead(field),
    value: field.value ?? emptyValue(field.type),
    is_filled: field.value !== undefined,
    ...showMergeField(field),
    ...(role ? { assigned_to: { id: role.id, name: role.name, preassigned_person: null, type: 'recipient' } } : {}),
  };
}
