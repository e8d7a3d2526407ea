import type { Json } from '@tandem/recipes';
import type { Change } from '../../sdk/plan.js';
import { said } from '../../sdk/said.js';
import type { NetChange } from '../../sdk/undo.js';
import { changedSince, left, type ValueKind, type Verdict } from '../../sdk/verdict.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { readOnlyReason } from '../properties/definition.js';
import { sameValue } from '../properties/property-value.js';

/** What a property is written with: HubSpot clears by "". */
export const textOf = (value: Json): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const PLAIN = { type: 'string', fieldType: 'text' };

export const isSame = (definition: PropertyDefinition | undefined, a: string | null | undefined, b: Json): boolean =>
  sameValue(definition ?? PLAIN, a, textOf(b));

const KINDS: Readonly<Record<string, ValueKind>> = { number: 'number', date: 'date', datetime: 'date' };

const kindOf = (definition: PropertyDefinition | undefined): ValueKind =>
  definition?.isMoney === true ? 'money' : (KINDS[definition?.type ?? ''] ?? 'text');

/** Whether one property can go back to what it was. */
export function judgeProperty(
  net: NetChange,
  current: string | null | undefined,
  definition: PropertyDefinition | undefined,
): Verdict {
  if (isSame(definition, current, net.before)) return { is: 'already', ids: net.ids };
  if (!isSame(definition, current, net.after))
    return left(net, changedSince(current, kindOf(definition), net.target.currency));
  const readOnly = definition === undefined ? null : readOnlyReason(definition);
  if (readOnly !== null) return left(net, said`${readOnly}.`);
  const change: Change = {
    target: net.target,
    operation: 'update',
    property: net.property,
    before: current ?? null,
    after: net.before,
  };
  return { is: 'restored', ids: net.ids, change };
}
