import { randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** Decimals travel as strings; people may type numbers. */
export const DecimalText = z
  .union([z.string().regex(/^-?\d+(\.\d+)?$/, 'A plain decimal such as 12.50'), z.number()])
  .transform((value) => new Decimal(value).toFixed());

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'A currency code such as EUR');

export const Adjustment = z.strictObject({ type: z.enum(['percent', 'absolute', 'flat']), value: DecimalText });
/** A discount, tax or fee: per cent, or an amount off (or onto) the whole line. */
export type Adjustment = z.infer<typeof Adjustment>;

const Adjustments = z.record(z.string(), Adjustment).default({});
const uuid = () => z.string().default(() => randomUUID());

export const FieldType = z.enum([
  'text',
  'date',
  'dropdown',
  'checkbox',
  'radio_buttons',
  'signature',
  'initials',
  'stamp',
  'payment_details',
  'collect_file',
]);
export type FieldType = z.infer<typeof FieldType>;

export const FieldDefinition = z.strictObject({
  uuid: uuid(),
  field_id: z.string(),
  type: FieldType,
  name: z.string().default(''),
  merge_field: z.string().nullable().default(null),
  title: z.string().default(''),
  placeholder: z.string().default(''),
  role: z.string().nullable().default(null),
  options: z.array(z.string()).default([]),
  required: z.boolean().default(false),
  value: z.json().optional(),
});
export type FieldDefinition = z.infer<typeof FieldDefinition>;

/** A column of a pricing table or of a quote section; `hidden` columns keep their values and show nothing. */
export const Column = z.strictObject({
  header: z.string(),
  merge_name: z.string().nullable().default(null),
  kind: z.enum(['standard', 'custom']).default('standard'),
  hidden: z.boolean().default(false),
});
export type Column = z.infer<typeof Column>;

export const Row = z.strictObject({
  id: uuid(),
  sku: z.string().default(''),
  name: z.string().default(''),
  description: z.string().default(''),
  price: DecimalText.default('0'),
  cost: DecimalText.default('0'),
  qty: DecimalText.default('1'),
  discounts: Adjustments,
  taxes: Adjustments,
  fees: Adjustments,
  optional: z.boolean().default(false),
  optional_selected: z.boolean().default(false),
  qty_editable: z.boolean().default(false),
  multichoice_selected: z.boolean().default(false),
  custom_fields: z.record(z.string(), z.json()).default({}),
  custom_columns: z.record(z.string(), z.string()).default({}),
});
export type Row = z.infer<typeof Row>;

export const TableSection = z.strictObject({
  title: z.string().default('Products'),
  default: z.boolean().default(true),
  multichoice_enabled: z.boolean().default(false),
  rows: z.array(Row).default([]),
});
export type TableSection = z.infer<typeof TableSection>;

export const PricingTable = z.strictObject({
  id: uuid(),
  name: z.string(),
  currency: Currency.nullable().default(null),
  is_included_in_total: z.boolean().default(true),
  automatically_add_products: z.boolean().default(true),
  columns: z.array(Column).default([]),
  sections: z.array(TableSection).default([]),
  discounts: Adjustments,
  taxes: Adjustments,
  fees: Adjustments,
});
export type PricingTable = z.infer<typeof PricingTable>;

export const SelectionType = z.enum(['custom', 'single', 'multiple']);
export type SelectionType = z.infer<typeof SelectionType>;

export const PriceSettings = z.strictObject({
  base_value: DecimalText,
  tiers: z.array(z.strictObject({ min_qty: z.number(), value: DecimalText })),
});

export const QuoteItem = z.strictObject({
  id: uuid(),
  sku: z.string().default('#'),
  name: z.string().default(''),
  description: z.string().default(''),
  qty: DecimalText.default('1'),
  price: DecimalText.default('0'),
  cost: DecimalText.default('0'),
  price_settings: PriceSettings.nullable().default(null),
  billing_frequency: z.string().nullable().default(null),
  contract_term: z.number().int().nullable().default(null),
  reference_type: z.string().default(''),
  reference_id: z.string().nullable().default(''),
  selected: z.boolean().default(true),
  optional: z.boolean().default(false),
  qty_editable: z.boolean().default(true),
  custom_columns: z.record(z.string(), z.string()).default({}),
  text_columns: z.record(z.string(), z.string()).default({}),
  external_columns: z.record(z.string(), z.string()).default({}),
  multipliers: z.record(z.string(), DecimalText).default({}),
  discounts: Adjustments,
  taxes: Adjustments,
  fees: Adjustments,
});
export type QuoteItem = z.infer<typeof QuoteItem>;

export const QuoteSection = z.strictObject({
  id: uuid(),
  name: z.string().default('Section name'),
  columns: z.array(Column).default([]),
  items: z.array(QuoteItem).default([]),
  optional: z.boolean().default(false),
  selected: z.boolean().default(true),
  selection_type: SelectionType.default('custom'),
  discounts: Adjustments,
  taxes: Adjustments,
  fees: Adjustments,
});
export type QuoteSection = z.infer<typeof QuoteSection>;

const MergeRule = z.strictObject({
  id: uuid(),
  enabled: z.boolean().default(true),
  action: z.strictObject({ type: z.literal('merge_to_section'), section_id: z.string() }),
  condition: z.strictObject({
    field_name: z.string(),
    type: z.string(),
    comparison: z.array(
      z.strictObject({
        type: z.enum(['contains', 'does_not_contain', 'equals', 'does_not_equal']),
        value: z.string(),
      }),
    ),
  }),
});

export const Quote = z.strictObject({
  id: uuid(),
  currency: Currency.default('EUR'),
  sections: z.array(QuoteSection).default([]),
  merge_rules: z.array(MergeRule).default([]),
  selection_type: SelectionType.default('custom'),
  custom_columns: z.record(z.string(), z.string()).default({}),
  discounts: Adjustments,
  taxes: Adjustments,
  fees: Adjustments,
});
export type Quote = z.infer<typeof Quote>;

const Role = z.strictObject({
  id: z.string(),
  name: z.string(),
  signing_order: z.string().nullable().default(null),
});

/** What a person builds in the template editor, in full. */
export const TemplateDefinition = z.strictObject({
  name: z.string(),
  currency: Currency.default('EUR'),
  folder_uuid: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  metadata: z.record(z.string(), z.string()).default({}),
  roles: z.array(Role).default([]),
  tokens: z.array(z.strictObject({ name: z.string(), value: z.string().default('') })).default([]),
  fields: z.array(FieldDefinition).default([]),
  tables: z.array(PricingTable).default([]),
  quotes: z.array(Quote).default([]),
  texts: z.array(z.string()).default([]),
  images: z.array(z.string()).default([]),
  approval_required: z.boolean().default(false),
  payment_required: z.boolean().default(false),
});
export type TemplateDefinition = z.infer<typeof TemplateDefinition>;

export type Template = TemplateDefinition & {
  id: string;
  version: string;
  date_created: string;
  date_modified: string;
  deleted: boolean;
};
