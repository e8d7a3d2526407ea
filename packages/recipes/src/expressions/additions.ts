import type { Json } from '../json.js';
import type { Budget } from './budget.js';
import { toText } from './coerce.js';
import { coalesce, contains, get, isEmpty, keys, length, makeObject, values } from './data-operators.js';
import { dateAdd, dateDiff, dateFormat } from './date-operators.js';
import { applyToNumber, money, number, round } from './number-operators.js';
import type { OperatorsBy } from './operators.js';
import { join, replace, split, text } from './text-operators.js';

type Addition = (args: Json[], budget: Budget) => Json;

/** The operators beyond the JsonLogic standard; operators.ts says what each one is for. */
const additions: Record<OperatorsBy<'ours'>, Addition> = {
  get,
  object: makeObject,
  coalesce,
  empty: ([value = null]) => isEmpty(value),
  round: ([value, places]) => round(value, places),
  abs: ([value]) => applyToNumber('abs', value, Math.abs),
  floor: ([value]) => applyToNumber('floor', value, Math.floor),
  ceil: ([value]) => applyToNumber('ceil', value, (number) => Math.ceil(number) + 0),
  number: ([value]) => number(value),
  money: ([amount, currency]) => money(amount, currency),
  text: ([value], budget) => text(value, budget),
  lower: ([value]) => toText(value, 'lower').toLowerCase(),
  upper: ([value]) => toText(value, 'upper').toUpperCase(),
  trim: ([value]) => toText(value, 'trim').trim(),
  replace,
  split,
  join,
  starts_with: ([value, start]) => toText(value, 'starts_with').startsWith(toText(start, 'starts_with')),
  ends_with: ([value, end]) => toText(value, 'ends_with').endsWith(toText(end, 'ends_with')),
  contains: ([holder = null, wanted = null], budget) => contains(holder, wanted, budget),
  length: ([value = null]) => length(value),
  keys: ([value = null]) => keys(value),
  values: ([value = null]) => values(value),
  date_add: ([date, amount, unit]) => dateAdd(date, amount, unit),
  date_diff: ([from, to, unit]) => dateDiff(from, to, unit),
  date_format: ([date, pattern]) => dateFormat(date, pattern),
};

/** These hand out a part of what they were given and make nothing of their own. */
const HANDS_OUT: ReadonlySet<OperatorsBy<'ours'>> = new Set<OperatorsBy<'ours'>>(['get', 'coalesce']);

/** Runs one of our operators on arguments that are evaluated already. */
export function runAddition(operator: OperatorsBy<'ours'>, args: Json[], budget: Budget): Json {
  if (HANDS_OUT.has(operator)) return additions[operator](args, budget);
  for (const arg of args) budget.spendShallow(arg);
  return budget.made(additions[operator](args, budget));
}
