import { z } from 'zod';
import { PROBLEM_KINDS } from './readiness.js';

const MOST = 50;

export const ReadinessQuestion = z
  .strictObject({
    template_ids: z
      .array(z.string().min(1).max(200))
      .max(MOST)
      .describe(`Such as those in sight, at most ${MOST}; ids that name no template are left out of the answer`),
  })
  .meta({ id: 'ReadinessQuestion' });
export type ReadinessQuestion = z.output<typeof ReadinessQuestion>;

const Problem = z
  .object({
    kind: z.enum(PROBLEM_KINDS),
    message: z.string().describe('A plain sentence'),
    about: z.array(z.string()).describe('Titles of connectors or settings, scopes, values, merge fields'),
    connector: z.string().nullable(),
    setting: z.string().nullable().describe('Key of the setting'),
    suggestion: z.string().nullable().describe('What was probably meant, or what there is to choose from'),
  })
  .meta({ id: 'ReadinessProblem' });

const Automation = z.object({
  recipe: z.string(),
  state: z
    .enum(['ready', 'not_ready', 'unknown'])
    .describe('`unknown`: nothing is wrong as far as could be seen, but a remote did not answer'),
  problems: z.array(Problem),
});

export const ReadinessAnswer = z
  .object({
    defaults: z.array(Automation).describe('Of the defaults for all templates; nothing is said of any template'),
    items: z.array(z.object({ template_id: z.string(), automations: z.array(Automation) })),
  })
  .meta({ id: 'Readiness' });
export type ReadinessAnswer = z.output<typeof ReadinessAnswer>;
