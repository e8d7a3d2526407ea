import { described } from '../expressions/coerce.js';
import { parseInstant } from '../expressions/date-operators.js';
import type { Budget } from '../expressions/budget.js';
import { evaluateWithin } from '../expressions/evaluate.js';
import { ExpressionError } from '../expressions/expression-error.js';
import { asLogic, type Logic } from '../expressions/is-logic.js';
import { LIMITS } from '../expressions/limits.js';
import {
  arityProblem,
  isOperator,
  isRefusedOperator,
  type Operator,
  operatorOf,
  operators,
} from '../expressions/operators.js';
import { forbiddenPartOf } from '../expressions/own-path.js';
import { argumentPointer } from '../expressions/pills.js';
import type { Json } from '../json.js';
import { pointerTo } from '../pointer.js';
import { number, type Said, said } from '../said.js';
import { doublesAccumulator } from './growth.js';
import { type Data, dataInside, inferShape, isBranchValue } from './infer-shape.js';
import type { Issues } from './issue.js';
import type { Known } from './known.js';
import { nearest } from './nearest.js';
import { resolveInElement, resolvePill } from './resolve-pill.js';
import type { Shape } from './shape.js';

interface Place {
  pointer: string;
  data: Data;
  /** A reference that may be empty is expected here: inside `coalesce`, a condition, or beside a default. */
  mayBeEmpty: boolean;
  /** An object makes sense here; where it does not, an object with one key can only be a mistyped operator. */
  mayBeObject: boolean;
  /** Part of an expression that has been tried out already. */
  tried?: boolean;
}

const DECIDES: ReadonlySet<string> = new Set([
  'coalesce',
  'if',
  '?:',
  'and',
  'or',
  '!',
  '!!',
  'empty',
  'missing',
  'missing_some',
]);

/** Checks everything that is an expression inside one value of a recipe: operators, arguments, bounds and references. */
export class ExpressionCheck {
  constructor(
    private readonly issues: Issues,
    private readonly known: Known,
    /** Shared by the whole recipe: what refers to nothing is evaluated once when it is saved. */
    private readonly budget: Budget,
  ) {}

  /** A value whose result is true or false. */
  condition(value: Json, pointer: string): void {
    this.check(value, pointer, false);
  }

  value(value: Json, pointer: string): void {
    this.check(value, pointer, true);
  }

  private check(value: Json, pointer: string, mayBeObject: boolean): void {
    const { nodes, depth } = measure(value);
    if (depth > LIMITS.depth)
      this.issues.error(pointer, said`The value is nested deeper than ${number(LIMITS.depth)} levels`);
    else if (nodes > LIMITS.nodes)
      this.issues.error(pointer, said`The value has more than ${number(LIMITS.nodes)} parts`);
    else this.walk(value, { pointer, data: { known: this.known }, mayBeEmpty: false, mayBeObject });
  }

  private walk(value: Json, place: Place): void {
    if (typeof value !== 'object' || value === null) return;
    const logic = asLogic(value);
    if (logic) {
      const constant = !place.tried && 'known' in place.data && isConstant(value);
      if (constant && !this.evaluates(value, place.pointer)) return;
      this.walkLogic(logic, { ...place, tried: place.tried === true || constant });
      return;
    }
    if (!Array.isArray(value)) this.mistypedOperator(Object.keys(value), place);
    for (const [key, member] of Object.entries(value)) {
      this.walk(member, { ...place, pointer: pointerTo(place.pointer, key), mayBeObject: true });
    }
  }

  /** An expression that refers to nothing always gives the same: it is tried out here and now. */
  private evaluates(value: Json, pointer: string): boolean {
    try {
      evaluateWithin(this.budget, value, {});
      return true;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.issues.error(pointer + error.pointer, error.message);
      return false;
    }
  }

  private walkLogic(logic: Logic, place: Place): void {
    const { operator, args } = logic;
    const definition = operatorOf(operator);
    if (operator === 'literal') return;
    const problem = arityProblem(operator, args.length);
    if (problem !== undefined) this.issues.error(place.pointer, problem);
    if (operator === 'var') this.reference(logic, place);
    if (operator === 'missing' || operator === 'missing_some') this.paths(logic, place.pointer);
    if (operator === 'reduce' && doublesAccumulator(args[1] ?? null)) {
      const message = said`The accumulator is put into the result twice, so it doubles with every element`;
      this.issues.error(argumentPointer(place.pointer, logic, 1), message);
    }
    args.forEach((arg, position) => {
      const takes = definition.takes[position] ?? definition.takes.at(-1) ?? 'any';
      const pointer = argumentPointer(place.pointer, logic, position);
      if (takes !== 'body') this.operand(arg, takes, operator, place, pointer);
      this.walk(arg, {
        ...place,
        pointer,
        data: takes === 'body' ? dataInside(logic, place.data) : place.data,
        mayBeEmpty: place.mayBeEmpty || DECIDES.has(operator),
        mayBeObject: mayHoldObject(logic, position, place.mayBeObject),
      });
    });
  }

