import type { CheckFields, TemplateField, UnfitField } from '../../sdk/readiness.js';
import type { HubSpotGateway } from '../client.js';
import { readOnlyReason, type PropertyDefinition } from '../properties/definition.js';
import { resolveProperty } from '../properties/resolve-name.js';
import { chooseFields } from './choose-fields.js';

/** Definitions of what fields are written to. */
interface Definitions {
  deal: readonly PropertyDefinition[];
  company: readonly PropertyDefinition[];
}

/** Two calls, whatever the number of templates that are checked with the answer. */
export async function openFieldCheck(gateway: HubSpotGateway): Promise<CheckFields> {
  const definitions = {
    deal: await gateway.definitions('deals', true),
    company: await gateway.definitions('companies', true),
  };
  return (fields) => unfitFields(fields, definitions);
}

/**
 * The fields that would be written when filled in, but whose merge field names no property that can be: each merge
 * field once, in the order of the template.
 */
export function unfitFields(fields: readonly TemplateField[], definitions: Definitions): UnfitField[] {
  const { chosen } = chooseFields(fields.map((field) => ({ ...field, value: 'x', filled: true })));
  const unfit = new Map<string, UnfitField>();
  for (const { mergeField, object, property } of chosen) {
    const problem = problemOf(mergeField, resolveProperty(definitions[object], property, object));
    if (problem) unfit.set(mergeField, problem);
  }
  return [...unfit.values()];
}

function problemOf(mergeField: string, resolved: ReturnType<typeof resolveProperty>): UnfitField | undefined {
  if (resolved.found === null) {
    const { candidates } = resolved;
    return { mergeField, reason: candidates.length > 0 ? 'several' : 'unknown', candidates };
  }
  if (readOnlyReason(resolved.found) === null) return undefined;
  return { mergeField, reason: 'read_only', candidates: [resolved.found.name] };
}
