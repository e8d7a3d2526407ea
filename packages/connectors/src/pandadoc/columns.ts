import type { Json } from '@tandem/recipes';
import type { QuoteItem, QuoteSection, TableRow } from './answers/pricing-answer.js';

interface Column {
  name: string;
  value: string;
}

/** Columns that every table or quote can have; their values are in properties of their own. */
const STANDARD: ReadonlySet<string> = new Set(
  `name item description price qty quantity sku cost images image subtotal total discount tax fee
   tax_first tax_second sale_price unit_price billing_frequency billing_cycle contract_term multiplier margin markup`
    .split(/\s+/)
    .filter(Boolean),
);

const isStandard = (name: string): boolean =>
  STANDARD.has(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );

/** The columns that the maker of a pricing table added; PandaDoc gives only those that it shows. */
export const tableColumns = (row: TableRow): Column[] =>
  Object.entries(row.custom_columns).flatMap(([name, value]) => (isStandard(name) ? [] : column(name, value)));

/** The visible columns that the maker of a quote added, named by their header. */
export function quoteColumns(section: QuoteSection, item: QuoteItem): Column[] {
  const adjusting = new Set(
    [item.discounts, item.taxes, item.fees, item.multipliers].flatMap((entries) => Object.keys(entries)),
  );
  return section.columns.flatMap(({ header, name, merge_name: mergeName, hidden }) => {
    const names = [name, header, mergeName].filter((each) => each !== null);
    if (hidden || names.length === 0 || names.some((each) => isStandard(each) || adjusting.has(each))) return [];
    const value = firstOf(item.custom_columns, names) ?? firstOf(item.text_columns, names);
    return column(header ?? names[0] ?? '', value ?? firstOf(item.merged_data, [...names].reverse()) ?? null);
  });
}

const firstOf = (values: Record<string, Json>, names: string[]): Json | undefined =>
  names.map((name) => values[name]).find((value) => value !== undefined);

/** Pictures and other structures have no text to write anywhere. */
function column(name: string, value: Json): Column[] {
  if (value === null) return [{ name, value: '' }];
  return typeof value === 'object' ? [] : [{ name, value: String(value) }];
}
