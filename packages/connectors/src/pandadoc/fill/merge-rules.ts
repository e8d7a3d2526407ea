import type { Json } from '@tandem/recipes';
import type { LineItem } from '../../sdk/pricing-row.js';
import type { MergeRule, Quote, QuoteSection } from '../answers/pricing-answer.js';
import { decimalText, sameDecimal } from '../decimal.js';

/** The section into which the quote's own product merge rules put a line item: the first rule that fits decides. */
export function sectionByRules(quote: Quote, item: LineItem): QuoteSection | undefined {
  const rule = quote.merge_rules.find((each) => each.enabled !== false && fits(each, item));
  return rule && quote.sections.find(({ id }) => id === rule.action?.section_id);
}

function fits({ condition }: MergeRule, item: LineItem): boolean {
  if (condition == null || condition.comparison.length === 0) return false;
  const actual = valueOf(item, condition.field_name);
  return condition.comparison.every(({ type, value }) => compare(actual, type, text(value ?? null)));
}

function compare(actual: string, type: string, wanted: string): boolean {
  switch (type) {
    case 'contains':
      return actual.toLowerCase().includes(wanted.toLowerCase());
    case 'does_not_contain':
      return !actual.toLowerCase().includes(wanted.toLowerCase());
    case 'equals':
      return isSame(actual, wanted);
    case 'does_not_equal':
      return !isSame(actual, wanted);
    default:
      return false;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [decimalText(one), decimalText(other)];
  return a !== null && b !== null ? sameDecimal(a, b) : one.toLowerCase() === other.toLowerCase();
}

function valueOf(item: LineItem, fieldName: string): string {
  switch (fieldName.toLowerCase()) {
    case 'name':
      return item.name;
    case 'description':
      return item.description ?? '';
    case 'sku':
      return item.sku ?? '';
    case 'price':
      return item.price;
    case 'qty':
    case 'quantity':
      return item.quantity;
    case 'discount':
      return item.discount?.value ?? '';
    default:
      return (
        Object.entries(item.properties).find(([name]) => name.toLowerCase() === fieldName.toLowerCase())?.[1] ?? ''
      );
  }
}

const text = (value: Json): string => (value === null || typeof value === 'object' ? '' : String(value));
