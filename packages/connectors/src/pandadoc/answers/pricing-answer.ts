import { z } from 'zod';
import { decimal, flag, list, map, maybeFlag, text, words } from './loose.js';

const Adjustment = z.looseObject({ type: words, value: decimal });
const adjustments = map(Adjustment.nullable().catch(null));

const RowOptions = z.looseObject({
  optional: flag,
  optional_selected: flag,
  multichoice_enabled: flag,
  multichoice_selected: flag,
  qty_editable: maybeFlag,
});

export const TableRow = z.looseObject({
  id: text,
  sku: text,
  name: words,
  description: text,
  qty: decimal,
  price: decimal,
  cost: decimal,
  discount: Adjustment.nullish(),
  tax_first: Adjustment.nullish(),
  tax_second: Adjustment.nullish(),
  discounts: adjustments,
  taxes: adjustments,
  fees: adjustments,
  options: RowOptions.nullish().transform((value) => value ?? RowOptions.parse({})),
  custom_fields: map(z.json()),
  custom_columns: map(z.json()),
  merged_data: map(z.json()),
});
export type TableRow = z.output<typeof TableRow>;

export const PricingTable = z.looseObject({
  id: words,
  name: words,
  currency: text,
  is_included_in_total: maybeFlag,
  summary: z.looseObject({ subtotal: decimal, discount: decimal }).nullish(),
  items: list(TableRow),
});
export type PricingTable = z.output<typeof PricingTable>;

export const QuoteItem = z.looseObject({
  id: words,
  sku: text,
  name: words,
  description: text,
  qty: decimal,
  price: decimal,
  cost: decimal,
  billing_frequency: text,
  contract_term: z.union([z.number(), z.string()]).nullish(),
  reference_id: text,
  price_settings: z.json().nullish(),
  options: z.looseObject({ selected: maybeFlag, qty_editable: maybeFlag, optional: maybeFlag }).nullish(),
  custom_columns: map(z.json()),
  text_columns: map(z.json()),
  multipliers: map(decimal),
  discounts: adjustments,
  fees: adjustments,
  taxes: adjustments,
  merged_data: map(z.json()),
});
export type QuoteItem = z.output<typeof QuoteItem>;

const Summary = z.looseObject({ discounts: adjustments }).nullish();

export const QuoteSection = z.looseObject({
  id: words,
  name: text,
  summary: Summary,
  columns: list(z.looseObject({ header: text, name: text, merge_name: text, hidden: flag })),
  items: list(QuoteItem),
  settings: z.looseObject({ selection_type: text, optional: flag, selected: maybeFlag }).nullish(),
});
export type QuoteSection = z.output<typeof QuoteSection>;

const MergeRule = z.looseObject({
  enabled: maybeFlag,
  action: z.looseObject({ type: words, section_id: text }).nullish(),
  condition: z
    .looseObject({
      field_name: words,
      comparison: list(z.looseObject({ type: words, value: z.json().nullish() })),
    })
    .nullish(),
});
export type MergeRule = z.output<typeof MergeRule>;

export const Quote = z.looseObject({
  id: words,
  currency: text,
  summary: Summary,
  sections: list(QuoteSection),
  merge_rules: list(MergeRule),
});
export type Quote = z.output<typeof Quote>;

export const Pricing = z
  .looseObject({ tables: list(PricingTable), quotes: list(Quote) })
  .nullish()
  .transform((value) => value ?? { tables: [], quotes: [] });
export type Pricing = z.output<typeof Pricing>;
