import { z } from 'zod';
import type { JsonObject } from '../json.js';
import { Recipe } from './recipe.js';

/** The published JSON Schema (draft 2020-12) of a recipe, for editors of JSON; made from the schema that is checked. */
export function jsonSchema(): JsonObject {
  const schema = z.toJSONSchema(Recipe, { target: 'draft-2020-12', io: 'input' });
  return { ...(schema as JsonObject), title: 'Tandem recipe' }; // JSON by definition
}
