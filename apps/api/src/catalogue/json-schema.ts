import type { JsonObject } from '@tandem/recipes';
import { z } from 'zod';

/**
 * A schema as JSON Schema, draft 2020-12. What JSON Schema cannot say (a transform, a date object) becomes {}: anything.
 * @param io what goes in (defaults may be left out), or what comes out
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const made = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(made)) as JsonObject; // drops zod's hidden members; what is left is plain JSON
}
