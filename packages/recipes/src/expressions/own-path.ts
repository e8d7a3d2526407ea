import type { Json } from '../json.js';
import { said } from '../said.js';
import { ExpressionError } from './expression-error.js';

/** Names that lead from data to JavaScript's own objects. They are refused even where data holds such a key. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

const ARRAY_INDEX = /^(0|[1-9]\d{0,9})$/;

/** Whether a key may never be used in an expression. */
export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN.has(key);
}

/** The first part of a dotted path that may never be used, if there is one. */
export function forbiddenPartOf(path: string): string | undefined {
  return path.split('.').find(isForbiddenKey);
}

/**
 * Reads one member: an own property of an object, an element of a list, or the `length` of a list or text.
 * Gives undefined for anything else; throws ExpressionError for a forbidden key.
 */
export function readOwn(holder: Json, key: string): Json | undefined {
  if (FORBIDDEN.has(key)) throw new ExpressionError(said`"${key}" may not be read in an expression`);
  if (typeof holder === 'string') return key === 'length' ? holder.length : undefined;
  if (typeof holder !== 'object' || holder === null) return undefined;
  if (Array.isArray(holder)) {
    if (key === 'length') return holder.length;
    return ARRAY_INDEX.test(key) ? holder[Number(key)] : undefined;
  }
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** Follows a dotted path such as `steps.deal.contacts.0.email`; undefined where it leads nowhere. */
export function readPath(data: Json, path: string): Json | undefined {
  const forbidden = forbiddenPartOf(path);
  if (forbidden !== undefined) throw new ExpressionError(said`"${forbidden}" may not be read in an expression`);
  if (path === '') return data;
  let value: Json | undefined = data;
  for (const key of path.split('.')) {
    value = readOwn(value, key);
    if (value === undefined) return undefined;
  }
  return value;
}
