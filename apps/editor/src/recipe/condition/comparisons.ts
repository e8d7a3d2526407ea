import type { FieldType } from '../model/schema-field.js';
import { isNumeric, isUnary, type Comparison, type Rule } from './condition.js';

const TEXT: Comparison[] = ['equals', 'differs', 'one_of', 'none_of', 'contains', 'lacks', 'starts_with', 'ends_with'];
const NUMBER: Comparison[] = ['equals', 'differs', 'above', 'at_least', 'below', 'at_most'];
const NUMBER_IN_TEXT: Comparison[] = ['above', 'at_least', 'below', 'at_most'];
const ALWAYS: Comparison[] = ['filled', 'empty'];

/** How a pill of this type can be compared. Remotes give amounts as text, so text can be compared as a number, too. */
export function comparisonsFor(type: FieldType): Comparison[] {
  switch (type) {
    case 'text':
      return [...TEXT, ...NUMBER_IN_TEXT, ...ALWAYS];
    case 'number':
      return [...NUMBER, ...ALWAYS];
    case 'boolean':
      return ['true', 'false'];
    case 'list':
      return ['contains', 'lacks', ...ALWAYS];
    case 'object':
      return ALWAYS;
    case 'any':
      return [...TEXT, ...NUMBER_IN_TEXT, ...ALWAYS, 'true', 'false'];
  }
}

/** The line compared in another way: its value is kept where it still makes sense. */
export function withComparison(rule: Rule, comparison: Comparison, type: FieldType): Rule {
  const { asNumber: _was, ...rest } = rule;
  const asNumber = isNumeric(comparison) && type !== 'number';
  return { ...rest, comparison, value: valueFor(rule, comparison), ...(asNumber && { asNumber: true as const }) };
}

/** The line about another pill. */
export function withPath(rule: Rule, path: string, type: FieldType): Rule {
  const offered = comparisonsFor(type);
  const comparison = offered.includes(rule.comparison) ? rule.comparison : (offered[0] ?? 'equals');
  return withComparison({ ...rule, path }, comparison, type);
}

function valueFor({ value }: Rule, comparison: Comparison): Rule['value'] {
  if (isUnary(comparison)) return null;
  const isList = comparison === 'one_of' || comparison === 'none_of';
  if (isList && !Array.isArray(value)) return value === null || value === '' ? [] : [value];
  if (!isList && Array.isArray(value)) return value[0] ?? '';
  if (isNumeric(comparison) && typeof value === 'string') return Number(value) || 0;
  return value ?? '';
}
