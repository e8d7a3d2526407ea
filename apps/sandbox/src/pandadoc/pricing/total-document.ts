import type { Decimal } from 'decimal.js';
import type { Document } from '../model/document.js';
import { sum } from './adjust.js';
import { totalQuote } from './total-quote.js';
import { totalTable } from './total-table.js';

/** The document's grand total: tables that are included in it, and quotes. */
export function totalDocument(document: Pick<Document, 'tables' | 'quotes'>): Decimal {
  const tables = document.tables.filter((table) => table.is_included_in_total);
  return sum([
    ...tables.map((table) => totalTable(table).total),
    ...document.quotes.map((quote) => totalQuote(quote).total),
  ]);
}
