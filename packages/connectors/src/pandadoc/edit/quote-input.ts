import type { Json, JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import { Discount } from '../../sdk/pricing-row.js';
import type { QuoteItem } from '../answers/pricing-answer.js';
import { sameDecimal } from '../decimal.js';
import { discountOf, sameDiscount } from '../discount.js';
import { discountEntry } from '../quote-request.js';

const Amount = z.string().regex(/^-?\d+(\.\d+)?$/, 'A plain decimal such as 12.50');

export const ItemInput = z.strictObject({
  id: z.string().optional().describe('Of an item that is in the quote; without it an equal one is looked for'),
  name: z.string().optional(),
  sku: z.string().optional(),
  description: z.string().optional(),
  price: Amount.optional(),
  quantity: Amount.optional(),
  discount: Discount.nullable().optional(),
  selected: z.boolean().optional(),
  quantity_editable: z.boolean().optional(),
  line_item_id: z.string().optional().describe('The HubSpot line item that the row stands for'),
  custom_columns: z.record(z.string(), z.string()).optional(),
});
export type ItemInput = z.output<typeof ItemInput>;

export const SectionInput = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  items: z.array(ItemInput).optional().describe('All that the section is to have, in order; without it they stay'),
});
export type SectionInput = z.output<typeof SectionInput>;

export interface ItemChange {
  property: string;
  before: Json;
  after: Json;
}

/** Which of the given properties differ from the item in the quote. */
export function itemChanges(item: QuoteItem, wanted: ItemInput): ItemChange[] {
  const line = { price: item.price ?? '0', quantity: item.qty ?? '1' };
  const discount = discountOf(item, line);
  const changes: ItemChange[] = [];
  const compare = <Value extends Json>(
    property: string,
    before: Value,
    after: Value | undefined,
    same: (one: Value, other: Value) => boolean = (one, other) => one === other,
  ) => {
    if (after !== undefined && !same(before, after)) changes.push({ property, before, after });
  };
  compare<string>('name', item.name, wanted.name);
  compare<string>('sku', item.sku === '#' ? '' : (item.sku ?? ''), wanted.sku);
  compare<string>('description', item.description ?? '', wanted.description);
  compare<string>('price', line.price, wanted.price, sameDecimal);
  compare<string>('quantity', line.quantity, wanted.quantity, sameDecimal);
  compare<Discount | null>('discount', discount, wanted.discount, sameDiscount);
  compare<boolean>('selected', item.options?.selected ?? true, wanted.selected);
  compare<boolean>('quantity_editable', item.options?.qty_editable ?? false, wanted.quantity_editable);
  compare<string>('line_item_id', item.reference_id ?? '', wanted.line_item_id);
  for (const [column, value] of Object.entries(wanted.custom_columns ?? {})) {
    compare<Json>(`custom_columns.${column}`, item.custom_columns[column] ?? '', value);
  }
  return changes;
}

/** The given properties under PandaDoc's names, over what the item has. */
export function itemRequest(wanted: ItemInput, before: JsonObject, discountColumn: string | undefined): JsonObject {
  const { options, custom_columns: columns } = Before.parse(before);
  return {
    ...before,
    ...(wanted.name === undefined ? {} : { name: wanted.name }),
    ...(wanted.sku === undefined ? {} : { sku: wanted.sku }),
    ...(wanted.description === undefined ? {} : { description: wanted.description }),
    ...(wanted.price === undefined ? {} : { price: Number(wanted.price) }),
    ...(wanted.quantity === undefined ? {} : { qty: Number(wanted.quantity) }),
    ...(wanted.discount === undefined ? {} : { discounts: discountEntry(wanted.discount, discountColumn) }),
    ...(wanted.line_item_id === undefined ? {} : { reference_id: wanted.line_item_id }),
    options: {
      ...options,
      qty_editable: wanted.quantity_editable ?? options.qty_editable,
      selected: wanted.selected ?? options.selected,
    },
    ...(wanted.custom_columns === undefined ? {} : { custom_columns: { ...columns, ...wanted.custom_columns } }),
  };
}

const Before = z.object({
  options: z
    .looseObject({ qty_editable: z.boolean().default(false), selected: z.boolean().default(true) })
    .default({ qty_editable: false, selected: true }),
  custom_columns: z.record(z.string(), z.string()).default({}),
});
