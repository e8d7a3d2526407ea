import { z } from 'zod';
import { notFound, requestError } from '../http/api-error.js';
import type { Document } from '../model/document.js';
import { Adjustment, Currency, SelectionType, type Column } from '../model/template.js';
import { keepOneSelected } from '../pricing/replace-quote.js';
import { flat } from './edit-rows.js';

/** What may be changed in a pricing table or quote as a whole. */
export const BlockEdit = z.strictObject({
  currency: Currency.optional(),
  is_included_in_total: z.boolean().optional(),
  discount: Adjustment.nullable().optional(),
  /** Headers of columns, and whether they are hidden. */
  hidden: z.record(z.string(), z.boolean()).default({}),
  /** Quotes: names or ids of sections, and whether they are selected. */
  selected_sections: z.record(z.string(), z.boolean()).default({}),
  selection_type: SelectionType.optional(),
});
export type BlockEdit = z.output<typeof BlockEdit>;

/** @throws ApiError 404 when the document has no such table (by id or name) or quote (by id) */
export function editBlock(document: Document, block: string, edit: BlockEdit): void {
  const table = document.tables.find(({ id, name }) => id === block || name === block);
  const quote = document.quotes.find(({ id }) => id === block);
  const target = table ?? quote;
  if (!target) throw notFound();
  target.currency = edit.currency ?? target.currency;
  if (edit.discount === null) target.discounts = {};
  else if (edit.discount) target.discounts = { Discount: table ? edit.discount : flat(edit.discount) };
  if (table) {
    table.is_included_in_total = edit.is_included_in_total ?? table.is_included_in_total;
    hide([table.columns], edit.hidden);
  }
  if (!quote) return;
  hide(
    quote.sections.map(({ columns }) => columns),
    edit.hidden,
  );
  for (const [key, selected] of Object.entries(edit.selected_sections)) {
    const section = quote.sections.find(({ id, name }) => id === key || name === key);
    if (!section) throw notFound();
    section.selected = selected;
  }
  quote.selection_type = edit.selection_type ?? quote.selection_type;
  keepOneSelected(quote.selection_type, quote.sections);
}

function hide(columnsOfBlocks: Column[][], hidden: Record<string, boolean>): void {
  for (const [header, isHidden] of Object.entries(hidden)) {
    const columns = columnsOfBlocks.flat().filter((column) => column.header === header);
    if (columns.length === 0) throw requestError({ hidden: [`There is no column "${header}".`] });
    for (const column of columns) column.hidden = isHidden;
  }
}
