import type { Document } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import type { PricingTable, Quote } from '../model/template.js';
import { money } from './adjust.js';
import { showQuote } from './show-quote.js';
import { showTable } from './show-table.js';
import { totalDocument } from './total-document.js';

/** The `pricing` part of documents and templates: an empty object where there is no pricing block. */
export function showPricing(owner: { tables: PricingTable[]; quotes: Quote[]; currency: string }): JsonObject {
  if (owner.tables.length === 0 && owner.quotes.length === 0) return {};
  return {
    tables: owner.tables.map((table) => showTable(table, owner.currency)),
    quotes: owner.quotes.map(showQuote),
    total: money(totalDocument(owner)),
  };
}

/** The document's currency is that of its first pricing block. */
export function followCurrency(document: Document): void {
  const [currency] = [...document.tables, ...document.quotes].flatMap((block) => block.currency ?? []);
  document.currency = currency ?? document.currency;
}
