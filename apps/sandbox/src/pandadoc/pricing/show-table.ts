import { Decimal } from 'decimal.js';
import type { JsonObject } from '../model/json.js';
import type { Adjustment, PricingTable, Row, TableSection } from '../model/template.js';
import { money } from './adjust.js';
import { rowSubtotal, totalTable } from './total-table.js';

/** A pricing table as details and webhooks show it: rows of all sections in one flat list. */
export function showTable(table: PricingTable, documentCurrency: string): JsonObject {
  const totals = totalTable(table);
  return {
    id: table.id,
    name: table.name,
    total: money(totals.total),
    currency: table.currency ?? documentCurrency,
    is_included_in_total: table.is_included_in_total,
    summary: {
      subtotal: money(totals.subtotal),
      total: money(totals.total),
      discount: money(totals.discount),
      tax: money(totals.tax),
      fee: money(totals.fee),
    },
    items: table.sections.flatMap((section) => section.rows.map((row) => showRow(row, section, table))),
  };
}

function showRow(row: Row, section: TableSection, table: PricingTable): JsonObject {
  const subtotal = rowSubtotal(row);
  const [taxFirst, taxSecond] = Object.values(row.taxes);
  const qty = new Decimal(row.qty);
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    description: row.description,
    qty: row.qty,
    price: row.price,
    cost: row.cost,
    subtotal: money(subtotal),
    sale_price: money(qty.isZero() ? new Decimal(row.price) : subtotal.dividedBy(qty)),
    discount: showOne(Object.values(row.discounts)[0]),
    tax_first: showOne(taxFirst),
    tax_second: showOne(taxSecond),
    discounts: row.discounts,
    taxes: row.taxes,
    fees: row.fees,
    options: {
      optional: row.optional,
      optional_selected: row.optional_selected,
      multichoice_enabled: section.multichoice_enabled,
      multichoice_selected: row.multichoice_selected,
    },
    custom_fields: row.custom_fields,
    custom_columns: visibleCustomColumns(row, table),
    merged_data: mergedData(row, table),
  };
}

function showOne(adjustment: Adjustment | undefined): JsonObject | null {
  return adjustment ? { value: adjustment.value, type: adjustment.type } : null;
}

function visibleCustomColumns(row: Row, table: PricingTable): Record<string, string> {
  const visible = table.columns.filter((column) => column.kind === 'custom' && !column.hidden);
  return Object.fromEntries(visible.map(({ header }) => [header, row.custom_columns[header] ?? '']));
}

/** The row's values by the columns' external names, hidden columns included. */
function mergedData(row: Row, table: PricingTable): Record<string, string> {
  const named = table.columns.flatMap(({ header, merge_name, kind }) =>
    merge_name === null
      ? []
      : [[merge_name, kind === 'custom' ? row.custom_columns[header] : standardValue(row, header)]],
  );
  return Object.fromEntries(named.filter(([, value]) => value !== undefined) as [string, string][]);
}

function standardValue(row: Row, header: string): string | undefined {
  switch (header.toLowerCase()) {
    case 'name':
      return row.name;
    case 'description':
      return row.description;
    case 'price':
      return row.price;
    case 'cost':
      return row.cost;
    case 'qty':
    case 'quantity':
      return row.qty;
    case 'sku':
      return row.sku;
    case 'subtotal':
      return money(rowSubtotal(row));
    default:
      return undefined;
  }
}
