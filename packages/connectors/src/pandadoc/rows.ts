import { z } from 'zod';
import type { PricingRow } from '../sdk/pricing-row.js';
import { number, said } from '../sdk/said.js';
import type { Pricing, PricingTable, Quote, QuoteItem, QuoteSection, TableRow } from './answers/pricing-answer.js';
import { quoteColumns, tableColumns } from './columns.js';
import { discountOf } from './discount.js';

export const LeftOutRow = z.strictObject({ place: z.string(), name: z.string(), reason: z.string() });
export type LeftOutRow = z.infer<typeof LeftOutRow>;

export interface RowsOfDocument {
  /** Those that count in the document's total. */
  rows: PricingRow[];
  leftOut: LeftOutRow[];
}

type Judged = { row: PricingRow; reason: string | null };

/** Under which name a row carries the id of its HubSpot line item: invisible, and kept by PandaDoc. */
export const LINE_ITEM_FIELD = 'hubspot_line_item_id';

/** Pricing tables and quotes of a document as rows, told apart by whether they count in its total. */
export function rowsOf(pricing: Pricing): RowsOfDocument {
  const judged = [
    ...pricing.tables.flatMap(judgeTable),
    ...pricing.quotes.flatMap((quote, index) => judgeQuote(quote, quotePlace(pricing, index))),
  ];
  return {
    rows: judged.filter(({ reason }) => reason === null).map(({ row }) => row),
    leftOut: judged.flatMap(({ row, reason }) =>
      reason === null ? [] : [{ place: row.place, name: row.name, reason }],
    ),
  };
}

/** "Quote", or "Quote 2" where there are several: quotes have no names. */
export const quotePlace = ({ quotes }: Pricing, index: number): string =>
  quotes.length === 1 ? said`Quote` : said`Quote ${number(index + 1)}`;

export function toTableRow(table: PricingTable, row: TableRow, index: number): PricingRow {
  const line = { price: row.price ?? '0', quantity: row.qty ?? '1' };
  return {
    key: `${table.id || table.name}:${row.id ?? index}`,
    place: said`${table.name || said`Pricing table`}, row ${number(index + 1)}`,
    line_item_id: idText(row.custom_fields[LINE_ITEM_FIELD]),
    sku: row.sku === '' ? null : row.sku,
    name: row.name,
    description: row.description === '' ? null : row.description,
    ...line,
    discount: discountOf(row, line),
    columns: tableColumns(row),
  };
}

export function toQuoteRow(
  quote: { quote: Quote; place: string },
  section: QuoteSection,
  item: QuoteItem,
  index: number,
): PricingRow {
  const line = { price: item.price ?? '0', quantity: item.qty ?? '1' };
  return {
    key: `${quote.quote.id}:${item.id}`,
    place:
      section.name === null || section.name === ''
        ? said`${quote.place}, row ${number(index + 1)}`
        : said`${quote.place}, ${section.name}, row ${number(index + 1)}`,
    line_item_id: idText(item.reference_id),
    // "#" is what PandaDoc puts where no SKU was given.
    sku: item.sku === '' || item.sku === '#' ? null : item.sku,
    name: item.name,
    description: item.description === '' ? null : item.description,
    ...line,
    discount: discountOf(item, line),
    columns: quoteColumns(section, item),
  };
}

const judgeTable = (table: PricingTable): Judged[] =>
  table.items.map((row, index) => ({
    row: toTableRow(table, row, index),
    reason: table.is_included_in_total === false ? said`its table is not included in the total` : tableRowReason(row),
  }));

function tableRowReason({ options }: TableRow): string | null {
  if (options.multichoice_enabled) return options.multichoice_selected ? null : said`another choice was selected`;
  return options.optional && !options.optional_selected ? said`optional and not selected` : null;
}

const judgeQuote = (quote: Quote, place: string): Judged[] =>
  quote.sections.flatMap((section) =>
    section.items.map((item, index) => ({
      row: toQuoteRow({ quote, place }, section, item, index),
      reason: quoteItemReason(section, item),
    })),
  );

function quoteItemReason({ settings }: QuoteSection, { options }: QuoteItem): string | null {
  if (settings?.optional === true && settings.selected !== true) return said`its section is optional and not selected`;
  return options?.selected === false ? said`not selected` : null;
}

function idText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
