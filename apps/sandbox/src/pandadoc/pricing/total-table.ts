import { Decimal } from 'decimal.js';
import type { PricingTable, Row, TableSection } from '../model/template.js';
import { adjustmentsOn, sum } from './adjust.js';

export type TableTotals = { subtotal: Decimal; discount: Decimal; tax: Decimal; fee: Decimal; total: Decimal };

/** Price × quantity less the row's discounts; an absolute discount is off the whole line. */
export function rowSubtotal(row: Row): Decimal {
  const gross = new Decimal(row.price).times(row.qty);
  return gross.minus(adjustmentsOn(gross, row.discounts));
}

/** The rows that count: chosen options, and in a multiple-choice section the one that is picked. */
export function countedRows(table: PricingTable): Row[] {
  return table.sections.flatMap((section) => section.rows.filter((row) => counts(row, section)));
}

export function totalTable(table: PricingTable): TableTotals {
  const rows = countedRows(table).map((row) => ({ row, subtotal: rowSubtotal(row) }));
  const subtotal = sum(rows.map((one) => one.subtotal));
  const discount = adjustmentsOn(subtotal, table.discounts);
  const net = subtotal.minus(discount);
  const tax = sum(rows.map((one) => adjustmentsOn(one.subtotal, one.row.taxes))).plus(adjustmentsOn(net, table.taxes));
  const fee = sum(rows.map((one) => adjustmentsOn(one.subtotal, one.row.fees))).plus(adjustmentsOn(net, table.fees));
  return { subtotal, discount, tax, fee, total: net.plus(tax).plus(fee) };
}

function counts(row: Row, section: TableSection): boolean {
  if (section.multichoice_enabled) return row.multichoice_selected;
  return !row.optional || row.optional_selected;
}
