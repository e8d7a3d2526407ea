import type { Json, JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import { Discount } from '../../sdk/pricing-row.js';
import type { PricingTable } from '../answers/pricing-answer.js';
import { sameDecimal } from '../decimal.js';
import { sameDiscount } from '../discount.js';
import { LINE_ITEM_FIELD, toTableRow } from '../rows.js';

const Amount = z.string().regex(/^-?\d+(\.\d+)?$/, 'A plain decimal such as 12.50');

const RowInput = z.strictObject({
  name: z.string(),
  description: z.string().default(''),
  sku: z.string().default(''),
  price: Amount,
  quantity: Amount.default('1'),
  discount: Discount.nullable().default(null),
  optional: z.boolean().default(false),
  selected: z.boolean().default(true).describe('Of an optional row: chosen to begin with'),
  quantity_editable: z.boolean().default(false),
  line_item_id: z.string().optional().describe('The HubSpot line item that the row stands for'),
  columns: z
    .record(z.string(), z.string())
    .optional()
    .describe('Custom columns by their external names; the standard ones must then have their default external names'),
});
type RowInput = z.output<typeof RowInput>;

/** A pricing table to be filled: its rows replace all that are there. */
export const TableInput = z.strictObject({
  name: z.string().min(1),
  currency: z.string().length(3).optional(),
  rows: z.array(RowInput),
});
export type TableInput = z.output<typeof TableInput>;

export function tableRequest({ name, currency, rows }: TableInput): JsonObject {
  const merge = rows.some(({ columns }) => columns !== undefined);
  return {
    name,
    data_merge: merge,
    options: currency === undefined ? {} : { currency },
    sections: [
      {
        title: 'Products',
        default: true,
        multichoice_enabled: false,
        rows: rows.map((row) => ({
          options: { optional: row.optional, optional_selected: row.selected, qty_editable: row.quantity_editable },
          data: merge ? mergedCells(row) : plainCells(row),
          custom_fields: row.line_item_id === undefined ? {} : { [LINE_ITEM_FIELD]: row.line_item_id },
        })),
      },
    ],
  };
}

/** Whether the document's table already says what is wanted, as far as PandaDoc tells. */
export function tableIsAsWanted(table: PricingTable, wanted: TableInput): boolean {
  if (wanted.currency !== undefined && wanted.currency !== table.currency) return false;
  return (
    table.items.length === wanted.rows.length && wanted.rows.every((row, index) => rowIsAsWanted(table, row, index))
  );
}

function rowIsAsWanted(table: PricingTable, wanted: RowInput, index: number): boolean {
  const source = table.items[index];
  if (source === undefined) return false;
  const row = toTableRow(table, source, index);
  const columns = Object.entries(wanted.columns ?? {});
  return (
    row.name === wanted.name &&
    (row.description ?? '') === wanted.description &&
    (row.sku ?? '') === wanted.sku &&
    sameDecimal(row.price, wanted.price) &&
    sameDecimal(row.quantity, wanted.quantity) &&
    sameDiscount(row.discount, wanted.discount) &&
    source.options.optional === wanted.optional &&
    (!wanted.optional || source.options.optional_selected === wanted.selected) &&
    (wanted.line_item_id === undefined || row.line_item_id === wanted.line_item_id) &&
    columns.every(([name, value]) => (source.merged_data[name] ?? '') === value)
  );
}

const discountCell = ({ discount }: RowInput): Json =>
  discount === null ? null : { type: discount.type, value: Number(discount.value) };

const plainCells = (row: RowInput): JsonObject => ({
  name: row.name,
  description: row.description,
  sku: row.sku,
  price: Number(row.price),
  qty: Number(row.quantity),
  ...(row.discount === null ? {} : { discount: discountCell(row) }),
});

const mergedCells = (row: RowInput): JsonObject => ({
  Name: row.name,
  Description: row.description,
  SKU: row.sku,
  Price: Number(row.price),
  QTY: Number(row.quantity),
  ...(row.discount === null ? {} : { Discount: discountCell(row) }),
  ...row.columns,
});
