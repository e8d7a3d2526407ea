import { z } from 'zod';

const TemplateId = z.string().min(1).max(200);

export const AutomationBody = z
  .strictObject({
    recipe: z.string().min(1).max(100).describe('Key of the recipe'),
    template_id: TemplateId.nullable().describe('null: the default for all templates without a choice of their own'),
    enabled: z.boolean(),
    settings: z
      .record(z.string(), z.json())
      .optional()
      .describe("By the recipe's settings; what is left out takes its default. Left out altogether: as they are now"),
  })
  .meta({ id: 'AutomationChoice' });
export type AutomationBody = z.output<typeof AutomationBody>;

export const AutomationQuery = z.strictObject({
  recipe: z.string().max(100).optional().describe('Key of the recipe'),
  template_id: TemplateId.optional(),
});
export type AutomationQuery = z.output<typeof AutomationQuery>;

export const TemplateQuery = z.strictObject({
  search: z.string().max(200).default('').describe('Part of the name, or the id'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('How many to leave out: `next` of the page before'),
});
export type TemplateQuery = z.output<typeof TemplateQuery>;
