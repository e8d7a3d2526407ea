import { z } from 'zod';

const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'A plain decimal such as 12.50');

/** Percent of the line, or an amount off the whole line (not off one unit). */
export const Discount = z.strictObject({ type: z.enum(['percent', 'absolute']), value: Decimal });
export type Discount = z.infer<typeof Discount>;

const goods = {
  sku: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  price: Decimal.describe('Of one unit'),
  quantity: Decimal,
  discount: Discount.nullable(),
};

/** One row of a pricing table or quote that counts in the document's total. */
export const PricingRow = z.strictObject({
  key: z.string().describe('Stable within the document: block id and row id'),
  place: z.string().describe('For people: "Pricing Table 1, row 2"'),
  line_item_id: z.string().nullable(),
  ...goods,
  columns: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .describe('Custom columns that are visible in the document'),
});
export type PricingRow = z.infer<typeof PricingRow>;

/** A deal's line item, as connectors exchange it. */
export const LineItem = z.strictObject({
  id: z.string(),
  ...goods,
  properties: z.record(z.string(), z.string().nullable()),
});
export type LineItem = z.infer<typeof LineItem>;

/** A named value of the document, as connectors exchange it: a fillable field with its merge field. */
export const DocumentField = z.strictObject({
  name: z.string().nullable().describe('The merge field, such as Deal.Amount'),
  title: z.string(),
  type: z.string(),
  value: z.json(),
  filled: z.boolean(),
});
export type DocumentField = z.infer<typeof DocumentField>;

/** A variable and what it should say. */
export const Variable = z.strictObject({ name: z.string(), value: z.string() });
export type Variable = z.infer<typeof Variable>;
