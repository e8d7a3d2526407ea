import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';
import type { SearchFilter } from './records.js';

const OPERATORS = {
  equals: 'EQ',
  not_equals: 'NEQ',
  contains: 'CONTAINS_TOKEN',
  greater_than: 'GT',
  at_least: 'GTE',
  less_than: 'LT',
  at_most: 'LTE',
  is_known: 'HAS_PROPERTY',
  is_unknown: 'NOT_HAS_PROPERTY',
} as const satisfies Record<string, SearchFilter['operator']>;

export interface SearchCondition {
  property: string;
  operator: keyof typeof OPERATORS;
  value?: string | undefined;
}

/** Conditions in HubSpot's words. Throws `validation` where a value is missing. */
export function toFilters(conditions: readonly SearchCondition[]): SearchFilter[] {
  return conditions.map(({ property, operator, value }) => {
    const filter = { propertyName: property, operator: OPERATORS[operator] };
    if (operator === 'is_known' || operator === 'is_unknown') return filter;
    if (value === undefined || value === '') {
      throw new ConnectorError('validation', said`The condition on "${property}" has no value to compare with.`, {
        remedy: said`Give it a value, or use is_known / is_unknown.`,
        problems: [{ subject: property, message: said`${operator} needs a value` }],
      });
    }
    return { ...filter, value };
  });
}
