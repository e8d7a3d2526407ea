import type { Json, JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import { number, said } from '../said.js';
import { runAddition } from './additions.js';
import { Budget } from './budget.js';
import { ExpressionError } from './expression-error.js';
import { asLogic, type Logic } from './is-logic.js';
import { isTruthy, runLibrary } from './library.js';
import { LIMITS, type Limits } from './limits.js';
import { isForbiddenKey, readPath } from './own-path.js';
import { arityProblem, isRefusedOperator, operatorOf, type OperatorKey, type OperatorsBy } from './operators.js';
import { walkList } from './walk-list.js';

/**
 * Evaluates a value of a recipe: JsonLogic is run, any other list or object is a literal whose members are evaluated.
 * The same value and scope always give the same result, and neither is changed; parts of the scope may be handed out.
 * Throws ExpressionError, and nothing else, for what is not allowed, not possible, or beyond the limits.
 */
export function evaluate(value: Json, scope: JsonObject, limits: Readonly<Limits> = LIMITS): Json {
  return evaluateWithin(new Budget(limits), value, scope);
}

/** Evaluates a condition: an empty list, 0, "", null and false are false, all else is true. */
export function evaluateCondition(value: Json, scope: JsonObject, limits: Readonly<Limits> = LIMITS): boolean {
  return isTruthy(evaluate(value, scope, limits));
}

/** As `evaluate`, for several values that share one budget. */
export function evaluateWithin(budget: Budget, value: Json, scope: JsonObject): Json {
  const walker = new Walker(budget);
  try {
    const result = walker.walk(value, scope);
    budget.sizeOf(result);
    return result;
  } catch (error) {
    const place = pointerTo('', ...walker.place);
    if (error instanceof ExpressionError) throw new ExpressionError(error.message, place, { cause: error });
    throw new ExpressionError(said`The expression cannot be evaluated with these values`, place, { cause: error });
  }
}

class Walker {
  /** Where the walk is, or was when it threw. */
  readonly place: (string | number)[] = [];
  /** Parts that have been read already: the body of a loop is read once. */
  private readonly known = new Map<Json, Logic | undefined>();

  constructor(private readonly budget: Budget) {}

  walk(value: Json, data: Json): Json {
    this.budget.spend(1);
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return scalar(value);
    if (this.place.length > this.budget.limits.depth) {
      throw new ExpressionError(said`The expression is nested deeper than ${number(this.budget.limits.depth)} levels`);
    }
    const logic = this.read(value);
    if (logic) return this.run(logic, data);
    if (Array.isArray(value)) return this.budget.made(value.map((member, index) => this.at([index], member, data)));
    return this.walkObject(value, data);
  }

  private read(value: Json): Logic | undefined {
    if (this.known.has(value)) return this.known.get(value);
    const logic = asLogic(value);
    this.known.set(value, logic);
    return logic;
  }

  private walkObject(value: JsonObject, data: Json): Json {
    const made: JsonObject = {};
    const entries = Object.entries(value);
    for (const [key, member] of entries) {
      if (entries.length === 1 && isRefusedOperator(key))
        throw new ExpressionError(said`"${key}" is not an operator here`);
      if (isForbiddenKey(key)) throw new ExpressionError(said`"${key}" may not be a key`);
      made[key] = this.at([key], member, data);
    }
    return this.budget.made(made);
  }

  private run(logic: Logic, data: Json): Json {
    const { operator, args } = logic;
    checkArity(operator, args.length);
    const definition = operatorOf(operator);
    if (definition.by === 'walker') return this.runHere(operator as OperatorsBy<'walker'>, logic, data); // as the table says

    const given = args.map((_, position) => this.argument(logic, position, data));
    this.place.push(operator);
    const result =
      definition.by === 'library'
        ? runLibrary(operator as OperatorsBy<'library'>, given, this.budget) // as the table says
        : runAddition(operator as OperatorsBy<'ours'>, given, this.budget); // as the table says
    this.place.pop();
    return result;
  }

  private runHere(operator: OperatorsBy<'walker'>, logic: Logic, data: Json): Json {
    const argument = (position: number, itsData = data): Json => this.argument(logic, position, itsData);
    const all = (): Json[] => logic.args.map((_, position) => argument(position));
    switch (operator) {
      case 'var':
        return readVar(all(), data);
      case 'missing':
        return this.budget.made(missing(all(), data));
      case 'missing_some':
        return this.budget.made(missingSome(all(), data));
      case 'literal':
        return logic.written;
      case 'if':
      case '?:':
        return walkIf(logic.args.length, argument);
      case 'and':
        return walkUntil(logic.args.length, argument, (value) => !isTruthy(value));
      case 'or':
        return walkUntil(logic.args.length, argument, isTruthy);
      case 'map':
      case 'filter':
      case 'reduce':
      case 'all':
      case 'some':
      case 'none':
        return walkList(operator, argument, logic.args.length > 2, this.budget);
    }
  }

  private argument(logic: Logic, position: number, data: Json): Json {
    const place = Array.isArray(logic.written) ? [logic.operator, position] : [logic.operator];
    return this.at(place, logic.args[position] ?? null, data);
  }

  /** Not undone when the walk throws: that is how the error learns its place. */
  private at(place: (string | number)[], value: Json, data: Json): Json {
    this.place.push(...place);
    const result = this.walk(value, data);
    this.place.length -= place.length;
    return result;
  }
}

function scalar(value: Json): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ExpressionError(said`Only JSON can be evaluated`);
}

function checkArity(operator: OperatorKey, count: number): void {
  const problem = arityProblem(operator, count);
  if (problem !== undefined) throw new ExpressionError(problem);
}

function readVar([path = null, otherwise = null]: Json[], data: Json): Json {
  if (path === null || path === '') return data;
  if (typeof path !== 'string' && typeof path !== 'number') {
    throw new ExpressionError(said`A path is text such as "trigger.document_id"`);
  }
  return readPath(data, String(path)) ?? otherwise;
}

function missing(args: Json[], data: Json): Json[] {
  const paths = Array.isArray(args[0]) ? args[0] : args;
  return paths.filter((path) => {
    const value = readVar([path], data);
    return value === null || value === '';
  });
}

function missingSome([need = 0, paths = []]: Json[], data: Json): Json[] {
  if (!Array.isArray(paths)) throw new ExpressionError(said`"missing_some" needs a list of paths`);
  const lacking = missing([paths], data);
  return paths.length - lacking.length >= Number(need) ? [] : lacking;
}

function walkIf(count: number, argument: (position: number) => Json): Json {
  for (let position = 0; position + 1 < count; position += 2) {
    if (isTruthy(argument(position))) return argument(position + 1);
  }
  return count % 2 === 1 ? argument(count - 1) : null;
}

function walkUntil(count: number, argument: (position: number) => Json, found: (value: Json) => boolean): Json {
  let value: Json = null;
  for (let position = 0; position < count; position++) {
    value = argument(position);
    if (found(value)) break;
  }
  return value;
}
