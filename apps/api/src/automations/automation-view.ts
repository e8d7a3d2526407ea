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

export const SavedAutomation = AutomationView.extend({
  note: z.string().nullable().describe('What could not be checked, because its remote did not answer'),
}).meta({ id: 'SavedAutomation' });
export type SavedAutomation = z.output<typeof SavedAutomation>;

const State = z.object({ enabled: z.boolean(), settings: Settings }).nullable();

export const ChangedAutomations = z
  .object({
    items: z.array(
      z.object({
        recipe: z.string(),
        template_id: z.string().nullable(),
        before: State.describe('null: there was no choice of its own. Give it as `choice` with `restore` to undo'),
        after: State.describe('null: there is none any more'),
      }),
    ),
    left: z
      .array(z.object({ recipe: z.string(), template_id: z.string().nullable() }))
      .describe('Left as they are, since they were not as `expected`: somebody else changed them in the meantime'),
    notes: z.array(z.string()).describe('What could not be checked, because its remote did not answer'),
  })
  .meta({ id: 'ChangedAutomations' });
export type ChangedAutomations = z.output<typeof ChangedAutomations>;

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

export const TemplateFolderList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        path: z.array(z.string()).describe('Names from the top, e.g. ["Sales", "Renewals"]'),
        template_ids: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'TemplateFolders' });
export type TemplateFolderList = z.output<typeof TemplateFolderList>;
