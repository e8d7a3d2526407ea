import { z } from 'zod';

/** Checked by the recipe validator and not here, so that its answers carry suggestions. */
const RecipeJson = z.record(z.string(), z.unknown()).describe('A recipe; GET /api/recipes/schema is its JSON Schema');

const RecipeName = z.string().trim().min(1).max(120);
const NewKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'Must be lower case letters, digits and -, from a letter on.');
const Revision = z.int().min(1).max(2_147_483_647);

export const ImportBody = RecipeJson.meta({ id: 'RecipeToImport' });

export const DraftBody = z
  .strictObject({
    revision: Revision.describe('The revision that the change is based on'),
    recipe: RecipeJson,
  })
  .meta({ id: 'DraftToSave' });
export type DraftBody = z.output<typeof DraftBody>;

export const ValidateBody = z
  .strictObject({ recipe: z.unknown().describe('Anything') })
  .meta({ id: 'RecipeToValidate' });

export const PublishBody = z
  .strictObject({ revision: Revision.optional().describe('Publish only if this is still the draft') })
  .optional()
  .meta({ id: 'RecipeToPublish' });
export type PublishBody = z.output<typeof PublishBody>;

export const CloneBody = z.strictObject({ key: NewKey, name: RecipeName }).meta({ id: 'RecipeToClone' });
export type CloneBody = z.output<typeof CloneBody>;

const Side = z.union([z.literal('draft'), z.coerce.number().int().min(1).max(2_147_483_647)]);
export type Side = z.output<typeof Side>;

export const DiffQuery = z.strictObject({
  from: Side.describe('A version, or `draft`'),
  to: Side.describe('A version, or `draft`'),
});

export const ExportQuery = z.strictObject({ version: Side.default('draft').describe('A version, or `draft`') });

export const RemovalQuery = z.strictObject({
  with_history: z.enum(['true', 'false']).default('false').describe('Also removes the runs of the recipe'),
});
