import { Decimal } from 'decimal.js';
import { dayOfInstant, toPlainDate } from './dates.js';
import type { PropertyDefinition } from './definition.js';

export interface Formatting {
  /** The portal's, for moments. */
  timeZone: string | undefined;
  ownerNames: ReadonlyMap<string, string>;
}

/**
 * A stored value as a document says it: days as YYYY-MM-DD, numbers plain, choices by their label, owners by name.
 * Currency codes stay codes: documents take their currency from them.
 */
export function formatValue(property: PropertyDefinition, stored: string | null | undefined, how: Formatting): string {
  const value = stored ?? '';
  if (value === '') return '';
  if (property.name === 'deal_currency_code') return value;
  if (property.referencedObjectType === 'OWNER') return how.ownerNames.get(value) ?? value;
  switch (property.type) {
    case 'number':
      return /^[+-]?[\d.]+$/.test(value) ? new Decimal(value).toFixed() : value;
    case 'date':
      return toPlainDate(value) ?? value;
    case 'datetime':
      return dayOfInstant(value, how.timeZone);
    case 'enumeration':
    case 'bool':
      return value
        .split(';')
        .map((part) => labelOf(property, part))
        .join(', ');
    default:
      return value;
  }
}

const labelOf = (property: PropertyDefinition, value: string): string =>
  property.options.find((option) => option.value === value)?.label ?? value;
