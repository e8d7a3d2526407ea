import type { Json } from '@tandem/recipes';
import type { TableRow } from '../answers/pricing-answer.js';
import { decimalText, sameDecimal } from '../decimal.js';

type StandardColumn = 'name' | 'description' | 'price' | 'qty' | 'sku' | 'cost';

const SYNONYMS: Record<StandardColumn, readonly string[]> = {
  name: ['name'],
  description: ['description'],
  price: ['price'],
  qty: ['qty', 'quantity'],
  sku: ['sku'],
  cost: ['cost'],
};
const COMPUTED: ReadonlySet<string> = new Set(['subtotal', 'total', 'saleprice']);
const ADJUSTING: ReadonlySet<string> = new Set(['discount', 'tax', 'taxfirst', 'taxsecond', 'fee']);

export type MergeNames = Partial<Record<StandardColumn, string>>;

/**
 * The external names of a table's columns. PandaDoc tells them only as keys of `merged_data`: a standard column is
 * known by a name such as `custom_price`, or else by being the one key that holds its value in every row.
 */
export function mergeNamesOf(rows: readonly TableRow[]): MergeNames {
  const keys = [...new Set(rows.flatMap(({ merged_data: merged }) => Object.keys(merged)))];
  const names: MergeNames = {};
  const columns: StandardColumn[] = ['name', 'description', 'price', 'qty', 'sku', 'cost'];
  for (const column of columns) {
    const found = keys.find((key) => SYNONYMS[column].includes(bare(key))) ?? onlyKeyHolding(column, rows, keys);
    if (found !== undefined && !Object.values(names).includes(found)) names[column] = found;
  }
  return names;
}

export const isComputed = (key: string): boolean => COMPUTED.has(bare(key));
export const isAdjusting = (key: string): boolean => ADJUSTING.has(bare(key));

/** Keys of columns that somebody added to the table; only sending rows by external names keeps their values. */
export function customKeys(rows: readonly TableRow[], names: MergeNames): string[] {
  const standard = new Set(Object.values(names));
  const keys = new Set(
    rows.flatMap(({ merged_data: merged }) => Object.keys(merged).filter((key) => isFilled(merged[key]))),
  );
  return [...keys].filter((key) => !standard.has(key) && !isComputed(key) && !isAdjusting(key));
}

const isFilled = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== '';

const bare = (key: string): string =>
  key
    .toLowerCase()
    .replace(/^custom[\s_.-]*/, '')
    .replace(/[^a-z]/g, '');

function onlyKeyHolding(
  column: StandardColumn,
  rows: readonly TableRow[],
  keys: readonly string[],
): string | undefined {
  const told = rows.filter((row) => isFilled(row[column]));
  const holding = keys.filter(
    (key) => told.length > 0 && told.every((row) => isSame(row[column], row.merged_data[key])),
  );
  return holding.length === 1 ? holding[0] : undefined;
}

function isSame(value: string | null, merged: Json | undefined): boolean {
  if (value === merged) return true;
  const [one, other] = [decimalText(value), decimalText(merged)];
  return one !== null && other !== null && sameDecimal(one, other);
}
