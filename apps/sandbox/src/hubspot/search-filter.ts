import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { linkedIds, type Ref } from './links.js';
import { objectType } from './object-types.js';
import { definitionOf } from './property-definitions.js';
import type { HubSpotState, Properties } from './state.js';
import { own } from './world.js';

export const Filter = z.object({
  propertyName: z.string(),
  operator: z.enum([
    ...['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'IN', 'NOT_IN'],
    ...['HAS_PROPERTY', 'NOT_HAS_PROPERTY', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'],
  ] as const),
  value: z.coerce.string().optional(),
  values: z.array(z.coerce.string()).optional(),
  highValue: z.coerce.string().optional(),
});
export type Filter = z.infer<typeof Filter>;

/** A record as search sees it, which may lag behind what is stored. */
export interface Indexed extends Ref {
  properties: Properties;
}

const ASSOCIATED = /^associations\.(\w+)$/;

/** Whether a record passes one filter. An unset property passes only NEQ, NOT_IN, NOT_CONTAINS_TOKEN, NOT_HAS_PROPERTY. */
export function passes(state: HubSpotState, record: Indexed, filter: Filter): boolean {
  const associated = ASSOCIATED.exec(filter.propertyName)?.[1];
  if (associated !== undefined) return passesByLink(state, record, objectType(associated).id, filter);
  const value = own(record.properties, filter.propertyName);
  const negative = NEGATIVES[filter.operator];
  if (negative) return value === undefined || !passes(state, record, { ...filter, operator: negative });
  if (value === undefined) return false;
  const type = definitionOf(state, record.type, filter.propertyName)?.type ?? 'string';
  return passesByValue(type, value, filter);
}

const NEGATIVES: Partial<Record<Filter['operator'], Filter['operator']>> = {
  NEQ: 'EQ',
  NOT_IN: 'IN',
  NOT_CONTAINS_TOKEN: 'CONTAINS_TOKEN',
  NOT_HAS_PROPERTY: 'HAS_PROPERTY',
};

function passesByLink(state: HubSpotState, record: Indexed, to: string, { operator, value, values }: Filter): boolean {
  const linked = linkedIds(state, record, to);
  const wanted = operator === 'IN' ? (values ?? []) : [value ?? ''];
  return wanted.some((id) => linked.includes(id));
}

function passesByValue(type: string, value: string, filter: Filter): boolean {
  const against = (text: string | undefined): number => compareValues(type, value, text ?? '');
  switch (filter.operator) {
    case 'EQ':
      return against(filter.value) === 0;
    case 'LT':
      return against(filter.value) < 0;
    case 'LTE':
      return against(filter.value) <= 0;
    case 'GT':
      return against(filter.value) > 0;
    case 'GTE':
      return against(filter.value) >= 0;
    case 'BETWEEN':
      return against(filter.value) >= 0 && against(filter.highValue) <= 0;
    case 'IN':
      return (filter.values ?? []).some((wanted) => isListed(type, value, wanted));
    case 'CONTAINS_TOKEN':
      return containsToken(value, filter.value ?? '');
    // The value is there, and the negatives were turned into their opposites.
    case 'HAS_PROPERTY':
    case 'NOT_HAS_PROPERTY':
    case 'NEQ':
    case 'NOT_IN':
    case 'NOT_CONTAINS_TOKEN':
      return true;
  }
}

/** The index keeps strings in lower case, and IN compares them as they are: "ACME" in a list finds nothing. */
function isListed(type: string, value: string, wanted: string): boolean {
  return type === 'string' ? value.toLowerCase() === wanted : compareValues(type, value, wanted) === 0;
}

/** Orders two values of a property type: below 0, 0 or above 0; NaN when they cannot be compared. */
export function compareValues(type: string, one: string, other: string): number {
  switch (type) {
    case 'number':
      return compareNumbers(one, other);
    case 'date':
    case 'datetime':
      return instantOf(one) - instantOf(other);
    case 'enumeration':
      return one === other ? 0 : one < other ? -1 : 1;
    default:
      return one.toLowerCase().localeCompare(other.toLowerCase());
  }
}

function compareNumbers(one: string, other: string): number {
  try {
    return new Decimal(one).comparedTo(other);
  } catch {
    return Number.NaN;
  }
}

const instantOf = (text: string): number => (/^-?\d+$/.test(text) ? Number(text) : Date.parse(text));

/** Words of the value, "*" standing for any rest of a word. */
function containsToken(value: string, wanted: string): boolean {
  const pattern = wanted
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\S*');
  const word = new RegExp(`(^|[\\s@.,;:/_-])${pattern}($|[\\s@.,;:/_-])`);
  return word.test(value.toLowerCase());
}
