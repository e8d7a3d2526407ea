import { z } from 'zod';
import { quoteItem, type Product } from './product-rows.js';

const Comparison = z.object({
  type: z.enum(['contains', 'does_not_contain', 'equals', 'does_not_equal']),
  value: z.string(),
});

export const QuoteBlock = z.object({
  id: z.string(),
  sections: z.array(z.object({ id: z.string() })),
  merge_rules: z.array(
    z.object({
      enabled: z.boolean(),
      action: z.object({ section_id: z.string() }),
      condition: z.object({ field_name: z.string(), comparison: z.array(Comparison) }),
    }),
  ),
});
export type QuoteBlock = z.infer<typeof QuoteBlock>;

/**
 * The body that fills a quote. A product goes to the section of the first merge rule that it meets; without any rules
 * all products go to the first section.
 */
export function filledQuote(quote: QuoteBlock, products: Product[], currency: string): object {
  const place = (product: Product): string | undefined => {
    const rules = quote.merge_rules.filter(({ enabled }) => enabled);
    if (rules.length === 0) return quote.sections[0]?.id;
    return rules.find((rule) => meets(product, rule.condition))?.action.section_id;
  };
  return {
    ...(currency !== '' && { currency }),
    sections: quote.sections.map(({ id }) => ({
      id,
      items: products.filter((product) => place(product) === id).map(quoteItem),
    })),
  };
}

type Condition = QuoteBlock['merge_rules'][number]['condition'];

function meets(product: Product, { field_name, comparison }: Condition): boolean {
  const fields: Record<string, string> = {
    Name: product.name,
    Description: product.description,
    Price: String(product.price),
    QTY: String(product.qty),
  };
  const text = fields[field_name] ?? '';
  return comparison.every(({ type, value }) => {
    switch (type) {
      case 'contains':
        return text.includes(value);
      case 'does_not_contain':
        return !text.includes(value);
      case 'equals':
        return text === value;
      case 'does_not_equal':
        return text !== value;
    }
  });
}
