import { idNotNumeric, recordNotFound, validationError } from './errors.js';
import type { ObjectType } from './object-types.js';
import { definitionOf } from './property-definitions.js';
import type { HubSpotState, StoredRecord } from './state.js';
import { findByValue } from './validation.js';
import { own } from './world.js';

export interface Lookup {
  archived?: boolean;
  /** A unique property by which the record is named, instead of its id. */
  idProperty?: string | undefined;
}

/** The record that an id (or a unique value) names; 404 as HubSpot words it when there is none. */
export function findRecord(state: HubSpotState, type: ObjectType, id: string, lookup: Lookup = {}): StoredRecord {
  const byId = lookup.idProperty === undefined || lookup.idProperty === 'hs_object_id';
  if (byId && !/^\d+$/.test(id)) throw idNotNumeric(id);
  const record = seekRecord(state, type, id, lookup);
  if (!record) throw recordNotFound();
  return record;
}

/** A record that was merged away is answered with the one that it went into, as HubSpot does where one record is read. */
export function survivorOf(state: HubSpotState, type: ObjectType, id: string): string {
  const into = own(state.records[type.id] ?? {}, id)?.merged_into;
  return into === undefined ? id : survivorOf(state, type, into);
}

/** As `findRecord`, but undefined when there is none. */
export function seekRecord(
  state: HubSpotState,
  type: ObjectType,
  id: string,
  { archived = false, idProperty }: Lookup = {},
): StoredRecord | undefined {
  if (idProperty !== undefined && idProperty !== 'hs_object_id') {
    requireUnique(state, type, idProperty);
    return archived ? undefined : findByValue(state, type.id, idProperty, id);
  }
  const record = own(state.records[type.id] ?? {}, id);
  return record?.archived === archived && record.merged_into === undefined ? record : undefined;
}

function requireUnique(state: HubSpotState, type: ObjectType, name: string): void {
  const definition = definitionOf(state, type.id, name);
  if (definition?.hasUniqueValue === true && !definition.archived) return;
  throw validationError(`${name} is not a unique property of ${type.name}, so it cannot be used as idProperty.`, {
    context: { idProperty: [name] },
  });
}
