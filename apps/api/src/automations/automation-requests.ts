import { said } from '@tandem/recipes';
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

const Settings = z.record(z.string(), z.json());
const State = z.strictObject({ enabled: z.boolean(), settings: Settings });

/** As many as all five automations of 500 templates. */
const MOST_CHANGES = 2_500;

export const AutomationChanges = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          recipe: z.string().min(1).max(100).describe('Key of the recipe'),
          template_id: TemplateId.nullable().describe('null: the default for all templates'),
          choice: z
            .strictObject({
              enabled: z.boolean(),
              settings: Settings.optional().describe('Left out: as they are now'),
            })
            .nullable()
            .describe('null: no choice of its own any more; the template follows the default'),
          expected: State.nullable()
            .optional()
            .describe('Change it only if it still stands like this; null: without a choice of its own'),
        }),
      )
      .min(1)
      .max(MOST_CHANGES)
      .refine(
        (items) =>
          new Set(items.map(({ recipe, template_id: id }) => JSON.stringify([recipe, id]))).size === items.length,
        said`Names the same recipe and template twice`,
      ),
    restore: z
      .boolean()
      .default(false)
      .describe('Put back what was there before, even where it no longer fits its recipe: for an undo'),
  })
  .meta({ id: 'AutomationChanges' });
export type AutomationChanges = z.output<typeof AutomationChanges>;

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
