import type { PricingRow } from '../../sdk/pricing-row.js';
import type { PropertyDefinition } from '../properties/definition.js';
import type { HubSpotRecord } from '../records.js';

export function rowOf(row: Partial<PricingRow> = {}): PricingRow {
  const key = row.key ?? row.sku ?? row.name ?? 'row';
  return {
    key,
    place: `Pricing Table 1, ${key}`,
    line_item_id: null,
    sku: null,
    name: 'Widget',
    description: null,
    price: '10',
    quantity: '1',
    discount: null,
    columns: [],
    ...row,
  };
}

export const itemOf = (id: string, properties: Record<string, string | null> = {}): HubSpotRecord => ({
  id,
  properties: { name: 'Widget', price: '10', quantity: '1', ...properties },
});

export const propertyOf = (property: Partial<PropertyDefinition> & { name: string }): PropertyDefinition => ({
  label: property.name,
  type: 'string',
  fieldType: 'text',
  options: [],
  externalOptions: false,
  referencedObjectType: null,
  calculated: false,
  readOnlyValue: false,
  hidden: false,
  archived: false,
  hubspotDefined: false,
  isMoney: false,
  ...property,
});

export const optionsOf = (...options: [value: string, label: string][]): PropertyDefinition['options'] =>
  options.map(([value, label]) => ({ value, label, hidden: false }));
