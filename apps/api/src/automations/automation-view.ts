import { z } from 'zod';

const Settings = z.record(z.string(), z.unknown());

export const AutomationView = z
  .object({
    id: z.uuid(),
    recipe: z.string(),
    template_id: z.string().nullable().describe('null: the default for all templates'),
    enabled: z.boolean(),
    settings: Settings.describe('As filled in, without defaults'),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Automation' });
export type AutomationView = z.output<typeof AutomationView>;

export const AutomationList = z.object({ items: z.array(AutomationView) }).meta({ id: 'Automations' });

export const TemplatePage = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        automations: z.array(
          z.object({
            recipe: z.string(),
            enabled: z.boolean(),
            from: z
              .enum(['template', 'default', 'nothing'])
              .describe("Whose choice holds: the template's own, the default for all templates, or nobody's (off)"),
            automation_id: z.uuid().nullable(),
            settings: Settings.describe('With the defaults of the recipe'),
          }),
        ),
      }),
    ),
    total: z.int(),
    next: z.int().nullable().describe('Give it as `offset` to read on; null at the end'),
  })
  .meta({ id: 'Templates' });
export type TemplatePage = z.output<typeof TemplatePage>;
