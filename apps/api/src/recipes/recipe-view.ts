import { z } from 'zod';
import type { RecipeRow } from './recipe.entity.js';

const AnyRecipe = z.record(z.string(), z.unknown()).describe('GET /api/recipes/schema is its JSON Schema');

const common = {
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  offer: z.enum(['template', 'everywhere']),
  built_in: z.boolean().describe('Comes with the product: its draft is read-only, clone it to vary it'),
  published_version: z.int().nullable().describe('What new runs take; null: never published'),
  draft_revision: z.int().describe('Counts saves'),
  position: z.int().describe('Runs of one event and columns of the matrix are in this order'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};

export const RecipeSummary = z.object(common).meta({ id: 'RecipeSummary' });
export type RecipeSummary = z.output<typeof RecipeSummary>;

export const RecipeIssue = z
  .object({
    pointer: z.string().describe('JSON pointer (RFC 6901) into the recipe'),
    message: z.string(),
    suggestion: z.string().optional(),
    severity: z.enum(['error', 'warning']).describe('Errors keep it from being published'),
  })
  .meta({ id: 'RecipeIssue' });

export const RecipeView = z
  .object({ ...common, draft: AnyRecipe, issues: z.array(RecipeIssue).describe('Of the draft') })
  .meta({ id: 'Recipe' });
export type RecipeView = z.output<typeof RecipeView>;

export const RecipeList = z.object({ items: z.array(RecipeSummary) }).meta({ id: 'Recipes' });

export const CallableRecipes = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        input: z
          .record(
            z.string(),
            z.object({
              type: z.enum(['text', 'number', 'boolean', 'list', 'object']),
              required: z.boolean().optional(),
            }),
          )
          .describe('What it takes, by name'),
        output: z.array(z.string()).describe('The names of what it gives back'),
      }),
    ),
  })
  .meta({ id: 'CallableRecipes' });

export const Verdict = z
  .object({ valid: z.boolean().describe('It may be published'), issues: z.array(RecipeIssue) })
  .meta({ id: 'RecipeVerdict' });
export type Verdict = z.output<typeof Verdict>;

export const VersionView = z
  .object({ version: z.int(), published_at: z.iso.datetime(), recipe: AnyRecipe })
  .meta({ id: 'RecipeVersion' });
export type VersionView = z.output<typeof VersionView>;

export const VersionList = z
  .object({ items: z.array(z.object({ version: z.int(), published_at: z.iso.datetime() })) })
  .meta({ id: 'RecipeVersions' });

const ValueChanges = z.array(
  z.object({
    pointer: z.string().describe('Within the step, the setting or the recipe'),
    before: z.unknown().describe('Left out: there was nothing'),
    after: z.unknown().describe('Left out: there is nothing any more'),
  }),
);
const EntryChanges = z.array(
  z.discriminatedUnion('change', [
    z.object({ change: z.literal('added'), id: z.string(), pointer: z.string() }),
    z.object({ change: z.literal('removed'), id: z.string(), pointer: z.string() }),
    z.object({ change: z.literal('moved'), id: z.string(), from: z.string(), to: z.string() }),
    z.object({ change: z.literal('changed'), id: z.string(), pointer: z.string(), changes: ValueChanges }),
  ]),
);

export const Difference = z
  .object({
    recipe: ValueChanges.describe('Name, description, trigger and the like'),
    settings: EntryChanges,
    steps: EntryChanges,
  })
  .meta({ id: 'RecipeDifference' });

export const Publication = z
  .object({ version: z.int(), created: z.boolean().describe('false: the draft equals the published version already') })
  .meta({ id: 'Publication' });
export type Publication = z.output<typeof Publication>;

export const summaryOf = (row: RecipeRow): RecipeSummary => ({
  id: row.id,
  key: row.key,
  name: row.draft.name,
  description: row.draft.description ?? null,
  offer: row.draft.offer,
  built_in: row.builtIn,
  published_version: row.publishedVersion,
  draft_revision: row.draftRevision,
  position: row.position,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});
