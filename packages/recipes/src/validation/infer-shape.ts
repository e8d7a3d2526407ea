import { asLogic, type Logic } from '../expressions/is-logic.js';
import { type OperatorKey, operatorOf, type OperandType } from '../expressions/operators.js';
import type { Json } from '../json.js';
import type { Known } from './known.js';
import { resolveInElement, resolvePill } from './resolve-pill.js';
import {
  BOOLEAN,
  eitherOf,
  elementOf,
  LIST,
  listOf,
  memberOf,
  NULL,
  NUMBER,
  objectOf,
  type Shape,
  shapeOfJson,
  TEXT,
} from './shape.js';

/** What an expression's paths are looked up in: the scope's roots, or one element of a list of this shape. */
export type Data = { known: Known } | { element: Shape };

/** The shape that a value will have, as far as it can be told before it runs. */
export function inferShape(value: Json, data: Data): Shape {
  const logic = asLogic(value);
  if (logic) return inferLogic(logic, data);
  if (Array.isArray(value))
    return value.length ? listOf(eitherOf(value.map((member) => inferShape(member, data)))) : LIST;
  if (typeof value !== 'object' || value === null) return shapeOfJson(value);
  return objectOf(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inferShape(member, data)])));
}

/** What a path leads to; unknown where it leads nowhere, which is for the check of references to say. */
function shapeAt(path: string, data: Data): Shape {
  const resolved = 'known' in data ? resolvePill(path, data.known) : resolveInElement(path, data.element);
  return 'shape' in resolved ? resolved.shape : undefined;
}

/** The data inside the second argument of `map` and its like. */
export function dataInside(logic: Logic, data: Data): Data {
  if (logic.operator === 'reduce') {
    const current = elementOf(inferShape(logic.args[0] ?? null, data));
    return { element: objectOf({ current, accumulator: undefined }) };
  }
  return { element: elementOf(inferShape(logic.args[0] ?? null, data)) };
}

function inferLogic(logic: Logic, data: Data): Shape {
  const rule = RULES[logic.operator];
  return rule ? rule(logic, data) : SHAPES[operatorOf(logic.operator).gives];
}

const shapesOf = ({ args }: Logic, data: Data): Shape[] => args.map((arg) => inferShape(arg, data));
const either = (logic: Logic, data: Data): Shape => eitherOf(shapesOf(logic, data));

/** Operators whose result depends on their arguments. */
const RULES: Partial<Record<OperatorKey, (logic: Logic, data: Data) => Shape>> = {
  var: ({ args }, data) => inferVar(args, data),
  literal: ({ written }) => shapeOfJson(written),
  if: inferIf,
  '?:': inferIf,
  and: either,
  or: either,
  coalesce: either,
  get: ({ args }, data) => inferGet(args, data),
  filter: ({ args }, data) => listOf(elementOf(inferShape(args[0] ?? null, data))),
  map: (logic, data) => listOf(inferShape(logic.args[1] ?? null, dataInside(logic, data))),
  merge: (logic, data) => listOf(eitherOf(shapesOf(logic, data).map(flattened))),
  split: () => listOf(TEXT),
  keys: () => listOf(TEXT),
};

function inferIf(logic: Logic, data: Data): Shape {
  const shapes = shapesOf(logic, data);
  const values = shapes.filter((_, position) => isBranchValue(position, shapes.length));
  return eitherOf(shapes.length % 2 ? values : [...values, NULL]);
}

/** Whether an argument of `if` is a value and not a condition. */
export function isBranchValue(position: number, count: number): boolean {
  return position % 2 === 1 || position === count - 1;
}

/** The shapes of results that do not depend on the arguments. Number and date operators give null for null. */
const SHAPES: Record<OperandType, Shape> = {
  any: undefined,
  body: undefined,
  object: undefined,
  text: TEXT,
  date: TEXT,
  number: NUMBER,
  boolean: BOOLEAN,
  list: LIST,
};

function inferVar([path, otherwise]: Json[], data: Data): Shape {
  if (path === null || path === undefined) return shapeAt('', data);
  if (typeof path !== 'string' && typeof path !== 'number') return undefined;
  const shape = shapeAt(String(path), data);
  return otherwise === undefined ? shape : eitherOf([shape, inferShape(otherwise, data)]);
}

function inferGet([holder = null, key, otherwise = null]: Json[], data: Data): Shape {
  const shape = inferShape(holder, data);
  if (typeof key === 'string') {
    const step = memberOf(shape, key);
    return 'found' in step ? eitherOf([step.found, inferShape(otherwise, data)]) : undefined;
  }
  const lists = shape?.every(({ type }) => type === 'list');
  return lists ? eitherOf([elementOf(shape), inferShape(otherwise, data)]) : undefined;
}

/** What a list takes in when this is merged into it: the elements of lists, other values as they are. */
function flattened(shape: Shape): Shape {
  if (!shape) return undefined;
  return eitherOf(shape.map((kind) => (kind.type === 'list' ? kind.element() : [kind])));
}
