import { z } from 'zod';
import { notFound } from '../http/api-error.js';
import type { Document } from '../model/document.js';
import { Adjustment, DecimalText, QuoteItem, Row, type PricingTable, type QuoteSection } from '../model/template.js';
import { pickOne } from '../pricing/fill-table.js';
import { keepOneSelected } from '../pricing/replace-quote.js';

const Common = {
  sku: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  price: DecimalText.optional(),
  qty: DecimalText.optional(),
  cost: DecimalText.optional(),
  optional: z.boolean().optional(),
};

/** What may be changed in a row of a table or an item of a quote, whatever the document's status. */
export const RowEdit = z.strictObject({
  ...Common,
  discount: Adjustment.nullable().optional(),
  /** Custom columns by header. */
  columns: z.record(z.string(), z.string()).default({}),
  optional_selected: z.boolean().optional(),
  multichoice_selected: z.literal(true).optional(),
  selected: z.boolean().optional(),
  custom_fields: z.record(z.string(), z.json()).optional(),
  reference_id: z.string().nullable().optional(),
  billing_frequency: z.string().nullable().optional(),
  contract_term: z.number().int().nullable().optional(),
});
export type RowEdit = z.output<typeof RowEdit>;

export const NewRow = RowEdit.extend({
  /** Name or id of the table, id of the quote; the document's first block otherwise. */
  block: z.string().optional(),
  /** Title, name or id of the section; the first otherwise. */
  section: z.string().optional(),
});

/** @throws ApiError 404 when no table or quote of the document has the row */
export function editRow(document: Document, rowId: string, edit: RowEdit): void {
  for (const section of document.tables.flatMap(({ sections }) => sections)) {
    const row = section.rows.find(({ id }) => id === rowId);
    if (!row) continue;
    if (edit.multichoice_selected) for (const other of section.rows) other.multichoice_selected = false;
    writeRow(row, edit);
    return;
  }
  for (const section of document.quotes.flatMap(({ sections }) => sections)) {
    const item = section.items.find(({ id }) => id === rowId);
    if (!item) continue;
    if (edit.selected && section.selection_type === 'single') for (const other of section.items) other.selected = false;
    writeItem(item, edit);
    return;
  }
  throw notFound();
}

/** Adds a row and says its id. @throws ApiError 404 when there is no such block or section */
export function addRow(document: Document, { block, section, ...edit }: z.output<typeof NewRow>): string {
  const table = document.tables.find(({ id, name }) => block === undefined || block === id || block === name);
  if (table) return addTableRow(table, section, edit);
  const quote = document.quotes.find(({ id }) => block === undefined || block === id);
  const target = quote?.sections.find(({ id, name }) => section === undefined || section === id || section === name);
  if (!target) throw notFound();
  return addQuoteItem(target, edit);
}

/** @throws ApiError 404 when no table or quote of the document has the row */
export function removeRow(document: Document, rowId: string): void {
  const isOther = ({ id }: { id: string }) => id !== rowId;
  const table = document.tables.flatMap(({ sections }) => sections).find(({ rows }) => !rows.every(isOther));
  const quote = document.quotes.flatMap(({ sections }) => sections).find(({ items }) => !items.every(isOther));
  if (table) {
    table.rows = table.rows.filter(isOther);
    if (table.multichoice_enabled) pickOne(table);
  } else if (quote) quote.items = quote.items.filter(isOther);
  else throw notFound();
}

function addTableRow(table: PricingTable, title: string | undefined, edit: RowEdit): string {
  const section = table.sections.find((one) => title === undefined || one.title === title);
  if (!section) throw notFound();
  const row = Row.parse({});
  writeRow(row, edit);
  section.rows.push(row);
  if (section.multichoice_enabled) pickOne(section);
  return row.id;
}

function addQuoteItem(section: QuoteSection, edit: RowEdit): string {
  const item = QuoteItem.parse({ reference_type: 'custom' });
  writeItem(item, edit);
  section.items.push(item);
  keepOneSelected(section.selection_type, section.items);
  return item.id;
}

const both = ['sku', 'name', 'description', 'price', 'qty', 'cost', 'optional'] as const;

function writeRow(row: Row, edit: RowEdit): void {
  assignGiven(row, edit, [...both, 'optional_selected', 'multichoice_selected', 'custom_fields']);
  Object.assign(row.custom_columns, edit.columns);
  if (edit.discount !== undefined) row.discounts = edit.discount === null ? {} : { Discount: edit.discount };
}

function writeItem(item: QuoteItem, edit: RowEdit): void {
  assignGiven(item, edit, [...both, 'selected', 'reference_id', 'billing_frequency', 'contract_term']);
  Object.assign(item.custom_columns, edit.columns);
  if (edit.discount !== undefined) item.discounts = edit.discount === null ? {} : { Discount: flat(edit.discount) };
}

/** Quotes say flat where tables say absolute. */
export function flat({ type, value }: Adjustment): Adjustment {
  return { type: type === 'absolute' ? 'flat' : type, value };
}

function assignGiven(target: object, edit: RowEdit, keys: readonly (keyof RowEdit)[]): void {
  for (const key of keys) if (edit[key] !== undefined) Object.assign(target, { [key]: edit[key] });
}
