import type { Json, JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import type { Problem } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import type { FieldAnswer } from '../answers/document-answer.js';

/** A field by its merge field, and what is to be filled in. */
export const FieldInput = z.strictObject({
  name: z.string().min(1).describe('The merge field'),
  value: z.union([z.string(), z.number(), z.boolean()]),
});
export type FieldInput = z.output<typeof FieldInput>;

const FILLABLE: ReadonlySet<string> = new Set(['text', 'date', 'dropdown', 'checkbox', 'radio_buttons']);

export const fieldsRequest = (fields: readonly FieldInput[]): JsonObject =>
  Object.fromEntries(fields.map(({ name, value }) => [name, { value }]));

/** PandaDoc ignores unknown fields without a word; here they are refused. */
export function fieldProblems(fields: readonly FieldAnswer[], wanted: readonly FieldInput[]): Problem[] {
  return wanted.flatMap(({ name }): Problem[] => {
    const field = fields.find(({ merge_field: mergeField }) => mergeField === name);
    if (field === undefined)
      return [{ subject: name, message: said`The document has no field with this merge field.` }];
    return FILLABLE.has(field.type)
      ? []
      : [{ subject: name, message: said`A ${field.type} field cannot be filled in.` }];
  });
}

/** Those of the wanted values that differ, with what is there now. */
export function fieldChanges(
  fields: readonly FieldAnswer[],
  wanted: readonly FieldInput[],
): (FieldInput & { before: Json })[] {
  return wanted.flatMap((input) => {
    const field = fields.find(({ merge_field: mergeField }) => mergeField === input.name);
    const before = field?.value ?? null;
    return isSame(before, input.value, field?.type) ? [] : [{ ...input, before }];
  });
}

function isSame(before: Json, wanted: FieldInput['value'], type: string | undefined): boolean {
  if (before === wanted) return true;
  if (before === null || typeof before === 'object') return before === null && wanted === '';
  if (type === 'date') return Date.parse(String(before)) === Date.parse(String(wanted));
  return String(before) === String(wanted);
}
