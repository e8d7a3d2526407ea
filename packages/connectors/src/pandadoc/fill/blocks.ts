import type { PricingRow } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { Pricing, PricingTable, Quote, QuoteItem, QuoteSection, TableRow } from '../answers/pricing-answer.js';
import { quotePlace, toQuoteRow, toTableRow } from '../rows.js';

interface Slot<Source> {
  source: Source;
  row: PricingRow;
}

export interface TableBlock {
  kind: 'table';
  place: string;
  table: PricingTable;
  slots: Slot<TableRow>[];
}

export interface QuoteBlock {
  kind: 'quote';
  place: string;
  quote: Quote;
  sections: { section: QuoteSection; slots: Slot<QuoteItem>[] }[];
}

export type Block = TableBlock | QuoteBlock;

/** The pricing tables and quotes of a document, each row beside what PandaDoc said of it. */
export const blocksOf = (pricing: Pricing): Block[] => [
  ...pricing.tables.map(tableBlock),
  ...pricing.quotes.map((quote, index) => quoteBlock(quote, quotePlace(pricing, index))),
];

export const rowsOfBlock = (block: Block): PricingRow[] =>
  block.kind === 'table'
    ? block.slots.map(({ row }) => row)
    : block.sections.flatMap(({ slots }) => slots.map(({ row }) => row));

export const currencyOfBlock = (block: Block): string | null =>
  block.kind === 'table' ? block.table.currency : block.quote.currency;

const tableBlock = (table: PricingTable): TableBlock => ({
  kind: 'table',
  place: table.name === '' ? said`Pricing table` : table.name,
  table,
  slots: table.items.map((source, index) => ({ source, row: toTableRow(table, source, index) })),
});

const quoteBlock = (quote: Quote, place: string): QuoteBlock => ({
  kind: 'quote',
  place,
  quote,
  sections: quote.sections.map((section) => ({
    section,
    slots: section.items.map((source, index) => ({
      source,
      row: toQuoteRow({ quote, place }, section, source, index),
    })),
  })),
});
