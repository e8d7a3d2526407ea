import type { Json } from '@tandem/recipes';
import type { LineItem, PricingRow } from '../../sdk/pricing-row.js';
import { sameDecimal } from '../decimal.js';
import { sameDiscount } from '../discount.js';

export interface RowChange {
  property: 'line_item_id' | 'name' | 'sku' | 'description' | 'price' | 'quantity' | 'discount';
  before: Json;
  after: Json;
}

/**
 * What must change in a row so that it says what its line item says. A missing line item id alone is no reason to
 * write: it is put in when the row is written anyway.
 */
export function rowChanges(row: PricingRow, item: LineItem): RowChange[] {
  const changes: RowChange[] = [];
  const add = (same: boolean, property: RowChange['property'], before: Json, after: Json) => {
    if (!same) changes.push({ property, before, after });
  };
  add(row.line_item_id === null || row.line_item_id === item.id, 'line_item_id', row.line_item_id, item.id);
  add(sameText(row.name, item.name), 'name', row.name, item.name);
  add(sameText(row.sku, item.sku), 'sku', row.sku, item.sku);
  add(sameText(row.description, item.description), 'description', row.description, item.description);
  add(sameDecimal(row.price, item.price), 'price', row.price, item.price);
  add(sameDecimal(row.quantity, item.quantity), 'quantity', row.quantity, item.quantity);
  add(sameDiscount(row.discount, item.discount), 'discount', row.discount, item.discount);
  return changes;
}

/** Empty and absent are the same, and neither system keeps line ends and outer blanks as they were typed. */
const sameText = (one: string | null, other: string | null): boolean => tidy(one) === tidy(other);

const tidy = (text: string | null): string => (text ?? '').replace(/\r\n?/g, '\n').trim();
