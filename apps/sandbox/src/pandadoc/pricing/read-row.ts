import { z } from 'zod';
import { validationError } from '../http/api-error.js';
import type { JsonValue } from '../model/json.js';
import { Adjustment, DecimalText, Row, type PricingTable } from '../model/template.js';
import type { RowInput } from './table-input.js';

type Cell = { column: string; custom: boolean; value: JsonValue };

const amounts = new Map<string, 'price' | 'cost' | 'qty'>([
  ['price', 'price'],
  ['cost', 'cost'],
  ['qty', 'qty'],
  ['quantity', 'qty'],
]);
const texts = new Map<string, 'name' | 'description' | 'sku'>([
  ['name', 'name'],
  ['description', 'description'],
  ['sku', 'sku'],
]);
const adjustments = new Map<string, { kind: 'discounts' | 'taxes' | 'fees'; name: string }>([
  ['discount', { kind: 'discounts', name: 'Discount' }],
  ['tax', { kind: 'taxes', name: 'Tax' }],
  ['tax_first', { kind: 'taxes', name: 'Tax' }],
  ['tax_second', { kind: 'taxes', name: 'Tax 2' }],
  ['fee', { kind: 'fees', name: 'Fee' }],
]);

/**
 * A row as sent, as the table keeps it. Without data merge the keys are default column names in any case; with it,
 * each key is a column's external name and custom columns take part. Other keys mean nothing to PandaDoc.
 */
export function readRow(input: RowInput, table: PricingTable, dataMerge: boolean): Row {
  const row = Row.parse({
    optional: input.options.optional ?? false,
    optional_selected: input.options.optional_selected ?? false,
    qty_editable: input.options.qty_editable ?? false,
    multichoice_selected: input.options.multichoice_selected ?? false,
    custom_fields: withoutNulls(input.custom_fields),
  });
  for (const cell of cellsOf(input.data, table, dataMerge)) place(cell, row);
  return row;
}

function cellsOf(data: RowInput['data'], table: PricingTable, dataMerge: boolean): Cell[] {
  const entries = Object.entries(data).filter(([, value]) => value !== null);
  if (!dataMerge) return entries.map(([key, value]) => ({ column: key, custom: false, value }));
  return entries.flatMap(([key, value]) => {
    const column = table.columns.find(({ merge_name }) => merge_name === key);
    return column ? [{ column: column.header, custom: column.kind === 'custom', value }] : [];
  });
}

function place({ column, custom, value }: Cell, row: Row): void {
  const key = column.toLowerCase();
  const amount = amounts.get(key);
  const text = texts.get(key);
  const adjusted = adjustments.get(key);
  if (custom) row.custom_columns[column] = textOf(value);
  else if (amount) row[amount] = checked(DecimalText, value, column);
  else if (text) row[text] = textOf(value);
  else if (adjusted) row[adjusted.kind][adjusted.name] = checked(Adjustment, value, column);
}

/** The value, or a 400 that names the column. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, column: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw validationError({ pricing_tables: [`${column}: ${z.prettifyError(result.error)}`] });
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function withoutNulls(values: Record<string, JsonValue>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
