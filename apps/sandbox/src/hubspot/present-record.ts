import { linksOf } from './links.js';
import { objectType, type ObjectType } from './object-types.js';
import { definitionOf } from './property-definitions.js';
import type { HubSpotState, Properties, StoredRecord } from './state.js';
import { own } from './world.js';

const INLINE_PAGE = 100;

/**
 * A record as the objects API answers it: the asked-for properties (the type's defaults when none are asked for) and
 * three that always come, sorted by name. Unset is null; a property that is not defined is silently left out.
 */
export function presentRecord(
  state: HubSpotState,
  type: ObjectType,
  record: StoredRecord,
  asked: readonly string[],
  shown: Properties = record.properties,
): Record<string, unknown> {
  const names = new Set([...(asked.length > 0 ? asked : type.defaults), type.created, type.modified, 'hs_object_id']);
  const properties: Record<string, string | null> = {};
  for (const name of [...names].sort()) {
    const definition = definitionOf(state, type.id, name);
    if (definition && !definition.archived) properties[name] = own(shown, name) ?? null;
  }
  return {
    id: record.id,
    properties,
    createdAt: record.created_at,
    updatedAt: record.updated_at,
    archived: record.archived,
    ...(record.archived_at !== null && { archivedAt: record.archived_at }),
    url: recordUrl(state, type.id, record.id),
  };
}

export function recordUrl(state: HubSpotState, type: string, id: string): string {
  return `https://${state.portal.ui_domain}/contacts/${state.portal.id}/record/${type}/${id}`;
}

/**
 * The `associations` of a record, one key per asked-for type that has any. A link with two meanings is listed twice
 * (a primary company is also an unlabelled one). At most 100 records per type; the rest through the association list.
 */
export function presentAssociations(
  state: HubSpotState,
  type: ObjectType,
  record: StoredRecord,
  asked: readonly string[],
  pathOf: (to: ObjectType) => string,
): Record<string, unknown> {
  const associations: Record<string, unknown> = {};
  for (const to of asked.map(objectType)) {
    const links = linksOf(state, { type: type.id, id: record.id }, to.id);
    if (links.length === 0) continue;
    const page = links.slice(0, INLINE_PAGE);
    const results = page.flatMap(({ id, types }) => types.map(({ name }) => ({ id, type: name })));
    const after = links.length > page.length ? page.at(-1)?.id : undefined;
    associations[to.inlineKey] = {
      results,
      ...(after !== undefined && { paging: { next: { after, link: `${pathOf(to)}?after=${after}` } } }),
    };
  }
  return Object.keys(associations).length > 0 ? { associations } : {};
}
