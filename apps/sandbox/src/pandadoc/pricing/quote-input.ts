import { z } from 'zod';
import { Currency, DecimalText, PriceSettings, SelectionType } from '../model/template.js';

const Texts = z.record(z.string(), z.string());
const FlatAdjustments = z.record(z.string(), z.object({ type: z.enum(['percent', 'flat']), value: DecimalText }));
const SummaryInput = z.object({
  custom_columns: Texts.optional(),
  discounts: FlatAdjustments.optional(),
  fees: FlatAdjustments.optional(),
  taxes: FlatAdjustments.optional(),
});

const ItemInput = z.object({
  id: z.uuid().optional(),
  sku: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  qty: DecimalText.optional(),
  price: DecimalText.optional(),
  cost: DecimalText.optional(),
  price_settings: PriceSettings.optional(),
  billing_frequency: z.enum(['weekly', 'monthly', 'annually', 'quarterly', 'semiannualy']).nullable().optional(),
  contract_term: z.number().int().nullable().optional(),
  reference_id: z.string().nullable().optional(),
  options: z
    .object({ selected: z.boolean().optional(), qty_editable: z.boolean(), optional: z.boolean().optional() })
    .optional(),
  custom_columns: Texts.optional(),
  external_columns: Texts.optional(),
  text_columns: Texts.optional(),
  multipliers: z.record(z.string(), DecimalText).optional(),
  discounts: FlatAdjustments.optional(),
  taxes: FlatAdjustments.optional(),
  fees: FlatAdjustments.optional(),
});
export type ItemInput = z.output<typeof ItemInput>;

const SectionInput = z.object({
  id: z.uuid().optional(),
  name: z.string().nullable().optional(),
  summary: SummaryInput.optional(),
  items: z.array(ItemInput).optional(),
  settings: z
    .object({
      optional: z.boolean().optional(),
      selected: z.boolean().optional(),
      selection_type: SelectionType.optional(),
    })
    .optional(),
});
export type SectionInput = z.output<typeof SectionInput>;

/** The body of `PUT …/quotes/{quote_id}`. */
export const QuoteInput = z.object({
  currency: Currency.optional(),
  summary: SummaryInput.optional(),
  sections: z.array(SectionInput).optional(),
  settings: z.object({ selection_type: SelectionType.optional() }).optional(),
});
export type QuoteInput = z.output<typeof QuoteInput>;