  private reference(logic: Logic, { pointer, data, mayBeEmpty }: Place): void {
    const [path] = logic.args;
    const spelledOut = typeof path === 'string' || typeof path === 'number';
    if (!spelledOut && path !== null && path !== undefined) {
      if (!asLogic(path))
        this.issues.error(pointer, said`A path is text such as "trigger.document_id", not ${described(path)}`);
      return;
    }
    const written = String(path ?? '');
    if (this.forbidden(written, pointer)) return;
    const resolved = 'known' in data ? resolvePill(written, data.known) : resolveInElement(written, data.element);
    if ('problem' in resolved) this.issues.error(pointer, resolved.problem, resolved.suggestion);
    else if (resolved.warning !== undefined && !mayBeEmpty && logic.args.length < 2)
      this.issues.warning(pointer, resolved.warning);
  }

  private paths(logic: Logic, pointer: string): void {
    for (const path of logic.args.flat()) if (typeof path === 'string') this.forbidden(path, pointer);
  }

  private forbidden(path: string, pointer: string): boolean {
    const part = forbiddenPartOf(path);
    if (part !== undefined) this.issues.error(pointer, said`"${part}" may not be read in an expression`);
    return part !== undefined;
  }

  private operand(arg: Json, takes: Operator['takes'][number], operator: string, place: Place, pointer: string): void {
    if (operator === 'get' && takes === 'text' && typeof arg === 'string') this.forbidden(arg, pointer);
    if (takes === 'date' && typeof arg === 'string' && arg !== '' && !parseInstant(arg)) {
      this.issues.error(
        pointer,
        said`"${operator}" needs a date such as 2026-01-31 or 2026-01-31T09:30:00Z, not ${described(arg)}`,
      );
    }
    if (!fits(inferShape(arg, place.data), takes)) {
      this.issues.error(pointer, said`"${operator}" needs ${WORDS[takes]} here`);
    }
  }

  private mistypedOperator(keys: string[], { pointer, mayBeObject }: Place): void {
    const [key] = keys;
    if (keys.length !== 1 || key === undefined || isOperator(key)) return;
    if (isRefusedOperator(key)) {
      this.issues.error(
        pointer,
        said`"${key}" is not an operator here. For an object with this key, write {"object": ["${key}", …]}`,
      );
      return;
    }
    const meant = nearest(key, Object.keys(operators));
    if (!mayBeObject) this.issues.error(pointer, said`There is no operator "${key}"`, meant);
    else if (meant !== undefined && isClose(key, meant)) {
      this.issues.warning(
        pointer,
        said`This is an object with the key "${key}". Is the operator "${meant}" meant?`,
        meant,
      );
    }
  }
}

const WORDS: Record<Operator['takes'][number], Said> = {
  any: said`a value`,
  body: said`an expression`,
  text: said`text`,
  number: said`a number`,
  boolean: said`true or false`,
  list: said`a list`,
  object: said`an object`,
  date: said`a date`,
};

/** Lenient: only a list or object in the place of a single value, or the reverse, is certainly wrong. */
function fits(shape: Shape, takes: Operator['takes'][number]): boolean {
  if (!shape || takes === 'any' || takes === 'body' || takes === 'boolean') return true;
  const wanted = takes === 'list' || takes === 'object' ? [takes, 'null'] : ['text', 'number', 'boolean', 'null'];
  return shape.length === 0 || shape.some(({ type }) => wanted.includes(type));
}

/** Conditions, comparisons, numbers and dates have no use for an object. */
function mayHoldObject({ operator, args }: Logic, position: number, whole: boolean): boolean {
  const { group, takes } = operatorOf(operator);
  if (operator === 'if' || operator === '?:') return whole && isBranchValue(position, args.length);
  if (operator === 'and' || operator === 'or') return whole;
  if (group === 'logic' || group === 'compare' || group === 'number' || group === 'date') return false;
  return takes[position] !== 'text';
}

/** Closer than `nearest` asks for, since an object with this very key may be meant. */
const isClose = (key: string, meant: string): boolean =>
  key.toLowerCase() === meant || Math.abs(key.length - meant.length) <= 1;

function isConstant(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const logic = asLogic(value);
  if (!logic) return Object.values(value).every(isConstant);
  if (logic.operator === 'literal') return true;
  if (logic.operator === 'var' || logic.operator === 'missing' || logic.operator === 'missing_some') return false;
  const { takes } = operatorOf(logic.operator);
  return logic.args.every((arg, position) => takes[position] === 'body' || isConstant(arg));
}

function measure(value: Json): { nodes: number; depth: number } {
  if (typeof value !== 'object' || value === null) return { nodes: 1, depth: 0 };
  let [nodes, depth] = [1, 0];
  for (const member of Object.values(value)) {
    const inner = measure(member);
    nodes += inner.nodes;
    depth = Math.max(depth, inner.depth + 1);
  }
  return { nodes, depth };
}
