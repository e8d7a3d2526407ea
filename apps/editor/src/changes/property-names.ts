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

export type ValueKind = 'text' | 'number' | 'money' | 'percent' | 'flag' | 'date' | 'instant' | 'bytes';

/** What holds of every account, by the type of thing; a portal's own properties say it in their hints. */
const OF_EVERY_ACCOUNT: Readonly<Record<string, Readonly<Record<string, ValueKind>>>> = {
  deal: { amount: 'money' },
  file: { size: 'bytes' },
  line_item: { price: 'money', discount: 'money', quantity: 'number', hs_discount_percentage: 'percent' },
  pricing_row: { price: 'money', quantity: 'number' },
  quote_item: { price: 'money', qty: 'number' },
};

export const usualKind = (type: string, property: string): ValueKind | undefined => OF_EVERY_ACCOUNT[type]?.[property];

export interface PropertyName {
  label: string;
  kind: ValueKind;
  /** What its values are called, where they are of a list. */
  options: ReadonlyMap<string, string>;
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  number: 'number',
  bool: 'flag',
  date: 'date',
  datetime: 'instant',
};

/** How a number is described that is an amount. */
const MONEY = 'number: currency';

/** How a single checkbox is described: a list of two. */
const CHECKBOX = /^enumeration: (Yes, No|true, false)$/;

/** The first word of a property's hint is its type. */
export function namesFrom({ items }: PickListAnswer): ReadonlyMap<string, PropertyName> {
  return new Map(
    items.map(({ value, label, hint, options = [] }) => [
      value,
      { label, kind: kindOf(hint ?? ''), options: new Map(options.map((option) => [option.value, option.label])) },
    ]),
  );
}

/** A stored value as HubSpot calls it, several by semicolons; undefined where it is no choice, or one that is gone. */
export function optionLabel({ kind, options }: PropertyName, value: unknown): string | undefined {
  if (kind === 'flag' || typeof value !== 'string' || value === '') return undefined;
  const labels = value.split(';').map((one) => options.get(one));
  return labels.includes(undefined) ? undefined : labels.join(', ');
}

const kindOf = (hint: string): ValueKind => {
  if (CHECKBOX.test(hint)) return 'flag';
  return hint === MONEY ? 'money' : (KINDS[hint.split(':')[0] ?? ''] ?? 'text');
};
