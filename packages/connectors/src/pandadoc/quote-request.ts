import type { Json, JsonObject } from '@tandem/recipes';
import type { Discount } from '../sdk/pricing-row.js';
import type { QuoteItem, QuoteSection } from './answers/pricing-answer.js';
import type { Adjustment } from './discount.js';

/** A section whose items are sent anew, with what else it has. */
export function sectionHead({ id, name, settings }: QuoteSection): JsonObject {
  const kept = {
    ...(settings?.selection_type == null ? {} : { selection_type: settings.selection_type }),
    ...(settings == null ? {} : { optional: settings.optional, selected: settings.selected ?? true }),
  };
  return { id, ...(name === null ? {} : { name }), ...(settings == null ? {} : { settings: kept }) };
}

/**
 * An item that is about to change, in full: whether PandaDoc keeps or resets what a changed item leaves out is not
 * documented.
 */
export function itemInFull(item: QuoteItem): JsonObject {
  const { options } = item;
  const term = item.contract_term == null ? null : Number(item.contract_term);
  return {
    id: item.id,
    name: item.name,
    sku: item.sku ?? '',
    description: item.description ?? '',
    qty: Number(item.qty ?? 1),
    price: Number(item.price ?? 0),
    ...(item.reference_id === null ? {} : { reference_id: item.reference_id }),
    ...(item.cost === null ? {} : { cost: Number(item.cost) }),
    billing_frequency: item.billing_frequency,
    contract_term: term === null || Number.isInteger(term) ? term : null,
    ...(item.price_settings == null ? {} : { price_settings: item.price_settings }),
    options: {
      qty_editable: options?.qty_editable ?? false,
      selected: options?.selected ?? true,
      ...(options?.optional == null ? {} : { optional: options.optional }),
    },
    custom_columns: texts(item.custom_columns),
    ...(Object.keys(item.text_columns).length === 0 ? {} : { text_columns: texts(item.text_columns) }),
    multipliers: Object.fromEntries(
      Object.entries(item.multipliers).flatMap(([name, value]) => (value === null ? [] : [[name, Number(value)]])),
    ),
    discounts: adjustments(item.discounts),
    taxes: adjustments(item.taxes),
    fees: adjustments(item.fees),
  };
}

/** Quotes call an absolute discount flat. */
export const discountEntry = (discount: Discount | null, column = 'Discount'): JsonObject =>
  discount === null
    ? {}
    : { [column]: { type: discount.type === 'percent' ? 'percent' : 'flat', value: Number(discount.value) } };

const adjustments = (entries: Record<string, Adjustment | null>): JsonObject =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) =>
      entry?.value == null ? [] : [[name, { type: entry.type, value: Number(entry.value) }]],
    ),
  );

const texts = (values: Record<string, Json>): JsonObject =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || typeof value === 'object' ? [] : [[name, String(value)]],
    ),
  );
