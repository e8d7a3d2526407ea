import type { Json } from '../json.js';
import { isOperator, type OperatorKey } from './operators.js';

/** The operator and arguments of an expression. A single argument may be written without its list. */
export interface Logic {
  operator: OperatorKey;
  /** As written: a list of arguments or the single one. */
  written: Json;
  args: Json[];
}

/** Reads a value as JsonLogic: an object with exactly one key, which is an operator. Otherwise undefined. */
export function asLogic(value: Json): Logic | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const key = keys[0];
  if (keys.length !== 1 || key === undefined || !isOperator(key)) return undefined;
  const written = value[key] ?? null;
  return { operator: key, written, args: Array.isArray(written) ? written : [written] };
}

/** Whether a value is JsonLogic, and so evaluated; every other value is a literal whose members are evaluated. */
export function isLogic(value: Json): boolean {
  return asLogic(value) !== undefined;
}
