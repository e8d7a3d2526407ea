import { sortedJson } from '../canonical/sorted-json.js';
import type { Json } from '../json.js';
import { said } from '../said.js';
import type { Budget } from './budget.js';
import { kindOf, toText } from './coerce.js';
import { ExpressionError } from './expression-error.js';

/** Anything as text: null is empty, lists and objects become JSON with sorted keys. */
export function text(value: Json | undefined, budget: Budget): Json {
  if (typeof value !== 'object' || value === null) return toText(value, 'text');
  budget.spendDeep(value);
  budget.expectText(budget.sizeOf(value).units);
  return sortedJson(value);
}

/** Every occurrence is replaced; the length of the result is known before it is made. */
export function replace(args: Json[], budget: Budget): Json {
  const [source, find, insert] = [0, 1, 2].map((index) => toText(args[index], 'replace')) as [string, string, string]; // three in, three out
  if (find === '') return source;
  const pieces = source.split(find);
  budget.expectText(source.length + (pieces.length - 1) * (insert.length - find.length));
  return pieces.join(insert);
}

/** An empty separator cuts between all characters. */
export function split(args: Json[], budget: Budget): Json {
  const source = toText(args[0], 'split');
  const separator = toText(args[1], 'split');
  budget.expectList(separator === '' ? source.length : 0);
  const pieces = separator === '' ? Array.from(source) : source.split(separator, budget.limits.list + 1);
  budget.expectList(pieces.length);
  return pieces;
}

/** The elements as text, null being empty, with the separator between. */
export function join(args: Json[], budget: Budget): Json {
  const list = args[0] ?? [];
  if (!Array.isArray(list)) throw new ExpressionError(said`"join" needs a list, not ${kindOf(list)}`);
  const separator = toText(args[1], 'join');
  const pieces = list.map((element) => toText(element, 'join'));
  budget.expectText(pieces.reduce((sum, piece) => sum + piece.length + separator.length, 0));
  return pieces.join(separator);
}
