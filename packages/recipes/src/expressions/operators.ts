import { number, type Said, said } from '../said.js';

/** What an argument should be, or what an operator gives. `body` is an expression that runs once per element. */
export type OperandType = 'any' | 'text' | 'number' | 'boolean' | 'list' | 'object' | 'date' | 'body';

export interface Operator {
  /** Who evaluates it: json-logic-js; our own function; or the walker, which decides what is evaluated at all. */
  by: 'library' | 'ours' | 'walker';
  group: 'data' | 'logic' | 'compare' | 'number' | 'text' | 'list' | 'date';
  takes: readonly OperandType[];
  /** Fewest arguments; the most is the length of `takes`, or any number where `rest` is set. */
  min: number;
  /** The last of `takes` may be repeated. */
  rest?: true;
  gives: OperandType;
  doc: string;
}

/**
 * Every operator that an expression may use. Nothing outside this table is ever run.
 * Validation, the documentation and the editor's pick list are made from it. One operator a line, to be read as a table.
 */
// prettier-ignore
export const operators = {
  var: { by: 'walker', group: 'data', takes: ['text', 'any'], min: 0, gives: 'any', doc: 'The value at a dotted path, else the second argument' },
  missing: { by: 'walker', group: 'data', takes: ['any'], min: 0, rest: true, gives: 'list', doc: 'Those of the paths that are empty' },
  missing_some: { by: 'walker', group: 'data', takes: ['number', 'list'], min: 2, gives: 'list', doc: 'The empty paths, when fewer than the given number are filled' },
  literal: { by: 'walker', group: 'data', takes: ['any'], min: 0, rest: true, gives: 'any', doc: 'Its argument as it is, not evaluated' },
  get: { by: 'ours', group: 'data', takes: ['any', 'text', 'any'], min: 2, gives: 'any', doc: 'The member of an object or list under a key, which may hold dots, else the third argument' },
  object: { by: 'ours', group: 'data', takes: ['text', 'any'], min: 0, rest: true, gives: 'object', doc: 'An object from key, value, key, value, …; for keys that are computed or named like an operator' },
  coalesce: { by: 'ours', group: 'data', takes: ['any'], min: 1, rest: true, gives: 'any', doc: 'The first argument that is neither null nor empty text' },
  empty: { by: 'ours', group: 'data', takes: ['any'], min: 1, gives: 'boolean', doc: 'Whether it is null, empty text, an empty list or an empty object' },

  if: { by: 'walker', group: 'logic', takes: ['any'], min: 1, rest: true, gives: 'any', doc: 'Condition, value, condition, value, …, otherwise' },
  '?:': { by: 'walker', group: 'logic', takes: ['any', 'any', 'any'], min: 3, gives: 'any', doc: 'Condition, value, otherwise' },
  and: { by: 'walker', group: 'logic', takes: ['any'], min: 1, rest: true, gives: 'any', doc: 'The first falsy argument, else the last' },
  or: { by: 'walker', group: 'logic', takes: ['any'], min: 1, rest: true, gives: 'any', doc: 'The first truthy argument, else the last' },
  '!': { by: 'library', group: 'logic', takes: ['any'], min: 1, gives: 'boolean', doc: 'Whether it is falsy: false, null, 0, empty text or an empty list' },
  '!!': { by: 'library', group: 'logic', takes: ['any'], min: 1, gives: 'boolean', doc: 'Whether it is truthy' },

  '==': { by: 'library', group: 'compare', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Equal; "1" equals 1' },
  '===': { by: 'library', group: 'compare', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Equal and of the same type' },
  '!=': { by: 'library', group: 'compare', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Not equal' },
  '!==': { by: 'library', group: 'compare', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Not equal, or not of the same type' },
  '>': { by: 'library', group: 'compare', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Greater; two texts are compared letter by letter' },
  '>=': { by: 'library', group: 'compare', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Greater or equal' },
  '<': { by: 'library', group: 'compare', takes: ['any', 'any', 'any'], min: 2, gives: 'boolean', doc: 'Less; with three arguments: between' },
  '<=': { by: 'library', group: 'compare', takes: ['any', 'any', 'any'], min: 2, gives: 'boolean', doc: 'Less or equal; with three arguments: between, ends included' },

  '+': { by: 'library', group: 'number', takes: ['number'], min: 1, rest: true, gives: 'number', doc: 'Sum; with one argument: text to number' },
  '-': { by: 'library', group: 'number', takes: ['number', 'number'], min: 1, gives: 'number', doc: 'Difference; with one argument: negative' },
  '*': { by: 'library', group: 'number', takes: ['number'], min: 1, rest: true, gives: 'number', doc: 'Product' },
  '/': { by: 'library', group: 'number', takes: ['number', 'number'], min: 2, gives: 'number', doc: 'Quotient' },
  '%': { by: 'library', group: 'number', takes: ['number', 'number'], min: 2, gives: 'number', doc: 'Remainder' },
  min: { by: 'library', group: 'number', takes: ['number'], min: 1, rest: true, gives: 'number', doc: 'The smallest' },
  max: { by: 'library', group: 'number', takes: ['number'], min: 1, rest: true, gives: 'number', doc: 'The largest' },
  round: { by: 'ours', group: 'number', takes: ['number', 'number'], min: 1, gives: 'number', doc: 'Rounded to so many decimal places (0), halves away from zero' },
  abs: { by: 'ours', group: 'number', takes: ['number'], min: 1, gives: 'number', doc: 'Without its sign' },
  floor: { by: 'ours', group: 'number', takes: ['number'], min: 1, gives: 'number', doc: 'Rounded down' },
  ceil: { by: 'ours', group: 'number', takes: ['number'], min: 1, gives: 'number', doc: 'Rounded up' },
  number: { by: 'ours', group: 'number', takes: ['any'], min: 1, gives: 'number', doc: 'Text such as "12.50" to a number; null when it is none' },
  money: { by: 'ours', group: 'number', takes: ['number', 'text'], min: 2, gives: 'text', doc: 'An amount as exact decimal text with the minor units of a currency: money(12.345, "EUR") is "12.35"' },

  cat: { by: 'library', group: 'text', takes: ['any'], min: 0, rest: true, gives: 'text', doc: 'The arguments joined to one text' },
  substr: { by: 'library', group: 'text', takes: ['text', 'number', 'number'], min: 2, gives: 'text', doc: 'A part of a text: start (negative: from the end) and length (negative: left out at the end)' },
  text: { by: 'ours', group: 'text', takes: ['any'], min: 1, gives: 'text', doc: 'As text; null is empty text, lists and objects become JSON' },
  lower: { by: 'ours', group: 'text', takes: ['text'], min: 1, gives: 'text', doc: 'In lower case' },
  upper: { by: 'ours', group: 'text', takes: ['text'], min: 1, gives: 'text', doc: 'In upper case' },
  trim: { by: 'ours', group: 'text', takes: ['text'], min: 1, gives: 'text', doc: 'Without blanks at both ends' },
  replace: { by: 'ours', group: 'text', takes: ['text', 'text', 'text'], min: 3, gives: 'text', doc: 'With every occurrence of the second text replaced by the third' },
  split: { by: 'ours', group: 'text', takes: ['text', 'text'], min: 2, gives: 'list', doc: 'Cut at a separator into a list' },
  join: { by: 'ours', group: 'text', takes: ['list', 'text'], min: 1, gives: 'text', doc: 'The elements of a list as one text with a separator between' },
  starts_with: { by: 'ours', group: 'text', takes: ['text', 'text'], min: 2, gives: 'boolean', doc: 'Whether a text begins with another' },
  ends_with: { by: 'ours', group: 'text', takes: ['text', 'text'], min: 2, gives: 'boolean', doc: 'Whether a text ends with another' },

  in: { by: 'library', group: 'list', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Whether a list holds the first argument, or a text contains it' },
  contains: { by: 'ours', group: 'list', takes: ['any', 'any'], min: 2, gives: 'boolean', doc: 'Whether the list or text in front holds the second argument; objects are compared by content' },
  length: { by: 'ours', group: 'list', takes: ['any'], min: 1, gives: 'number', doc: 'Number of elements, characters or keys' },
  keys: { by: 'ours', group: 'list', takes: ['object'], min: 1, gives: 'list', doc: 'The keys of an object, sorted' },
  values: { by: 'ours', group: 'list', takes: ['object'], min: 1, gives: 'list', doc: 'The values of an object, in the order of its sorted keys' },
  merge: { by: 'library', group: 'list', takes: ['any'], min: 0, rest: true, gives: 'list', doc: 'Lists and single values joined to one list' },
  map: { by: 'walker', group: 'list', takes: ['list', 'body'], min: 2, gives: 'list', doc: 'The second argument evaluated for each element; inside, paths begin at the element' },
  filter: { by: 'walker', group: 'list', takes: ['list', 'body'], min: 2, gives: 'list', doc: 'The elements for which the second argument is truthy' },
  reduce: { by: 'walker', group: 'list', takes: ['list', 'body', 'any'], min: 2, gives: 'any', doc: 'One value from a list; inside, `current` and `accumulator`' },
  all: { by: 'walker', group: 'list', takes: ['list', 'body'], min: 2, gives: 'boolean', doc: 'Whether it is truthy for every element; false for an empty list' },
  some: { by: 'walker', group: 'list', takes: ['list', 'body'], min: 2, gives: 'boolean', doc: 'Whether it is truthy for at least one element' },
  none: { by: 'walker', group: 'list', takes: ['list', 'body'], min: 2, gives: 'boolean', doc: 'Whether it is truthy for no element' },

  date_add: { by: 'ours', group: 'date', takes: ['date', 'number', 'text'], min: 3, gives: 'date', doc: 'A date so many seconds, minutes, hours, days, weeks, months or years later' },
  date_diff: { by: 'ours', group: 'date', takes: ['date', 'date', 'text'], min: 3, gives: 'number', doc: 'Whole seconds, minutes, hours, days or weeks from the first date to the second' },
  date_format: { by: 'ours', group: 'date', takes: ['date', 'text'], min: 2, gives: 'text', doc: 'A date in UTC after a pattern of yyyy, MM, dd, HH, mm and ss' },
} as const satisfies Record<string, Operator>;

export type OperatorKey = keyof typeof operators;

/** The operators that a kind of evaluator is responsible for. */
export type OperatorsBy<By extends Operator['by']> = {
  [Key in OperatorKey]: (typeof operators)[Key]['by'] extends By ? Key : never;
}[OperatorKey];

/** Operators that other JsonLogic libraries have and that are refused here instead of being taken for plain data. */
const REFUSED: ReadonlySet<string> = new Set(['log', 'method']);

/** Whether an object with this one key is refused: it would write to the console or call a method elsewhere. */
export function isRefusedOperator(key: string): boolean {
  return REFUSED.has(key);
}

/** Whether a key is an operator; inherited names such as `toString` are not. */
export function isOperator(key: string): key is OperatorKey {
  return Object.hasOwn(operators, key);
}

/** The table's entry, typed alike for all operators. */
export function operatorOf(key: OperatorKey): Operator {
  return operators[key];
}

/** What is wrong with a number of arguments, if anything. */
export function arityProblem(key: OperatorKey, count: number): Said | undefined {
  const { min, rest, takes } = operatorOf(key);
  if (count < min) return said`"${key}" needs at least ${counted(min)} and has ${number(count)}`;
  if (!rest && count > takes.length)
    return said`"${key}" takes at most ${counted(takes.length)} and has ${number(count)}`;
  return undefined;
}

const counted = (count: number): Said => (count === 1 ? said`1 argument` : said`${number(count)} arguments`);
