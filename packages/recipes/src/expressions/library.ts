import jsonLogic from 'json-logic-js';
import type { Json } from '../json.js';
import { said } from '../said.js';
import type { Budget } from './budget.js';
import { ExpressionError } from './expression-error.js';
import type { OperatorsBy } from './operators.js';
import { readPath } from './own-path.js';

/**
 * json-logic-js keeps one table of operators per process. Its `var` walks the prototype chain
 * (`{"var": "constructor.constructor"}` gives Function) and `log` writes to the console, so both go, for everybody.
 */
jsonLogic.add_operation('var', function (this: Json, path: unknown, otherwise: Json = null): Json {
  if (typeof path === 'number' && Array.isArray(this)) return this[path] ?? otherwise;
  if (path === undefined || path === null || path === '') return this;
  if (typeof path !== 'string' && typeof path !== 'number')
    throw new ExpressionError(said`A path is text such as "trigger.id"`);
  return readPath(this, String(path)) ?? otherwise;
});
jsonLogic.rm_operation('log');
jsonLogic.rm_operation('method');

type LibraryOperator = OperatorsBy<'library'>;

/** These look at the outermost level of their arguments; all others may turn a whole list or object into text. */
const SHALLOW: ReadonlySet<LibraryOperator> = new Set<LibraryOperator>(['!', '!!', '===', '!==', 'merge']);

/**
 * Runs an operator of json-logic-js on arguments that are evaluated already.
 * They are handed over as data and referred to by position: an argument that looks like an expression stays data.
 */
export function runLibrary(operator: LibraryOperator, args: Json[], budget: Budget): Json {
  chargeFor(operator, args, budget);
  // JSON in, JSON out; undefined where an argument lacks.
  const result = jsonLogic.apply(ruleFor(operator, args.length), args) as Json | undefined;
  if (typeof result === 'number' && !Number.isFinite(result)) {
    throw new ExpressionError(said`"${operator}" needs numbers and gives none here: ${args.map(shown).join(', ')}`);
  }
  return budget.made(operator === 'substr' && typeof result === 'string' ? wholeCharacters(result) : (result ?? null));
}

/** A cut through a character that takes two places, as emoji do, leaves it out: half of one cannot be stored or sent. */
function wholeCharacters(text: string): string {
  return text.isWellFormed() ? text : text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

type Rule = Parameters<typeof jsonLogic.apply>[0];
const rules = new Map<string, Rule>();

/** A rule that applies an operator to all elements of its data. Short ones are kept, since loops ask for them again. */
function ruleFor(operator: LibraryOperator, count: number): Rule {
  const name = `${operator} ${count}`;
  const known = rules.get(name);
  if (known !== undefined) return known;
  const references = Array.from({ length: count }, (_, index) => ({ var: index }));
  const rule = { [operator]: references } as unknown as Rule; // its types describe rules written by hand
  if (count <= 3) rules.set(name, rule);
  return rule;
}

/** JsonLogic's idea of truth, which calls an empty list falsy. */
export function isTruthy(value: Json): boolean {
  return jsonLogic.truthy(value);
}

function chargeFor(operator: LibraryOperator, args: Json[], budget: Budget): void {
  if (operator === 'in') {
    budget.spendDeep(args[0] ?? null);
    budget.spendShallow(args[1] ?? null);
    return;
  }
  for (const arg of args) {
    if (SHALLOW.has(operator)) budget.spendShallow(arg);
    else budget.spendDeep(arg);
  }
  if (operator === 'cat') budget.expectText(args.reduce((sum: number, arg) => sum + textLength(arg, budget), 0));
  if (operator === 'merge') {
    budget.expectList(args.reduce((sum: number, arg) => sum + (Array.isArray(arg) ? arg.length : 1), 0));
  }
}

/** At most the number of characters that a value has as text. */
function textLength(value: Json, budget: Budget): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? budget.sizeOf(value).units : 0;
}

function shown(value: Json): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? `"${value.slice(0, 40)}"` : String(value);
}
