import type { Problem } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import type { PropertyValues } from '../records.js';
import { readOnlyReason, type PropertyDefinition } from './definition.js';
import { convertValue, sameValue, type RawValue } from './property-value.js';

/** One property that somebody wants to have a value; null clears it. */
export interface WantedValue {
  /** For people: the field, column or input that wants it. */
  subject: string;
  property: PropertyDefinition;
  value: RawValue | null;
}

export interface ConvertedValue {
  property: PropertyDefinition;
  value: string;
}

/** Fits every wanted value to its property; every misfit is told, not only the first. */
export function convertAll(wanted: readonly WantedValue[]): { values: ConvertedValue[]; problems: Problem[] } {
  const values: ConvertedValue[] = [];
  const problems: Problem[] = [];
  for (const { subject, property, value } of wanted) {
    const readOnly = readOnlyReason(property);
    const converted =
      readOnly !== null
        ? { reason: readOnly }
        : value === null || value === ''
          ? { value: '' }
          : convertValue(property, value);
    if ('value' in converted) values.push({ property, value: converted.value });
    else problems.push({ subject, message: said`${nameOf(property)}: ${converted.reason}` });
  }
  return { values, problems };
}

/** "Contract type (contract_type)". */
const nameOf = (property: PropertyDefinition): string => `${property.label} (${property.name})`;

/** A type, not an interface, so that it counts as JSON: plans are journalled. */
export type PropertyUpdate = {
  property: string;
  before: string | null;
  after: string;
};

/** Those values that the record does not have yet, compared by type. */
export function differences(values: readonly ConvertedValue[], current: PropertyValues): PropertyUpdate[] {
  return values
    .filter(({ property, value }) => !sameValue(property, current[property.name], value))
    .map(({ property, value }) => ({ property: property.name, before: current[property.name] ?? null, after: value }));
}

export const afterValues = (updates: readonly PropertyUpdate[]): Record<string, string> =>
  Object.fromEntries(updates.map(({ property, after }) => [property, after]));

/** What puts the record back as it was; HubSpot clears a property by "". */
export const beforeValues = (updates: readonly PropertyUpdate[]): Record<string, string> =>
  Object.fromEntries(updates.map(({ property, before }) => [property, before ?? '']));
