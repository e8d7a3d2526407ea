import type { PickListAnswer } from '../api/generated/types.gen.js';

/** What HubSpot calls the lists of things whose properties we may know by name. */
const OBJECTS: Readonly<Record<string, string>> = {
  deal: 'deals',
  company: 'companies',
  contact: 'contacts',
  line_item: 'line_items',
};

/** The name of HubSpot's list of such things; undefined where properties have no other names than their own. */
export const objectOf = (connector: string, type: string): string | undefined =>
  connector === 'hubspot' ? OBJECTS[type] : undefined;

export type ValueKind = 'text' | 'number' | 'flag' | 'date' | 'instant';

export interface PropertyName {
  label: string;
  kind: ValueKind;
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  number: 'number',
  bool: 'flag',
  date: 'date',
  datetime: 'instant',
};

/** How a single checkbox is described: a list of two. */
const CHECKBOX = /^enumeration: (Yes, No|true, false)$/;

/** The first word of a property's hint is its type. */
export function namesFrom({ items }: PickListAnswer): ReadonlyMap<string, PropertyName> {
  return new Map(items.map(({ value, label, hint }) => [value, { label, kind: kindOf(hint ?? '') }]));
}

const kindOf = (hint: string): ValueKind =>
  CHECKBOX.test(hint) ? 'flag' : (KINDS[hint.split(':')[0] ?? ''] ?? 'text');
