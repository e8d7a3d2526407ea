import type { Problem } from '../../sdk/connector-error.js';
import type { Note } from '../../sdk/plan.js';
import { type Said, said } from '../../sdk/said.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { resolveProperty } from '../properties/resolve-name.js';
import { convertAll, type ConvertedValue, type WantedValue } from '../properties/write-set.js';
import type { ChosenField } from './choose-fields.js';

export interface MatchedFields {
  values: ConvertedValue[];
  notes: Note[];
  problems: Problem[];
}

/**
 * Finds the property of each field of one object and fits the value to it. Of several fields that name one property the
 * first in document order counts; the others are noted.
 */
export function matchProperties(
  fields: readonly ChosenField[],
  definitions: readonly PropertyDefinition[],
  object: 'deal' | 'company',
): MatchedFields {
  const first = new Map<string, WantedValue>();
  const notes: Note[] = [];
  const problems: Problem[] = [];
  for (const field of fields) {
    const resolved = resolveProperty(definitions, field.property, object);
    if (resolved.found === null) {
      problems.push({ subject: field.subject, message: unknownProperty(field, object, resolved.candidates) });
      continue;
    }
    const earlier = first.get(resolved.found.name);
    if (earlier === undefined) {
      first.set(resolved.found.name, { subject: field.subject, property: resolved.found, value: field.value });
      continue;
    }
    notes.push({
      subject: field.subject,
      message: said`Left out: ${earlier.subject} comes first and names the same property.`,
    });
  }
  const converted = convertAll([...first.values()]);
  return { values: converted.values, notes, problems: [...problems, ...converted.problems] };
}

function unknownProperty(field: ChosenField, object: string, candidates: readonly string[]): Said {
  if (candidates.length > 0) {
    return said`several ${object} properties fit "${field.property}": ${candidates.join(', ')}; use the exact name of one of them`;
  }
  return said`HubSpot has no ${object} property "${field.property}"`;
}
