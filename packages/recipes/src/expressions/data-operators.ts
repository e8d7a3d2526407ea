import { sortedJson } from '../canonical/sorted-json.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { said } from '../said.js';
import type { Budget } from './budget.js';
import { kindOf, toText } from './coerce.js';
import { ExpressionError } from './expression-error.js';
import { isForbiddenKey, readOwn } from './own-path.js';

/** One member by its key, dots and all. */
export function get(args: Json[]): Json {
  const key = args[1];
  if (typeof key !== 'string' && typeof key !== 'number')
    throw new ExpressionError(said`"get" needs a key as its second argument`);
  return readOwn(args[0] ?? null, String(key)) ?? args[2] ?? null;
}

/** Key, value, key, value, …; a key that is given twice has its last value. */
export function makeObject(args: Json[]): Json {
  const made: JsonObject = {};
  for (let position = 0; position < args.length; position += 2) {
    const key = toText(args[position], 'object');
    if (isForbiddenKey(key)) throw new ExpressionError(said`"${key}" may not be a key`);
    made[key] = args[position + 1] ?? null;
  }
  return made;
}

/** Null, empty text, an empty list, or an object without keys. */
export function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The first that is neither null nor empty text; the last where all are. */
export function coalesce(args: Json[]): Json {
  return args.find((value) => value !== null && value !== '') ?? args.at(-1) ?? null;
}

/** Elements of a list, characters of a text, keys of an object; 0 for null. */
export function length(value: Json): Json {
  if (value === null) return 0;
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw new ExpressionError(said`"length" needs a list, text or an object, not ${kindOf(value)}`);
}

/** Membership by content for lists, occurrence for text; null contains nothing. */
export function contains(holder: Json, wanted: Json, budget: Budget): Json {
  if (typeof holder === 'string') return holder.includes(toText(wanted, 'contains'));
  if (holder === null) return false;
  if (!Array.isArray(holder)) throw new ExpressionError(said`"contains" needs a list or text, not ${kindOf(holder)}`);
  budget.spendDeep(wanted);
  if (typeof wanted !== 'object' || wanted === null) return holder.includes(wanted);
  budget.spendDeep(holder);
  const content = sortedJson(wanted);
  return holder.some((element) => typeof element === 'object' && sortedJson(element) === content);
}

/** Sorted, since a database may give back an object's keys in another order. Null has none. */
export function keys(value: Json): string[] {
  if (value === null) return [];
  if (!isObject(value)) throw new ExpressionError(said`"keys" and "values" need an object, not ${kindOf(value)}`);
  return Object.keys(value).sort();
}

export function values(value: Json): Json {
  return keys(value).map((key) => readOwn(value, key) ?? null);
}
